import type { Grant, Scope } from '@patuh/shared/domain/actor';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { PersonId, UnitId } from '@patuh/shared/domain/ids';

import type { Reader, Writer } from '../database.ts';
import type { PersonGrantTable } from '../tables/people.ts';

const NATIONAL = 'nasional';

type GrantColumns = Pick<PersonGrantTable, 'role' | 'scope_kind' | 'scope_code'>;

/** The columns of a grant; the primary key of the table is one string whatever the scope. */
export function grantColumns({ role, scope }: Grant): GrantColumns {
  return { role, scope_kind: scope.kind, scope_code: scopeCode(scope) };
}

/** A grant as it was stored; only what `grantColumns` made gets into the table. */
export function grantOf({ role, scope_kind: kind, scope_code: code }: GrantColumns): Grant {
  return { role, scope: scopeOf(kind, code) };
}

function scopeCode(scope: Scope): string {
  switch (scope.kind) {
    case 'national':
      return NATIONAL;
    case 'province':
    case 'government':
      return scope.code;
    case 'unit':
      return scope.id;
    default:
      return scope satisfies never;
  }
}

function scopeOf(kind: Scope['kind'], code: string): Scope {
  switch (kind) {
    case 'national':
      return { kind };
    case 'province':
      return { kind, code: code as ProvinceCode };
    case 'government':
      return { kind, code: code as GovernmentCode };
    case 'unit':
      return { kind, id: code as UnitId };
    default:
      return kind satisfies never;
  }
}

/** What a person may do, in an order that stays. */
export async function grantsOf(db: Reader, personId: PersonId): Promise<readonly Grant[]> {
  const rows = await db
    .selectFrom('person_grant')
    .where('person_id', '=', personId)
    .select(['role', 'scope_kind', 'scope_code'])
    .orderBy('role')
    .orderBy('scope_code')
    .execute();
  return rows.map(grantOf);
}

/** Gives a person grants; those they hold already stay as they are. */
export async function giveGrants(trx: Writer, personId: PersonId, grants: readonly Grant[], now: Date): Promise<void> {
  if (grants.length === 0) return;
  await trx
    .insertInto('person_grant')
    .values(grants.map((grant) => ({ person_id: personId, ...grantColumns(grant), granted_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
