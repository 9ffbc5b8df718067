import type { AuditOffice } from '@patuh/shared/audit/event';
import type { Actor, Role } from '@patuh/shared/domain/actor';

const FIELD_ROLES: ReadonlySet<Role> = new Set(['assessor', 'enumerator']);

/** Whose audit tells of what somebody of the field did that belongs to no unit: the office they work in the field for. */
export function homeOffice({ grants }: Pick<Actor, 'grants'>): AuditOffice {
  const field = grants.find(({ role, scope }) => FIELD_ROLES.has(role) && scope.kind === 'province');
  return field?.scope.kind === 'province' ? field.scope.code : 'pusat';
}
