import type { Me } from '@patuh/shared/contracts/sign-in';
import { type Grant, ROLES, type Role, SCOPES_OF_ROLE } from '@patuh/shared/domain/actor';

/**
 * Roles that a person may give somewhere: the national office all of them, a head all but those of the national office
 * and of a head. The server decides in the end; this only spares a refusal.
 */
export function rolesToGive(me: Pick<Me, 'grants'>): readonly Role[] {
  if (me.grants.some(({ role }) => role === 'national-admin')) return ROLES;
  return ROLES.filter((role) => role !== 'national-admin' && role !== 'head');
}

/** What is to be chosen for a role, in this order; a unit is found through its government. */
export function scopeKindsOf(role: Role): readonly Grant['scope']['kind'][] {
  return SCOPES_OF_ROLE[role];
}

export function sameGrant(a: Grant, b: Grant): boolean {
  return a.role === b.role && JSON.stringify(a.scope) === JSON.stringify(b.scope);
}
