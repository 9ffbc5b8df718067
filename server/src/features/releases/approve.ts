import type { Release } from '@patuh/shared/contracts/releases';
import type { Actor } from '@patuh/shared/domain/actor';
import type { ReleaseId } from '@patuh/shared/domain/ids';
import { ComputedContent, computedPayload, contentHash } from '@patuh/shared/publication/computed';
import { PublicationId } from '@patuh/shared/publication/payload';
import { type SealedPublication, sealPublication } from '@patuh/shared/publication/seal';

import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { headSequence, insertPublication, lockChain } from '@patuh/server/platform/publication-chain';
import { type ContentResult, releaseContent } from './content.ts';
import { whyNotApprove, whyNotPublish, whyNotPublishNow } from './policy.ts';
import { holdUnits } from '@patuh/server/platform/assessments/release-units';
import { countPublications, currentList, headHash } from '@patuh/server/platform/published-lists';
import { findScope, type ReleaseScopeRow } from '@patuh/server/platform/release-scope';
import { auditHeads, decideRelease, findRelease, governmentsOf, lockRelease, type ReleaseRow } from './queries.ts';
import { blockersOf, blockerTexts, releaseView } from './view.ts';

export interface PublishingDeps extends Pick<ApiDeps, 'db' | 'now'> {
  /** Sign publications: the real chain's, and the demo's own. */
  readonly signingKeys: { readonly main: Uint8Array; readonly demo: Uint8Array };
}

export interface Approval {
  readonly releaseId: ReleaseId;
  /** Hash of what the approver looked at. */
  readonly contentHash: string;
}

/**
 * The second of two people publishes what was prepared: computed anew from the assessments, compared with what was prepared
 * and seen, signed, and added to the chain. Whatever changed in between refuses it, and nobody can reopen a unit meanwhile.
 */
export async function approveRelease(deps: PublishingDeps, actor: Actor, approval: Approval): Promise<Release> {
  const { db, now } = deps;
  return await inTransaction(db, async (trx) => {
    const release = await lockRelease(trx, approval.releaseId);
    const scope = release === undefined ? undefined : await findScope(trx, release.periodId, release.province);
    if (release === undefined || scope === undefined || whyNotPublish(actor, scope.province.code)) {
      throw new ProblemError('not-found');
    }
    const refusal = whyNotApprove(actor, release);
    if (refusal !== undefined) throw new ProblemError(refusal);

    await lockChain(trx, scope.chain);
    const at = now();
    const content = await approvedContent(trx, release, scope, approval.contentHash, at);
    const { file, text } = await sealed(trx, content, scope, deps.signingKeys[scope.chain], at);
    await insertPublication(trx, (await headSequence(trx, scope.chain)) + 1, file, text);
    const { id: publicationId, replaces } = file.payload;
    await decideRelease(trx, release.id, { state: 'published', by: actor.personId, at, publicationId });
    const decided = await findRelease(trx, release.id);
    await appendAudit(
      trx,
      {
        office: release.province,
        actor: { kind: 'person', id: actor.personId },
        action: replaces === null ? 'publication.published' : 'publication.corrected',
        subject: { kind: 'publication', id: publicationId },
        beforeHash: replaces?.hash ?? null,
        afterHash: file.hash,
        detail: { chain: scope.chain, release: release.id, ...(replaces !== null && { replaces: replaces.id }) },
      },
      now,
    );
    return releaseView(decided ?? release, scope, actor);
  });
}

async function approvedContent(
  trx: Writer,
  release: ReleaseRow,
  scope: ReleaseScopeRow,
  seen: string,
  at: Date,
): Promise<ComputedContent> {
  const units = await holdUnits(trx, scope, at);
  const stored = ComputedContent.safeParse(release.content);
  const current = await currentList(trx, scope);
  const { decree, replaces: replaced, reason } = release;
  const replaces =
    replaced === null || current === undefined ? null : { id: replaced, hash: current.hash, reason: reason ?? '' };
  const result: ContentResult = await releaseContent(trx, scope, units, { decree, replaces });
  const refusal = whyNotPublishNow({
    units,
    hashes: {
      seen,
      prepared: release.contentHash,
      stored: stored.success ? contentHash(stored.data) : null,
      now: result.kind === 'content' ? contentHash(result.content) : null,
    },
    replaces: replaced,
    current: current?.id ?? null,
  });
  if (refusal === 'release-blocked') {
    const names = new Map((await governmentsOf(trx, scope.province.code)).map(({ code, name }) => [code, name]));
    throw new ProblemError(refusal, [], { blockers: blockerTexts(blockersOf(units, names)) });
  }
  if (refusal !== undefined) throw new ProblemError(refusal);
  if (result.kind === 'blocked') throw new ProblemError('release-blocked', [], { blockers: [...result.blockers] });
  return result.content;
}

async function sealed(
  trx: Writer,
  content: ComputedContent,
  scope: ReleaseScopeRow,
  secretKey: Uint8Array,
  at: Date,
): Promise<SealedPublication> {
  const number = (await countPublications(trx, scope)) + 1;
  const payload = computedPayload(content, {
    id: PublicationId.parse(`${scope.province.code}-${scope.year}-${number}`),
    publishedAt: at.toISOString(),
    auditHeads: await auditHeads(trx, scope.province.code),
  });
  return sealPublication(payload, await headHash(trx, scope.chain), secretKey);
}
