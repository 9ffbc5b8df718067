import { sql } from 'kysely';

import type { OfficeScope } from '@patuh/shared/contracts/office-units';
import { type Actor, hasRole, type Role } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { PERIOD_KINDS, readersOf } from '@patuh/shared/domain/period';

import type { Reader } from '../database.ts';
import { ProblemError } from '../problem.ts';

const OFFICE: ReadonlySet<Role> = new Set(['verifier', 'head']);

/** Provinces where the person verifies or heads the office; null: everywhere. */
function provincesOf({ grants }: Pick<Actor, 'grants'>): readonly ProvinceCode[] | null {
  if (grants.some(({ role }) => role === 'national-admin')) return null;
  const codes = grants.flatMap(({ role, scope }) =>
    OFFICE.has(role) && scope.kind === 'province' ? [scope.code] : [],
  );
  return [...new Set(codes)];
}

export interface ScopeRow extends OfficeScope {
  readonly timeZone: string;
}

/** As the reader is told of it. */
export function choiceOf({ periodId, year, name, kind, chain, province }: ScopeRow): OfficeScope {
  return { periodId, year, name, kind, chain, province };
}

/**
 * The periods that are under way or over and are the person’s to look at, by the provinces that have teams in them: newest
 * first, the season of a year before its practice and its second visits. Who verifies must not learn which units are visited twice.
 */
export async function findScopes(db: Reader, actor: Pick<Actor, 'grants'>): Promise<readonly ScopeRow[]> {
  const provinces = provincesOf(actor);
  if (provinces?.length === 0) return [];
  const all = db
    .selectFrom('period')
    .innerJoin('province', (join) => join.onTrue())
    .select([
      'period.id as periodId',
      'period.year',
      'period.name',
      'period.kind',
      'period.chain',
      'province.code',
      'province.name as provinceName',
      'province.time_zone as timeZone',
    ])
    .where('period.opened_at', 'is not', null)
    .where((either) =>
      either.exists(
        either
          .selectFrom('team')
          .select(sql`1`.as('one'))
          .whereRef('team.period_id', '=', 'period.id')
          .whereRef('team.province_code', '=', 'province.code'),
      ),
    )
    .orderBy('period.year', 'desc')
    .orderBy('period.chain', 'desc')
    .orderBy(sql`array_position(${[...PERIOD_KINDS]}::text[], period.kind)`)
    .orderBy('province.code')
    .orderBy('period.created_at', 'desc')
    .orderBy('period.id');
  const rows = await (provinces === null ? all : all.where('province.code', 'in', provinces)).execute();
  return rows
    .filter(({ kind, code }) => hasRole(actor, readersOf(kind), { province: code }))
    .map(({ code, provinceName, ...row }) => ({ ...row, province: { code, name: provinceName } }));
}

/** What is asked for among what there is. Throws `not-found` where the caller asks for something else. */
export function chosenScope(
  scopes: readonly ScopeRow[],
  { period, province }: { readonly period?: PeriodId | undefined; readonly province?: ProvinceCode | undefined },
): ScopeRow | undefined {
  const isWanted = (scope: ScopeRow): boolean =>
    (period === undefined || scope.periodId === period) && (province === undefined || scope.province.code === province);
  const found = scopes.find(isWanted);
  if (found === undefined && (period !== undefined || province !== undefined)) throw new ProblemError('not-found');
  return found;
}
