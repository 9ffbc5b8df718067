import type { Places } from '@patuh/shared/contracts/places';
import type { Scope } from '@patuh/shared/domain/actor';
import { type GovernmentCode, LocalGovernmentKind, type ProvinceCode } from '@patuh/shared/domain/government';
import type { UnitId } from '@patuh/shared/domain/ids';

import type { Reader } from '@patuh/server/platform/database';

/** What a set of scopes reaches. */
interface Reach {
  readonly all: boolean;
  readonly provinces: readonly ProvinceCode[];
  readonly governments: readonly GovernmentCode[];
  readonly units: readonly UnitId[];
}

export function reachOf(scopes: readonly Scope[]): Reach {
  return {
    all: scopes.some(({ kind }) => kind === 'national'),
    provinces: scopes.flatMap((scope) => (scope.kind === 'province' ? [scope.code] : [])),
    governments: scopes.flatMap((scope) => (scope.kind === 'government' ? [scope.code] : [])),
    units: scopes.flatMap((scope) => (scope.kind === 'unit' ? [scope.id] : [])),
  };
}

/** Provinces of the scopes themselves; that of a government or unit is not the scope. */
export async function provincesWithin(db: Reader, { all, provinces }: Reach): Promise<Places['provinces']> {
  if (!all && provinces.length === 0) return [];
  const asked = db.selectFrom('province').select(['code', 'name']).orderBy('code');
  return await (all ? asked : asked.where('code', 'in', provinces)).execute();
}

export async function governmentsWithin(db: Reader, reach: Reach): Promise<Places['governments']> {
  const { all, provinces, governments } = reach;
  if (!all && provinces.length + governments.length === 0) return [];
  const rows = await db
    .selectFrom('government')
    .select(['code', 'name', 'kind'])
    .where((row) =>
      row.or([
        row.lit(all),
        ...(provinces.length > 0 ? [row('province_code', 'in', provinces)] : []),
        ...(governments.length > 0 ? [row('code', 'in', governments)] : []),
      ]),
    )
    .orderBy('code')
    .execute();
  return rows.flatMap(({ code, name, kind }) => {
    const local = LocalGovernmentKind.safeParse(kind);
    return local.success ? [{ code, name, kind: local.data }] : [];
  });
}

/** Units of the named government that are not closed, and those that somebody is a contact of; only within the reach. */
export async function unitsWithin(
  db: Reader,
  { all, provinces, governments, units }: Reach,
  government: GovernmentCode | undefined,
): Promise<Places['units']> {
  return await db
    .selectFrom('unit')
    .innerJoin('government', 'government.code', 'unit.government_code')
    .select(['unit.id', 'unit.name', 'unit.government_code as government'])
    .where((row) =>
      row.or([
        row.lit(all),
        ...(provinces.length > 0 ? [row('government.province_code', 'in', provinces)] : []),
        ...(governments.length > 0 ? [row('government.code', 'in', governments)] : []),
        ...(units.length > 0 ? [row('unit.id', 'in', units)] : []),
      ]),
    )
    .where((row) =>
      row.or([
        ...(government === undefined
          ? []
          : [row.and([row('unit.government_code', '=', government), row('unit.closed_at', 'is', null)])]),
        ...(units.length > 0 ? [row('unit.id', 'in', units)] : []),
        row.exists(
          row
            .selectFrom('person_grant')
            .select('person_grant.person_id')
            .where('person_grant.scope_kind', '=', 'unit')
            .whereRef('person_grant.scope_code', '=', (text) => text.cast<string>('unit.id', 'text')),
        ),
      ]),
    )
    .orderBy('unit.name')
    .execute();
}
