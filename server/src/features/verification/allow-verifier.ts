import { findInvolvement } from '@patuh/server/platform/assessments/involvement';
import type { ApiDeps } from '@patuh/server/platform/access';
import { raiseVersion } from '@patuh/server/platform/assessments/lock';
import { inTransaction } from '@patuh/server/platform/database';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';

import { auditDecision } from './audit.ts';
import { whyNotAllow } from './policy.ts';
import { findVerifiers, insertException } from './queries.ts';
import { lockForDecision, obey } from './under-lock.ts';

/**
 * The head lets somebody verify what they collected, because the office has nobody else; it shows on the unit for good.
 * Throws the problems of the contract `allowVerifier`.
 */
export async function allowVerifier(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  {
    assessmentId: id,
    personId,
    reason,
  }: { readonly assessmentId: AssessmentId; readonly personId: PersonId; readonly reason: string },
): Promise<void> {
  await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const { assessment } = await lockForDecision(trx, actor, { id, now: at });
    const verifiers = await findVerifiers(trx, id, assessment.place.province);
    const { excepted } = await findInvolvement(trx, id, personId);
    obey(whyNotAllow(actor, assessment.place, { personId, verifiers, excepted }));
    await insertException(trx, id, { personId, reason, person: actor.personId, at });
    await raiseVersion(trx, id);
    const detail = { person: personId };
    await auditDecision(
      trx,
      { actor, assessment, action: 'verifier.allowed', after: { personId, reason }, detail },
      deps.now,
    );
  });
}
