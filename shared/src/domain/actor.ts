import * as z from 'zod/mini';

import { GovernmentCode, ProvinceCode } from './government.ts';
import { type PersonId, type SessionId, UnitId } from './ids.ts';

/** Who does something, and for which part of the country. */

export const ROLES = [
  'national-admin',
  'head',
  'verifier',
  'assessor',
  'enumerator',
  'sekda',
  'unit-contact',
  'observer',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const Scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('national') }),
  z.strictObject({ kind: z.literal('province'), code: ProvinceCode }),
  z.strictObject({ kind: z.literal('government'), code: GovernmentCode }),
  z.strictObject({ kind: z.literal('unit'), id: UnitId }),
]);
export type Scope = z.infer<typeof Scope>;

/** Kinds of scope a role may be given for. */
export const SCOPES_OF_ROLE = {
  'national-admin': ['national'],
  head: ['province'],
  verifier: ['province'],
  assessor: ['province'],
  enumerator: ['province'],
  sekda: ['government'],
  'unit-contact': ['unit'],
  observer: ['government', 'province'],
} as const satisfies Record<Role, readonly Scope['kind'][]>;

/** Roles that sign in with a second factor. */
export const SECOND_FACTOR_ROLES: readonly Role[] = ['national-admin', 'head'];

export const Grant = z.strictObject({ role: Role, scope: Scope });
export type Grant = z.infer<typeof Grant>;

/** A signed-in person as policies see them. */
export interface Actor {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
  readonly grants: readonly Grant[];
}

/** Where a thing lies; absent parts are wider than that: a government has no unit, the nation nothing. */
export interface Place {
  readonly province?: ProvinceCode;
  readonly government?: GovernmentCode;
  readonly unit?: UnitId;
}

/** Whether a scope holds a place wholly. */
export function covers(scope: Scope, place: Place): boolean {
  switch (scope.kind) {
    case 'national':
      return true;
    case 'province':
      return place.province === scope.code;
    case 'government':
      return place.government === scope.code;
    case 'unit':
      return place.unit === scope.id;
    default:
      return scope satisfies never;
  }
}

/** Whether the person holds one of the roles for a scope that holds the place. */
export function hasRole(actor: Pick<Actor, 'grants'>, roles: readonly Role[], place: Place): boolean {
  return actor.grants.some(({ role, scope }) => roles.includes(role) && covers(scope, place));
}
