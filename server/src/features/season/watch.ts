import type { ApiDeps } from '@patuh/server/platform/access';
import { choiceOf, chosenScope, findScopes, type ScopeRow } from '@patuh/server/platform/assessments/office-scopes';
import { seasonDevices } from '@patuh/server/platform/assessments/season-devices';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { type getSeason, SEASON_DEVICES, type SeasonTile } from '@patuh/shared/contracts/season';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import { dayIn, daysOf, standingOn } from '@patuh/shared/domain/calendar';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type * as z from 'zod/mini';

import { countByGovernment, findPhases, findUnits, type Where } from './queries.ts';
import { withProgress } from './units.ts';

type Query = z.infer<NonNullable<typeof getSeason.query>>;
type Answer = z.infer<typeof getSeason.ok>;

/** More than any government has. */
const MOST_UNITS = 500;

/** A province in a period as it stands now. Throws `not-found` for a scope or a government that is not the caller’s. */
export async function watchSeason(deps: Pick<ApiDeps, 'db' | 'now'>, actor: Actor, query: Query): Promise<Answer> {
  const now = deps.now();
  return await inSnapshot(deps.db, async (db) => {
    const found = await findScopes(db, actor);
    const scope = chosenScope(found, query);
    const scopes = found.map(choiceOf);
    const nothing = { tiles: [], units: null, devices: [], devicesFound: 0, calendar: { underWay: [], next: null } };
    if (scope === undefined) return { scopes, scope: null, at: now.toISOString(), ...nothing };
    const where = { periodId: scope.periodId, province: scope.province.code };
    const devices = await seasonDevices(db, [where], now);
    return {
      scopes,
      scope: scopes[found.indexOf(scope)] ?? null,
      at: now.toISOString(),
      calendar: await calendarOf(db, scope, now),
      tiles: await tilesOf(db, where, now),
      units: query.government === undefined ? null : await unitsOf(db, where, query.government, now),
      devices: devices.slice(0, SEASON_DEVICES),
      devicesFound: devices.length,
    };
  });
}

async function calendarOf(
  db: Reader,
  { periodId, province, timeZone }: ScopeRow,
  now: Date,
): Promise<Answer['calendar']> {
  const { everywhere, own } = await findPhases(db, { periodId, province: province.code });
  const { underWay, next } = standingOn(dayIn(timeZone, now), daysOf(everywhere, own));
  return { underWay: [...underWay], next: next ?? null };
}

async function tilesOf(db: Reader, where: Where, now: Date): Promise<SeasonTile[]> {
  const counts = await countByGovernment(db, where, now);
  return [...Map.groupBy(counts, ({ code }) => code).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const sum = (pick: (row: (typeof own)[number]) => number): number => own.reduce((all, row) => all + pick(row), 0);
    const inState = (state: AssessmentState | null): number => sum((row) => (row.state === state ? row.units : 0));
    return [
      {
        government: { code: first.code, name: first.name },
        units: sum(({ units }) => units),
        states: {
          assigned: inState('assigned'),
          'in-progress': inState('in-progress'),
          submitted: inState('submitted'),
          returned: inState('returned'),
          verified: inState('verified'),
          final: inState('final'),
          'not-assessed': inState('not-assessed'),
        },
        withoutTeam: inState(null),
        filesOutstanding: sum(({ filesOutstanding }) => filesOutstanding),
        conflicts: sum(({ conflicts }) => conflicts),
      },
    ];
  });
}

async function unitsOf(db: Reader, { periodId, province }: Where, government: GovernmentCode, now: Date) {
  // A government of another province has no units among these.
  const rows = await findUnits(db, { periodId, provinces: [province], government }, { now, limit: MOST_UNITS });
  return [...(await withProgress(db, periodId, rows))];
}
