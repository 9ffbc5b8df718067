import { sql } from 'kysely';

import type { Cell } from '@patuh/shared/domain/change';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { acceptedValues } from '@patuh/shared/review/accepted-value';
import { placeKey } from '@patuh/shared/review/places';
import { sectionHash, sectionsOf } from '@patuh/shared/sync/sections';

import { loadCells } from '../assessments/cells.ts';
import { instrumentOf } from '../assessments/instruments.ts';
import type { LockedAssessment } from '../assessments/lock.ts';
import type { Writer } from '../database.ts';
import { findPlaceAcceptances } from '../review/place-acceptances.ts';
import { findSectionAcceptances } from '../review/section-acceptances.ts';

/**
 * An acceptance is a hash of what was accepted. What is emptied on schedule was not changed by anybody: what held before
 * holds afterwards, and what did not hold does not begin to. To be called before it is emptied; what it answers, after.
 */
export async function keepAcceptances(trx: Writer, assessment: LockedAssessment): Promise<() => Promise<void>> {
  const { id } = assessment;
  const { instrument } = await instrumentOf(trx, assessment);
  const before = hashesOf(instrument, await loadCells(trx, id));
  const sections = (await findSectionAcceptances(trx, id)).filter(
    ({ sectionId, answersHash }) => before.section(sectionId) === answersHash,
  );
  const places = (await findPlaceAcceptances(trx, id)).filter((place) => before.place(place) === place.valueHash);
  return async () => {
    if (sections.length + places.length === 0) return;
    const after = hashesOf(instrument, await loadCells(trx, id));
    await sql`
      update section_acceptance set answers_hash = same.hash
      from unnest(
        ${sections.map(({ sectionId }) => sectionId)}::text[],
        ${sections.map(({ sectionId }) => after.section(sectionId))}::text[]) as same (section_id, hash)
      where assessment_id = ${id} and section_acceptance.section_id = same.section_id`.execute(trx);
    await sql`
      update place_acceptance set value_hash = same.hash
      from unnest(
        ${places.map(({ indicatorId }) => indicatorId)}::text[], ${places.map(({ subjectId }) => subjectId)}::text[],
        ${places.map(after.place)}::text[]) as same (indicator_id, subject_id, hash)
      where assessment_id = ${id} and place_acceptance.indicator_id = same.indicator_id
        and place_acceptance.subject_id = same.subject_id`.execute(trx);
  };
}

function hashesOf(instrument: Instrument, cells: readonly Cell[]) {
  const sections = new Map(sectionsOf(instrument).map((section) => [section.id, section]));
  const values = acceptedValues(cells);
  const known = new Map<string, string>();
  return {
    section: (id: string): string | undefined => {
      const section = sections.get(id);
      return section && sectionHash(section, cells);
    },
    place: (place: Parameters<typeof values>[0]): string => {
      const key = placeKey(place);
      const hash = known.get(key) ?? values(place);
      known.set(key, hash);
      return hash;
    },
  };
}
