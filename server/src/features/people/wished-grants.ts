import type { Reader } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { governmentOfScope, provinceOfScope } from '@patuh/server/platform/sessions/person-office';
import type { Actor, Grant } from '@patuh/shared/domain/actor';

import { fitsScope, type PlacedGrant, whyNotGrant } from './policy.ts';
import { scopeExists } from './queries.ts';

/** Places what is wished for. Throws `invalid-request` for a role that cannot be held for that kind of scope. */
export async function placed(db: Reader, grants: readonly Grant[]): Promise<readonly PlacedGrant[]> {
  grants.forEach((grant, index) => {
    if (!fitsScope(grant)) throw invalid(index, 'peran ini tidak diberikan untuk lingkup semacam itu');
  });
  return await Promise.all(
    grants.map(async (grant) => {
      const government = await governmentOfScope(db, grant.scope);
      return { grant, province: (await provinceOfScope(db, grant.scope)) ?? null, government: government ?? null };
    }),
  );
}

/**
 * Throws `grant-not-permitted` for what the caller may not give, whether or not its place exists, and `invalid-request`
 * for a place that does not.
 */
export async function refuseGrants(
  db: Reader,
  actor: Pick<Actor, 'grants'>,
  grants: readonly PlacedGrant[],
): Promise<void> {
  const why = grants.map((grant) => whyNotGrant(actor, grant)).find((reason) => reason !== undefined);
  if (why !== undefined) throw new ProblemError(why);
  for (const [index, { grant }] of grants.entries()) {
    if (!(await scopeExists(db, grant.scope))) throw invalid(index, 'tidak ada wilayah, instansi, atau unit ini');
  }
}

function invalid(index: number, message: string): ProblemError {
  return new ProblemError('invalid-request', [{ field: `body.grants.${index}.scope`, message }]);
}
