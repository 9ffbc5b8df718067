import type * as z from 'zod/mini';

import type { ApiDeps } from '@patuh/server/platform/access';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { countHeld } from '@patuh/server/platform/purge/count';
import type {
  getPersonalData,
  getPersonalDataOfPeriod,
  KeptOfProvince,
  Purged,
  RetentionLength,
} from '@patuh/shared/contracts/personal-data';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';
import {
  closedSince,
  NATION_KINDS_KEPT,
  PERIOD_KINDS_KEPT,
  RETENTION,
  RETENTION_KINDS,
} from '@patuh/shared/domain/retention';

import { dueAt, dueOfNation, endedBefore, lengthsOf } from './due.ts';
import { findLengths, findProvinces, findPurges, findScopes } from './queries.ts';

type Deps = Pick<ApiDeps, 'db' | 'now'>;
/** Nothing was taken back after it. */
const EVERYTHING = new Date('9999-01-01T00:00:00.000Z');

/** How long each kind is kept, and since when. */
export async function lengthsShown(db: Reader): Promise<RetentionLength[]> {
  const decided = new Map((await findLengths(db)).map((length) => [length.kind, length]));
  return RETENTION_KINDS.map((kind) => {
    const { months, least, most } = RETENTION[kind];
    const own = decided.get(kind);
    return {
      kind,
      months: own?.months ?? months,
      least,
      most,
      version: own?.version ?? 0,
      changedBy: own?.changedBy ?? null,
      changedAt: own?.changedAt.toISOString() ?? null,
    };
  });
}

/** The lengths, the provinces the caller looks at, and for the national office what belongs to none. */
export async function overview({ db, now }: Deps, actor: Actor): Promise<z.infer<(typeof getPersonalData)['ok']>> {
  return await inSnapshot(db, async (reader) => {
    const isNational = actor.grants.some(({ role }) => role === 'national-admin');
    const provinces = (await findProvinces(reader)).filter(({ code }) => mayRead(actor, code));
    const lengths = await lengthsOf(reader);
    const due = isNational
      ? await Promise.all(NATION_KINDS_KEPT.map(async (kind) => await dueOfNation(reader, kind, lengths, now())))
      : [];
    return {
      lengths: await lengthsShown(reader),
      provinces,
      nation: due.flatMap((item) => (item === undefined ? [] : [{ kind: item.kind, ...figures(item.held) }])),
      purged: isNational ? await purgedOf(reader, null, new Map()) : [],
    };
  });
}

/** Throws `not-found` for a province outside the caller’s scope. */
export async function keptOfProvince({ db, now }: Deps, actor: Actor, province: ProvinceCode): Promise<KeptOfProvince> {
  return await inSnapshot(db, async (reader) => {
    const found = (await findProvinces(reader)).find(({ code }) => code === province);
    if (found === undefined || !mayRead(actor, province)) throw new ProblemError('not-found');
    const scopes = await findScopes(reader, { province });
    const names = new Map(scopes.map(({ periodId, periodName }) => [periodId, periodName]));
    return {
      province: found,
      periods: scopes.map((scope) => {
        const closed = closedSince(scope, now());
        return {
          period: { id: scope.periodId, name: scope.periodName, year: scope.year, kind: scope.kind },
          closedSince: typeof closed === 'string' ? null : closed.toISOString(),
          open: typeof closed === 'string' ? closed : null,
        };
      }),
      purged: await purgedOf(reader, province, names),
    };
  });
}

/** What is held of each kind, whether it is due or not. Throws `not-found` outside the caller’s scope. */
export async function keptOfPeriod(
  { db, now }: Deps,
  actor: Actor,
  { province, periodId }: { readonly province: ProvinceCode; readonly periodId: PeriodId },
): Promise<z.infer<(typeof getPersonalDataOfPeriod)['ok']>> {
  return await inSnapshot(db, async (reader) => {
    const [scope] = mayRead(actor, province) ? await findScopes(reader, { province, periodId }) : [];
    if (scope === undefined) throw new ProblemError('not-found');
    const lengths = await lengthsOf(reader);
    const at = now();
    const kinds = [];
    for (const kind of PERIOD_KINDS_KEPT) {
      const held = await countHeld(reader, { scope, kind, before: EVERYTHING });
      const until = dueAt(kind, scope, lengths, at);
      const isNow = typeof until !== 'string' && until <= at;
      const isDue =
        kind === 'withdrawn'
          ? (await countHeld(reader, { scope, kind, before: endedBefore(lengths.withdrawn, at) })).entries > 0
          : isNow && held.entries + held.files > 0;
      const day = kind === 'withdrawn' || typeof until === 'string' ? null : until.toISOString();
      kinds.push({ kind, until: day, isDue, ...figures(held) });
    }
    return { kinds };
  });
}

function mayRead(actor: Actor, province: ProvinceCode): boolean {
  return hasRole(actor, ['head', 'national-admin'], { province });
}

function figures({ entries, files, bytes }: { entries: number; files: number; bytes: number }) {
  return { entries, files, bytes };
}

async function purgedOf(
  db: Reader,
  province: ProvinceCode | null,
  names: ReadonlyMap<PeriodId, string>,
): Promise<Purged[]> {
  return (await findPurges(db, province)).map(({ id, kind, periodId, at, ...purge }) => ({
    id,
    kind,
    period: periodId === null ? null : { id: periodId, name: names.get(periodId) ?? '' },
    ...figures(purge),
    at: at.toISOString(),
  }));
}
