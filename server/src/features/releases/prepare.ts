import { randomUUID } from 'node:crypto';

import type { PrepareReleaseInput, Release } from '@patuh/shared/contracts/releases';
import type { Actor } from '@patuh/shared/domain/actor';
import { ReleaseId } from '@patuh/shared/domain/ids';
import { dayIn } from '@patuh/shared/domain/calendar';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { type ComputedContent, contentHash } from '@patuh/shared/publication/computed';
import { PublicationFile } from '@patuh/shared/publication/payload';

import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import { releaseContent } from './content.ts';
import { whyNotPrepare, whyNotPublish } from './policy.ts';
import { holdUnits, type ReleaseUnit } from '@patuh/server/platform/assessments/release-units';
import { currentList, type CurrentList, publicationText } from '@patuh/server/platform/published-lists';
import { findScope, type ReleaseScopeRow } from '@patuh/server/platform/release-scope';
import { governmentsOf, insertRelease, lockRelease, lockScope, releasesOf } from './queries.ts';
import { blockersOf, blockerTexts, releaseView } from './view.ts';

/**
 * The first of two people says what is to be published, and by which decree. What the assessments give at this moment is
 * kept with its hash, so that the second one approves exactly that. Refused with the list of what is not final.
 */
export async function prepareRelease(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  input: PrepareReleaseInput,
): Promise<Release> {
  return await inTransaction(db, async (trx) => {
    const scope = await findScope(trx, input.periodId, input.province);
    if (scope === undefined || whyNotPublish(actor, scope.province.code)) throw new ProblemError('not-found');
    await lockScope(trx, scope.periodId, scope.province.code);
    const at = now();
    const units = await holdUnits(trx, scope, at);
    const current = await currentList(trx, scope);
    const releases = await releasesOf(trx, scope);
    const facts = {
      inPreparation: releases.some(({ state }) => state === 'prepared'),
      current,
      decreeDate: input.decree.date,
      today: dayIn(scope.province.timeZone, at),
      units,
    };
    const reason = whyNotPrepare(facts, input.correction);
    if (reason !== undefined) await refuse(trx, reason, scope, units);

    const content = await contentOf(trx, scope, units, input, current);
    const id = ReleaseId.parse(randomUUID());
    const { periodId, province, decree, correction } = input;
    const hash = contentHash(content);
    await insertRelease(trx, {
      id,
      periodId,
      province,
      decree,
      correction,
      content,
      contentHash: hash,
      preparedBy: actor.personId,
      preparedAt: at,
    });
    const made = await lockRelease(trx, id);
    if (made === undefined) throw new RangeError(`Release ${id} was not stored`);
    await appendAudit(
      trx,
      {
        office: province,
        actor: { kind: 'person', id: actor.personId },
        action: 'release.prepared',
        subject: { kind: 'release', id },
        beforeHash: current?.hash ?? null,
        afterHash: hash,
        detail: { period: periodId, ...(correction !== null && { replaces: correction.replaces }) },
      },
      now,
    );
    return releaseView(made, scope, actor);
  });
}

async function refuse(
  trx: Writer,
  reason: NonNullable<ReturnType<typeof whyNotPrepare>>,
  scope: ReleaseScopeRow,
  units: readonly ReleaseUnit[],
): Promise<never> {
  if (reason === 'decree-date-in-future') {
    throw new ProblemError(reason, [{ field: 'body.decree.date', message: 'Tanggal keputusan belum tiba.' }]);
  }
  if (reason !== 'release-blocked') throw new ProblemError(reason);
  const names = new Map((await governmentsOf(trx, scope.province.code)).map(({ code, name }) => [code, name]));
  throw new ProblemError(reason, [], { blockers: blockerTexts(blockersOf(units, names)) });
}

async function contentOf(
  trx: Writer,
  scope: ReleaseScopeRow,
  units: readonly ReleaseUnit[],
  { decree, correction }: PrepareReleaseInput,
  current: CurrentList | undefined,
): Promise<ComputedContent> {
  const replaces =
    current === undefined || correction === null
      ? null
      : { id: current.id, hash: current.hash, reason: correction.reason };
  const result = await releaseContent(trx, scope, units, { decree, replaces });
  if (result.kind === 'blocked') throw new ProblemError('release-blocked', [], { blockers: [...result.blockers] });
  if (current !== undefined && says(result.content, await publicationText(trx, current.id)))
    throw new ProblemError('nothing-to-correct');
  return result.content;
}

/** Whether the public would read the same as before. */
function says(content: ComputedContent, publishedText: string): boolean {
  const { payload } = PublicationFile.parse(JSON.parse(publishedText));
  if (payload.publicationKind !== 'computed') return false;
  const told = ({ decree, instrument, rows, notAssessed, missing }: ComputedContent): string =>
    canonicalText([decree, instrument.contentHash, rows, notAssessed, missing]);
  return told(content) === told(payload);
}
