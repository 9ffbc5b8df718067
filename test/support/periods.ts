import { randomUUID } from 'node:crypto';

import { inTransaction } from '@patuh/server/platform/database';
import type { CreatePeriodInput, PeriodSettings, PeriodView } from '@patuh/shared/contracts/periods';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { aUnit, type TestUnit } from './assessments.ts';
import type { Client } from './people.ts';
import { instrumentOf } from './reference-instruments.ts';
import type { Site } from './site.ts';

/** Periods as the office plans them. */

export const SETTINGS: PeriodSettings = {
  name: 'Penilaian 2024',
  scoreBeforeSubmission: false,
  clarificationUntil: null,
  secondVisitPercent: 10,
  samplePercent: 20,
  edgePoints: 200,
  reviewDays: 14,
};

const { id, version } = instrumentOf(2024);

/** What somebody sends who makes a season of 2024. */
export function newPeriod(wish: Partial<CreatePeriodInput> = {}): CreatePeriodInput {
  return { kind: 'season', province: null, year: 2024, instrument: { id, version }, settings: SETTINGS, ...wish };
}

/** The answer to a request that must go well. */
export async function seen(answer: ReturnType<Client['get']>): Promise<PeriodView> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as PeriodView;
}

/** Units of a government in the plan of a period that no team has yet. */
export async function plannedUnits(
  { db }: Pick<Site, 'db'>,
  { periodId, government, count }: { readonly periodId: PeriodId; readonly government: string; readonly count: number },
): Promise<readonly TestUnit[]> {
  const units: TestUnit[] = [];
  for (let index = 0; index < count; index += 1) {
    units.push(await aUnit(db, { government, name: `Unit ${index + 1} ${randomUUID().slice(0, 8)}` }));
  }
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('period_unit')
      .values(units.map((unit) => ({ period_id: periodId, unit_id: unit.id, team_id: null, first_time: false })))
      .execute();
  });
  return units;
}
