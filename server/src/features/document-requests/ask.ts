import { randomBytes, randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';

import { appendAudit } from '@patuh/server/platform/audit';
import { loadCells } from '@patuh/server/platform/assessments/cells';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { inTransaction, type Writer } from '@patuh/server/platform/database';
import { dayIn } from '@patuh/shared/domain/calendar';
import { ProblemError } from '@patuh/server/platform/problem';
import { linkHash } from '@patuh/server/platform/sessions/one-time-link';
import type { AuditEntry } from '@patuh/shared/audit/event';
import type * as contracts from '@patuh/shared/contracts/document-requests';
import type { Actor } from '@patuh/shared/domain/actor';
import { type AssessmentId, DocumentRequestId } from '@patuh/shared/domain/ids';
import { sha256Hex } from '@patuh/shared/publication/hash';
import { sectionsOf } from '@patuh/shared/sync/sections';
import { subjectsOf } from '@patuh/shared/sync/subjects';

import type { LinkDeps, RequestDeps } from './deps.ts';
import { listRequests, lockToAsk } from './list.ts';
import { isUndecided, whyNotDecide } from './policy.ts';
import { findDelivered, insertRequest, lockRequest, setDecision, setDueDay, setToken } from './queries.ts';

type Listed = z.infer<(typeof contracts.listDocumentRequests)['ok']>;
type Wish = z.infer<NonNullable<(typeof contracts.requestDocument)['body']>>;

interface At {
  readonly assessmentId: AssessmentId;
  readonly requestId: DocumentRequestId;
}

/** Asks the unit for one document of one point. Throws the problems of the contract `requestDocument`. */
export async function askForDocument(
  deps: LinkDeps,
  actor: Actor,
  id: AssessmentId,
  { indicatorId, subjectId, wanted, dueOn }: Wish,
): Promise<z.infer<(typeof contracts.requestDocument)['ok']>> {
  return await inTransaction(deps.db, async (trx) => {
    const at = deps.now();
    const { assessment, place, whyNot } = await lockToAsk(trx, actor, { id, now: at });
    if (whyNot !== undefined) throw new ProblemError(whyNot);
    const { instrument } = await instrumentOf(trx, assessment);
    const kind = sectionsOf(instrument)
      .flatMap(({ indicators }) => indicators)
      .find((indicator) => indicator.id === indicatorId)?.subject;
    const subjects = subjectsOf(instrument, assessment.unitKind, await loadCells(trx, id));
    if (!subjects.some((subject) => subject.id === subjectId && subject.kind === kind)) {
      throw new ProblemError('point-unknown');
    }
    refusePast(dueOn, place.timeZone, at);
    const request = DocumentRequestId.parse(randomUUID());
    const token = newToken();
    const row = { assessment_id: id, indicator_id: indicatorId, subject_id: subjectId, wanted, due_on: dueOn };
    await insertRequest(trx, { ...row, id: request, token_hash: linkHash(token) }, { person: actor.personId, at });
    const { requests } = await listRequests(trx, deps, { actor, id });
    const made = requests.find((one) => one.id === request);
    if (made === undefined) throw new Error('A request that was just stored is not there.');
    await audit(trx, deps, {
      actor,
      office: place.province,
      assessment: id,
      action: 'document.requested',
      detail: { request, indicator: indicatorId, subject: subjectId, dueOn },
      words: wanted,
    });
    return { request: made, link: { url: linkUrl(deps.origin, token) } };
  });
}

/** Another last day for a request that is not decided about. Throws the problems of `extendDocumentRequest`. */
export async function extendRequest(deps: RequestDeps, actor: Actor, where: At, dueOn: string): Promise<Listed> {
  return await inTransaction(deps.db, async (trx) => {
    const { place, request } = await lockOpen(trx, deps, actor, where);
    refusePast(dueOn, place.timeZone, deps.now());
    await setDueDay(trx, request.id, dueOn);
    const listed = await listRequests(trx, deps, { actor, id: where.assessmentId });
    await audit(trx, deps, {
      actor,
      office: place.province,
      assessment: where.assessmentId,
      action: 'document.extended',
      detail: { request: request.id, was: request.dueOn, dueOn },
    });
    return listed;
  });
}

/** A new link; the one before leads nowhere from here on. Throws the problems of `renewDocumentLink`. */
export async function renewLink(deps: LinkDeps, actor: Actor, where: At): Promise<contracts.RequestLink> {
  return await inTransaction(deps.db, async (trx) => {
    const { place, request } = await lockOpen(trx, deps, actor, where);
    const token = newToken();
    await setToken(trx, request.id, linkHash(token));
    await audit(trx, deps, {
      actor,
      office: place.province,
      assessment: where.assessmentId,
      action: 'document.link-renewed',
      detail: { request: request.id },
    });
    return { url: linkUrl(deps.origin, token) };
  });
}

const STATE_OF = { accept: 'accepted', refuse: 'refused', withdraw: 'withdrawn' } as const;

/** What came does or does not show what was asked for, or is not waited for any more. See `decideDocumentRequest`. */
export async function decideRequest(
  deps: RequestDeps,
  actor: Actor,
  where: At,
  {
    decision,
    seen,
    reason,
  }: { readonly decision: keyof typeof STATE_OF; readonly seen: number; readonly reason: string },
): Promise<Listed> {
  return await inTransaction(deps.db, async (trx) => {
    const { place, request } = await lockOpen(trx, deps, actor, where);
    const files = (await findDelivered(trx, [request.id])).length;
    const whyNot = whyNotDecide({ state: request.state, files }, { decision, seen });
    if (whyNot !== undefined) throw new ProblemError(whyNot);
    const state = STATE_OF[decision];
    await setDecision(trx, request.id, { state, reason, person: actor.personId, at: deps.now() });
    const listed = await listRequests(trx, deps, { actor, id: where.assessmentId });
    await audit(trx, deps, {
      actor,
      office: place.province,
      assessment: where.assessmentId,
      action: 'document.decided',
      detail: { request: request.id, state },
      words: reason,
    });
    return listed;
  });
}

/** A request that is not decided about, under its lock and that of its unit, for whoever may decide there. */
async function lockOpen(trx: Writer, { now }: RequestDeps, actor: Actor, { assessmentId, requestId }: At) {
  const { place, whyNot } = await lockToAsk(trx, actor, { id: assessmentId, now: now() });
  if (whyNot !== undefined) throw new ProblemError(whyNot);
  const request = await lockRequest(trx, assessmentId, requestId);
  if (request === undefined) throw new ProblemError('not-found');
  if (!isUndecided(request.state)) throw new ProblemError('already-decided');
  return { place, request };
}

function refusePast(day: string, timeZone: string, now: Date): void {
  if (day < dayIn(timeZone, now)) {
    throw new ProblemError('day-in-the-past', [{ field: 'body.dueOn', message: 'Tenggat ini sudah lewat' }]);
  }
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The token stands after the `#`, which browsers send to no server: it reaches no log of anybody. */
function linkUrl(origin: string, token: string): string {
  return `${origin}/dokumen#${token}`;
}

async function audit(
  trx: Writer,
  { now }: RequestDeps,
  {
    actor,
    office,
    assessment,
    action,
    detail,
    words,
  }: Pick<AuditEntry, 'office' | 'action' | 'detail'> & {
    readonly actor: Actor;
    readonly assessment: AssessmentId;
    /** Kept as a hash only. */
    readonly words?: string;
  },
): Promise<void> {
  await appendAudit(
    trx,
    {
      office,
      action,
      detail,
      actor: { kind: 'person', id: actor.personId },
      subject: { kind: 'assessment', id: assessment },
      beforeHash: null,
      afterHash: words === undefined ? null : sha256Hex(words),
    },
    now,
  );
}
