import type { ApiDeps } from '@patuh/server/platform/access';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { stateNow } from '@patuh/server/platform/assessments/state';
import { unitKindName } from '@patuh/server/platform/assessments/view';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { planVersion } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import type { LastSeason, PlannedUnit, UnitPlan } from '@patuh/shared/contracts/units';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId, UnitId } from '@patuh/shared/domain/ids';
import { readersOf, takesPart } from '@patuh/shared/domain/period';
import { bandOf } from '@patuh/shared/scoring/zones';

import { whyNotPlan } from './policy.ts';
import { findGovernments, findProvince, findUnits, type UnitRow } from '@patuh/server/platform/register/units';
import {
  findLastScores,
  findPeriod,
  findPlanned,
  findSeasonBefore,
  type PeriodRow,
  type PlannedRow,
} from './queries.ts';

export interface PlanOf {
  readonly periodId: PeriodId;
  readonly province: ProvinceCode;
}

/** The period as the province plans it. Throws `not-found` outside the scope, and where the province has no part in it. */
export async function periodFor(db: Reader, actor: Actor, { periodId, province }: PlanOf): Promise<PeriodRow> {
  const period = await findPeriod(db, periodId, province);
  const known = await findProvince(db, province);
  if (period === undefined || known === undefined || !takesPart(period, province)) throw new ProblemError('not-found');
  if (!hasRole(actor, readersOf(period.kind), { province })) throw new ProblemError('not-found');
  return period;
}

/** The units of a province in a period. Throws `not-found`. */
export async function getUnitPlan(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  of: PlanOf,
): Promise<UnitPlan> {
  return await inSnapshot(db, async (snapshot) => {
    const period = await periodFor(snapshot, actor, of);
    const planned = await findPlanned(snapshot, of.periodId, of.province);
    const last = await lastResults(snapshot, period, of.province, now());
    const inPlan = new Set(planned.map(({ unitId }) => unitId));
    const known = (await findUnits(snapshot, of.province)).filter(({ closedAt }) => closedAt === null);
    const byGovernment = Map.groupBy(planned, ({ government }) => government);
    const open = whyNotPlan({ ...period, published: period.published === true }) === undefined;
    return {
      version: await planVersion(snapshot, of),
      mayChange: open && hasRole(actor, ['head'], { province: of.province }),
      published: period.published === true,
      governments: (await findGovernments(snapshot, of.province)).map((government) => ({
        ...government,
        units: (byGovernment.get(government.code) ?? []).map((row) => plannedUnit(row, period, last, now())),
        others: known.filter((unit) => unit.government === government.code && !inPlan.has(unit.id)).map(labelOf),
      })),
    };
  });
}

type Last = ReadonlyMap<UnitId, NonNullable<PlannedUnit['last']>>;

function plannedUnit(row: PlannedRow, period: PeriodRow, last: Last, now: Date): PlannedUnit {
  const { unitId, kind, name, firstTime, team, assessmentId, version, state, note, source } = row;
  return {
    unitId,
    kind,
    kindName: unitKindName(kind),
    name,
    firstTime,
    closed: row.closedAt !== null,
    team,
    assessment:
      assessmentId === null || version === null || state === null
        ? null
        : { id: assessmentId, version, state: stateNow(state, period.clarificationUntil, now), note, source },
    last: last.get(unitId) ?? null,
  };
}

function labelOf({ id, name, kind }: UnitRow) {
  return { unitId: id, name, kindName: unitKindName(kind) };
}

async function lastResults(db: Reader, period: PeriodRow, province: ProvinceCode, now: Date): Promise<Last> {
  const found = new Map<UnitId, NonNullable<PlannedUnit['last']>>();
  for (const row of await findLastScores(db, period, { province, now })) {
    const { instrument } = await instrumentOf(db, row);
    found.set(row.unitId, { year: row.year, zone: bandOf(instrument, row.governmentKind, row.score)?.zone ?? null });
  }
  return found;
}

/** What copying the last season would take: units that were in it, are open and not planned yet. Throws `not-found`. */
export async function getLastSeason({ db }: Pick<ApiDeps, 'db'>, actor: Actor, of: PlanOf): Promise<LastSeason> {
  return await inSnapshot(db, async (snapshot) => {
    const period = await periodFor(snapshot, actor, of);
    const before = await findSeasonBefore(snapshot, period, of.province);
    const planned = new Set((await findPlanned(snapshot, of.periodId, of.province)).map(({ unitId }) => unitId));
    const units = Map.groupBy(await findUnits(snapshot, of.province), ({ government }) => government);
    return {
      year: before.year,
      version: await planVersion(snapshot, of),
      governments: (await findGovernments(snapshot, of.province)).map(({ code, name }) => {
        const own = units.get(code) ?? [];
        const unplanned = own.filter(({ id }) => !planned.has(id));
        const open = unplanned.filter(({ closedAt }) => closedAt === null);
        return {
          code,
          name,
          taken: open.filter(({ id }) => before.units.has(id)).map(labelOf),
          planned: own.length - unplanned.length,
          closed: unplanned.filter(({ id, closedAt }) => closedAt !== null && before.units.has(id)).map(labelOf),
          left: open.filter(({ id }) => !before.units.has(id)).map(labelOf),
        };
      }),
    };
  });
}
