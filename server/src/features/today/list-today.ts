import type { ApiDeps } from '@patuh/server/platform/access';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { allProvinces, type Asked, findProvinces, type Found } from '@patuh/server/platform/today/found';
import type { getToday, TodayItem } from '@patuh/shared/contracts/today';
import type { Actor, Role } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { readersOf } from '@patuh/shared/domain/period';
import { TODAY_KINDS, type TodayKind, TOLD_TO } from '@patuh/shared/today/kinds';
import { rankToday } from '@patuh/shared/today/ranking';
import type * as z from 'zod/mini';

import { FINDERS } from './finders.ts';

type Answer = z.infer<typeof getToday.ok>;

/** What needs the person today, first things first; as of one moment. */
export async function listToday(deps: Pick<ApiDeps, 'db' | 'now'>, actor: Actor): Promise<Answer> {
  const now = deps.now();
  return await inSnapshot(deps.db, async (db) => {
    const isNational = actor.grants.some(({ role }) => role === 'national-admin');
    const everywhere = isNational ? await allProvinces(db) : [];
    const found = new Map<TodayKind, Found>();
    const knowsLot = provincesFor(actor, readersOf('comparison'), everywhere);
    for (const kind of TODAY_KINDS) {
      const provinces = provincesFor(actor, TOLD_TO[kind], everywhere);
      if (provinces.length === 0) continue;
      found.set(kind, await FINDERS[kind](db, { provinces, knowsLot, person: actor.personId, now }));
    }
    return {
      at: now.toISOString(),
      items: [...rankToday(itemsOf(found))],
      provinces: await sharesOf(db, found),
    };
  });
}

/** Where the person holds one of the roles that are told. */
function provincesFor(
  { grants }: Actor,
  roles: readonly Role[],
  everywhere: readonly ProvinceCode[],
): Asked['provinces'] {
  const told = grants.filter(({ role }) => roles.includes(role));
  if (told.some(({ scope }) => scope.kind === 'national')) return everywhere;
  return [...new Set(told.flatMap(({ scope }) => (scope.kind === 'province' ? [scope.code] : [])))];
}

function itemsOf(found: ReadonlyMap<TodayKind, Found>): readonly TodayItem[] {
  return [...found].flatMap(([kind, { count, daysLeft, first }]) =>
    count === 0 ? [] : [{ kind, count, daysLeft, first }],
  );
}

/** Only where there are several: of one province the items themselves say everything. */
async function sharesOf(db: Reader, found: ReadonlyMap<TodayKind, Found>): Promise<Answer['provinces']> {
  const shares = [...found].flatMap(([kind, { provinces }]) => provinces.map((share) => ({ kind, ...share })));
  const byProvince = Map.groupBy(shares, ({ code }) => code);
  if (byProvince.size < 2) return [];
  const provinces = await findProvinces(db, [...byProvince.keys()]);
  return provinces.map(({ code, name }) => ({
    code,
    name,
    counts: (byProvince.get(code) ?? []).map(({ kind, count }) => ({ kind, count })),
  }));
}
