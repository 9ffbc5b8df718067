import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { grantsOf } from '@patuh/server/platform/sessions/grants';
import { sessionLimits } from '@patuh/server/platform/sessions/open-session';
import { readRefreshToken, type RefreshToken } from '@patuh/server/platform/sessions/refresh-token';
import { assertNever } from '@patuh/shared/domain/assert-never';

import { auditOwnAccount } from './audit.ts';
import type { SignInDeps } from './deps.ts';
import { judgeRefresh } from './policy.ts';
import { lockSession, revokeSession, saveGeneration } from './queries.ts';
import { admit, type Admission } from './signed-in.ts';

/**
 * A new access token and the next refresh token. The token before the newest gets the same successor again, because its
 * answer may have been lost on the way; one older than that was copied, and the session ends. Throws `signed-out`.
 */
export async function refresh(deps: SignInDeps, token: string | undefined): Promise<Admission> {
  const given = readRefreshToken(deps.keys.refresh, token);
  if (given === undefined) throw new ProblemError('signed-out');
  // Ending a session that was copied must stay when the answer is a refusal.
  const admission = await inTransaction(deps.db, (trx) => decide(deps, trx, given));
  if (admission === undefined) throw new ProblemError('signed-out');
  return admission;
}

async function decide(deps: SignInDeps, trx: Writer, given: RefreshToken): Promise<Admission | undefined> {
  const now = deps.now();
  const session = await lockSession(trx, given.sessionId);
  if (session === undefined) return undefined;
  const { person_id: personId, expires_at: until } = session;
  const { idleMs } = sessionLimits(await grantsOf(trx, personId));
  const verdict = judgeRefresh(session, { generation: given.generation, now, idleMs });
  switch (verdict) {
    case 'over':
      return undefined;
    case 'copied':
      await revokeSession(trx, personId, given.sessionId, now);
      await auditOwnAccount(trx, deps.now, {
        personId,
        actor: { kind: 'system', id: 'sign-in' },
        action: 'person.signed-out',
        detail: { session: given.sessionId, why: 'token-copied' },
      });
      return undefined;
    case 'repeat':
      return await admit(deps, trx, { ...given, generation: session.generation, personId, until });
    case 'next': {
      const generation = given.generation + 1;
      await saveGeneration(trx, given.sessionId, generation, now);
      return await admit(deps, trx, { ...given, generation, personId, until });
    }
    default:
      return assertNever(verdict);
  }
}
