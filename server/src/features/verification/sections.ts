import type { Cell, CellKey, FieldValue } from '@patuh/shared/domain/change';
import type { IndicatorId, Instrument } from '@patuh/shared/domain/instrument';
import { pointsOf } from '@patuh/shared/sync/points-of';
import { type Section, sectionHash, sectionsOf } from '@patuh/shared/sync/sections';
import { subjectKindOf } from '@patuh/shared/sync/subjects';

/**
 * The sections that vouch for what stands at a place: the one of the indicator; those of the points a piece of evidence
 * proves; or, for what was entered of a subject, all whose questions are asked of that kind. The same rule as
 * `sectionHash`.
 */
export function sectionsAt(
  instrument: Instrument,
  place: Pick<CellKey, 'indicatorId' | 'subjectId'>,
  entry: FieldValue,
): readonly Section[] {
  const all = sectionsOf(instrument);
  if (place.indicatorId !== null || entry.field === 'evidence') {
    return sectionsWith(all, new Set(pointsOf(place, entry).map(({ indicatorId }) => indicatorId)));
  }
  const kind = entry.field === 'few-users-reason' ? 'user' : subjectKindOf(place.subjectId);
  return all.filter(({ indicators }) => indicators.some(({ subject }) => subject === kind));
}

/** The sections that hold at least one of the indicators. */
export function sectionsWith(sections: readonly Section[], ids: ReadonlySet<IndicatorId>): readonly Section[] {
  return sections.filter(({ indicators }) => indicators.some(({ id }) => ids.has(id)));
}

/** Whether an acceptance still stands for what is there now. */
export function holds(
  section: Section | undefined,
  acceptance: { readonly answersHash: string } | undefined,
  cells: readonly Cell[],
): boolean {
  if (section === undefined || acceptance === undefined) return false;
  return sectionHash(section, cells) === acceptance.answersHash;
}

/** The evidence for points of a section. */
export function evidenceOf(section: Section | undefined, cells: readonly Cell[]): readonly Cell[] {
  const ids = new Set<string>(section?.indicators.map(({ id }) => id));
  return cells.filter(
    ({ current: { entry } }) =>
      entry.field === 'evidence' && entry.value?.proves.some(({ indicatorId }) => ids.has(indicatorId)),
  );
}
