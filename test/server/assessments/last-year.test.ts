import type { LastYear } from '@patuh/shared/contracts/assessments';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { Instrument } from '@patuh/shared/domain/instrument';
import { formatPoints } from '@patuh/shared/domain/points';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { bandOf } from '@patuh/shared/scoring/zones';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { publishYear, putInto } from '../../support/field.ts';
import { aPerson, grant } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aCrew, anAnsweredUnit, aVerifiedUnit, type TestCrew } from '../../support/results.ts';
import { aSite, type Site } from '../../support/site.ts';

const INSTRUMENT = instrumentOf(2023);
const GOVERNMENT = '53.14';

let site: Site;
let crew: TestCrew;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  crew = await aCrew(site);
});

type Unit = Awaited<ReturnType<typeof anAnsweredUnit>>;
const inYear = async (year: number): Promise<Unit['periodId']> => await aPeriod(site.db, { year });
/** The same unit in a later year. */
const again = async ({ unit }: Pick<Unit, 'unit'>, year: number): Promise<Unit> =>
  await anAssessment(site.db, { unit, periodId: await inYear(year), members: [crew.member] });
const lastYear = async (id: AssessmentId): Promise<LastYear | null> =>
  (await crew.assessor.get(`/api/assessments/${id}/last-year`)).body.lastYear;

/** The instrument of 2023 with another scale for the motto, vision and quality under other names or subjects. */
function changedInstrument(): Instrument {
  const text = JSON.stringify(INSTRUMENT, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('id' in value)) return value;
    if (value.id === 'motto') return { ...value, maximum: 1, levels: [0, 1].map((level) => ({ level, text: 'Ada?' })) };
    if (value.id === 'visi-misi') return { ...value, id: 'visi-dan-misi' };
    return value.id === 'penjaminan-mutu' ? { ...value, subject: 'product' } : value;
  });
  return { ...Instrument.parse(JSON.parse(text)), version: 99 };
}

describe('last year’s result of a unit', () => {
  it('is its score, zone and levels, without a single answer of a user', async () => {
    const before = await aVerifiedUnit(crew, {
      periodId: await inYear(2024),
      government: GOVERNMENT,
      level: ({ id, maximum }) => Math.max(0, maximum - (id.length % 3)),
    });
    const told = await lastYear((await again(before, 2025)).id);
    const { score } = before.expected;
    expect(told).toMatchObject({
      year: 2024,
      score: formatPoints(score),
      zone: bandOf(INSTRUMENT, 'regency', score)?.zone,
    });
    const ofUsers = new Set(
      indicatorsOf(INSTRUMENT.tree).flatMap(({ id, subject }) => (subject === 'user' ? [id] : [])),
    );
    expect(ofUsers.size).toBeGreaterThan(0);
    const entered = before.cells.flatMap(({ indicatorId, subjectId, current: { entry } }) =>
      entry.field === 'answer' && entry.value?.kind === 'level' && indicatorId !== null && !ofUsers.has(indicatorId)
        ? [{ indicatorId, subjectId, level: entry.value.level }]
        : [],
    );
    const byPlace = (one: { indicatorId: string; subjectId: string }): string => `${one.indicatorId} ${one.subjectId}`;
    const sorted = <One extends { indicatorId: string; subjectId: string }>(all: readonly One[]): One[] =>
      all.toSorted((a, b) => byPlace(a).localeCompare(byPlace(b)));
    expect(sorted(told?.levels ?? [])).toEqual(sorted(entered));
    expect(JSON.stringify(told)).not.toContain('user-');
  });

  it('leaves out what is asked on another scale now, of somebody else, or not at all', async () => {
    const before = await aVerifiedUnit(crew, { periodId: await inYear(2024), government: GOVERNMENT });
    await aPeriod(site.db, { year: 2025, instrument: changedInstrument() });
    const levels = (await lastYear((await again(before, 2025)).id))?.levels ?? [];
    const told = new Set<string>(levels.map(({ indicatorId }) => indicatorId));
    expect(['motto', 'visi-misi', 'penjaminan-mutu'].filter((id) => told.has(id))).toEqual([]);
    expect(told).toContain('atribut-petugas');
  });

  it('is the newest one that stands: not the draft of a year that is not finished', async () => {
    const before = await aVerifiedUnit(crew, { periodId: await inYear(2023), government: GOVERNMENT });
    const draft = await again(before, 2024);
    const now = await again(before, 2025);
    for (const state of ['in-progress', 'submitted', 'returned', 'not-assessed'] as const) {
      await putInto({ site }, draft.id, state);
      expect(await lastYear(now.id)).toMatchObject({ year: 2023 });
    }
  });

  it('is none while it was never final: nothing that was only entered is told', async () => {
    const draft = await anAnsweredUnit(crew, { periodId: await inYear(2024), government: GOVERNMENT });
    const now = await again(draft, 2025);
    expect(await lastYear(now.id)).toBeNull();
    await putInto({ site }, draft.id, 'submitted');
    expect(await lastYear(now.id)).toBeNull();
  });

  it('is withdrawn while a correction of it is under way', async () => {
    const before = await aVerifiedUnit(crew, { periodId: await inYear(2024), government: GOVERNMENT });
    const now = await again(before, 2025);
    expect(await lastYear(now.id)).not.toBeNull();
    await putInto({ site }, before.id, 'returned');
    expect(await lastYear(now.id)).toBeNull();
  });

  it('waits until the clarification window is over, or the result is published', async () => {
    const before = await aVerifiedUnit(crew, { periodId: await inYear(2024), government: GOVERNMENT });
    const now = await again(before, 2025);
    const window = async (until: Date): Promise<unknown> =>
      await site.db
        .updateTable('period')
        .set({ clarification_until: until })
        .where('id', '=', before.periodId)
        .execute();
    await window(new Date(Date.now() + 3_600_000));
    expect(await lastYear(now.id)).toBeNull();
    const maria = await aPerson(site.db, { grants: [grant('head', '53')] });
    const yosef = await aPerson(site.db, { grants: [grant('verifier', '53')] });
    await publishYear({ site, unit: before, maria, yosef });
    expect(await lastYear(now.id)).toMatchObject({ year: 2024 });
  });

  it('is never a later one, another unit’s or the demo’s', async () => {
    const later = await aVerifiedUnit(crew, { periodId: await inYear(2024), government: GOVERNMENT });
    await aVerifiedUnit(crew, { periodId: await inYear(2022), government: GOVERNMENT });
    expect(await lastYear((await again(later, 2023)).id)).toBeNull();
    const demo = await anAssessment(site.db, {
      unit: later.unit,
      periodId: await aPeriod(site.db, { year: 2025, chain: 'demo' }),
      members: [crew.member],
    });
    expect(await lastYear(demo.id)).toBeNull();
  });
});
