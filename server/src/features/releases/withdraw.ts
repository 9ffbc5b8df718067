import type { Release } from '@patuh/shared/contracts/releases';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ReleaseId } from '@patuh/shared/domain/ids';

import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { whyNotPublish } from './policy.ts';
import { findScope } from '@patuh/server/platform/release-scope';
import { decideRelease, findRelease, lockRelease } from './queries.ts';
import { releaseView } from './view.ts';

/** Takes back what is prepared and not yet public; either of the two may. What is public is corrected, never withdrawn. */
export async function withdrawRelease(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  releaseId: ReleaseId,
): Promise<Release> {
  return await inTransaction(db, async (trx) => {
    const release = await lockRelease(trx, releaseId);
    const scope = release === undefined ? undefined : await findScope(trx, release.periodId, release.province);
    if (release === undefined || scope === undefined || whyNotPublish(actor, scope.province.code)) {
      throw new ProblemError('not-found');
    }
    if (release.state !== 'prepared') throw new ProblemError('release-decided');
    await decideRelease(trx, releaseId, { state: 'withdrawn', by: actor.personId, at: now(), publicationId: null });
    const decided = await findRelease(trx, releaseId);
    await appendAudit(
      trx,
      {
        office: release.province,
        actor: { kind: 'person', id: actor.personId },
        action: 'release.withdrawn',
        subject: { kind: 'release', id: releaseId },
        beforeHash: release.contentHash,
        afterHash: null,
        detail: { period: release.periodId },
      },
      now,
    );
    return releaseView(decided ?? release, scope, actor);
  });
}
