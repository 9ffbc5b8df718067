import type { Pooled } from '@patuh/server/platform/database';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { type GovernmentUnit, scoreGovernment } from '@patuh/shared/scoring/government';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { pulled } from './assessments.ts';
import type { Client } from './people.ts';
import { instrumentOf } from './reference-instruments.ts';
import { handInHere } from './field-phone.ts';

/** Units of a season that was planned on the screens, and what phones do with them. */

export interface SeasonUnit {
  readonly id: AssessmentId;
  readonly name: string;
  readonly team: string;
}

/** Of the season of a year, in the order of their names. */
export async function unitsOf(
  db: Pooled,
  { year, government }: { readonly year: number; readonly government: GovernmentCode },
): Promise<readonly SeasonUnit[]> {
  return await inSeasons(db)
    .where('period.year', '=', year)
    .where('unit.government_code', '=', government)
    .orderBy('unit.name')
    .execute();
}

function inSeasons(db: Pooled) {
  return db
    .selectFrom('assessment')
    .innerJoin('period', 'period.id', 'assessment.period_id')
    .innerJoin('unit', 'unit.id', 'assessment.unit_id')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .innerJoin('period_unit', (join) =>
      join.onRef('period_unit.period_id', '=', 'period.id').onRef('period_unit.unit_id', '=', 'unit.id'),
    )
    .innerJoin('team', 'team.id', 'period_unit.team_id')
    .select(['assessment.id', 'unit.name', 'team.name as team', 'assessment.state', 'government.name as government'])
    .where('period.kind', '=', 'season');
}

/** One that is assessed a second time. */
export type DrawnUnit = Awaited<ReturnType<ReturnType<typeof inSeasons>['executeTakeFirstOrThrow']>>;

/** A unit of the lot, none of those whose answers several people gave or that was not assessed. */
export async function aDrawnUnit(db: Pooled, besides: readonly Pick<SeasonUnit, 'id'>[]): Promise<DrawnUnit> {
  return await inSeasons(db)
    .innerJoin('period as comparison', 'comparison.compares', 'period.id')
    .innerJoin('period_unit as drawn', (join) =>
      join.onRef('drawn.period_id', '=', 'comparison.id').onRef('drawn.unit_id', '=', 'unit.id'),
    )
    .where(
      'assessment.id',
      'not in',
      besides.map(({ id }) => id),
    )
    .executeTakeFirstOrThrow();
}

/** The same unit in the comparison. */
export async function secondVisitOf(db: Pooled, { id }: Pick<SeasonUnit, 'id'>): Promise<AssessmentId> {
  const second = await db
    .selectFrom('assessment as first')
    .innerJoin('period', 'period.compares', 'first.period_id')
    .innerJoin('assessment as second', (join) =>
      join.onRef('second.period_id', '=', 'period.id').onRef('second.unit_id', '=', 'first.unit_id'),
    )
    .select('second.id')
    .where('first.id', '=', id)
    .executeTakeFirstOrThrow();
  return second.id;
}

/** What `shared/scoring` makes of all that the phones pull of a government, as a reader sees it. */
export async function governmentByHand(
  units: readonly SeasonUnit[],
  phoneOf: (unit: SeasonUnit) => Pick<Client, 'post'>,
): Promise<string> {
  const instrument = instrumentOf(2024);
  const plan = compileInstrument(instrument);
  const score = scoreGovernment(plan, {
    answers: [],
    units: await Promise.all(
      units.map(async (one): Promise<GovernmentUnit> => {
        const { unit, cells, notAssessed } = await pulled(phoneOf(one), one.id);
        if (notAssessed !== null) return { kind: 'not-assessed', unitId: one.id, reason: notAssessed.reason };
        const result = scoreUnit(plan, { unitKind: unit.kind, ...scoringInput(instrument, unit.kind, cells) });
        return { kind: 'assessed', unitId: one.id, result };
      }),
    ),
  });
  if (score.kind !== 'scored') throw new RangeError(`The government is ${score.kind}`);
  return (score.score / 100).toFixed(2).replace('.', ',');
}

export function sectionOf({ id }: Pick<SeasonUnit, 'id'>, path: string): string {
  return `/lapangan/${id}/bagian/${path}`;
}

/**
 * So many of ten answers are the highest there is, the others two less. From four to six of them a unit scores in the middle
 * of the yellow zone, where one answer more or less decides nothing.
 */
export function fairly(good: number): (maximum: number, answered: number) => number {
  return (maximum, answered) => (((answered + 1) * 7) % 10 < good ? maximum : Math.max(0, maximum - 2));
}

/** Only once everything a later screen needs lies on the phone. */
export async function goOffline(page: Page): Promise<void> {
  const isPacked = async (): Promise<boolean> =>
    (await navigator.serviceWorker.getRegistration('/lapangan'))?.active?.state === 'activated';
  await expect.poll(async () => await page.evaluate(isPacked), { timeout: 20_000 }).toBe(true);
  await page.context().setOffline(true);
}

export async function goOnline(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
}

/** Hands in a unit whose rest a colleague entered on another phone: once this one has heard of all of it. */
export async function handInWhole(page: Page, { id }: Pick<SeasonUnit, 'id'>): Promise<void> {
  await page.goto(`/lapangan/${id}/serahkan`);
  await page.getByRole('button', { name: 'Serahkan sekarang' }).waitFor();
  await handInHere(page);
}
