import type { AuditOffice } from '@patuh/shared/audit/event';
import type { Scope } from '@patuh/shared/domain/actor';
import { type GovernmentCode, type ProvinceCode, provinceOf } from '@patuh/shared/domain/government';
import type { PersonId } from '@patuh/shared/domain/ids';

import type { Reader } from '../database.ts';
import { grantsOf } from './grants.ts';

/** Who keeps the audit of a person: the office of the province in which all their grants lie, else the national office. */
export async function officeOfPerson(db: Reader, personId: PersonId): Promise<AuditOffice> {
  return await officeOfScopes(
    db,
    (await grantsOf(db, personId)).map(({ scope }) => scope),
  );
}

export async function officeOfScopes(db: Reader, scopes: readonly Scope[]): Promise<AuditOffice> {
  const provinces = new Set(await Promise.all(scopes.map((scope) => provinceOfScope(db, scope))));
  const [only] = provinces;
  return provinces.size === 1 && only !== undefined ? only : 'pusat';
}

/** Undefined for the whole nation, and for a unit that does not exist. */
export async function provinceOfScope(db: Reader, scope: Scope): Promise<ProvinceCode | undefined> {
  switch (scope.kind) {
    case 'national':
      return undefined;
    case 'province':
      return scope.code;
    case 'government':
      return provinceOf(scope.code);
    case 'unit': {
      const government = await governmentOfScope(db, scope);
      return government === undefined ? undefined : provinceOf(government);
    }
    default:
      return scope satisfies never;
  }
}

/** Undefined for what is wider than one government, and for a unit that does not exist. */
export async function governmentOfScope(db: Reader, scope: Scope): Promise<GovernmentCode | undefined> {
  switch (scope.kind) {
    case 'national':
    case 'province':
      return undefined;
    case 'government':
      return scope.code;
    case 'unit': {
      const unit = await db.selectFrom('unit').where('id', '=', scope.id).select('government_code').executeTakeFirst();
      return unit?.government_code;
    }
    default:
      return scope satisfies never;
  }
}
