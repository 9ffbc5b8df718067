import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';

/** The office of the province reads its register and its plan, and the national office every one. */
export function whyNotRead(actor: Pick<Actor, 'grants'>, province: ProvinceCode): ProblemCode | undefined {
  return hasRole(actor, ['head', 'verifier', 'national-admin'], { province }) ? undefined : 'not-found';
}

/** The head decides what a unit is and whether it is assessed. */
export function whyNotChange(actor: Pick<Actor, 'grants'>, province: ProvinceCode): ProblemCode | undefined {
  if (hasRole(actor, ['head'], { province })) return undefined;
  return whyNotRead(actor, province) ?? 'not-permitted';
}
