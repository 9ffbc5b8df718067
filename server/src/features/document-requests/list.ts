import type * as z from 'zod/mini';

import { findInvolvement } from '@patuh/server/platform/assessments/involvement';
import { lockAssessment } from '@patuh/server/platform/assessments/lock';
import { stateNow } from '@patuh/server/platform/assessments/state';
import type { Reader, Writer } from '@patuh/server/platform/database';
import { dayIn } from '@patuh/shared/domain/calendar';
import { endOfService } from '@patuh/server/platform/evidence/signed-address';
import { servedFile } from '@patuh/server/platform/evidence/served-file';
import { ProblemError } from '@patuh/server/platform/problem';
import type { listDocumentRequests } from '@patuh/shared/contracts/document-requests';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { RequestDeps } from './deps.ts';
import { whyNotAsk, whyNotSee } from './policy.ts';
import { findDelivered, findPlace, findRequests } from './queries.ts';

type Listed = z.infer<(typeof listDocumentRequests)['ok']>;

/** What was asked of a unit after the visit, and what came. Throws `not-found` for whoever has no business there. */
export async function listRequests(
  db: Reader,
  { now, addressKey }: Pick<RequestDeps, 'now' | 'addressKey'>,
  { actor, id }: { readonly actor: Actor; readonly id: AssessmentId },
): Promise<Listed> {
  const place = await findPlace(db, id);
  const unseen = whyNotSee(actor, place);
  if (place === undefined || unseen !== undefined) throw new ProblemError(unseen ?? 'not-found');
  const requests = await findRequests(db, id);
  const files = Map.groupBy(
    await findDelivered(
      db,
      requests.map((request) => request.id),
    ),
    ({ requestId }) => requestId,
  );
  const until = endOfService(now());
  return {
    requests: requests.map((request) => ({
      ...request,
      requestedAt: request.requestedAt.toISOString(),
      decidedAt: request.decidedAt?.toISOString() ?? null,
      files: (files.get(request.id) ?? []).map(({ name, receivedAt, ...file }) => ({
        name,
        receivedAt: receivedAt.toISOString(),
        late: dayIn(place.timeZone, receivedAt) > request.dueOn,
        file: servedFile(addressKey, file, { id, actor, until }),
      })),
    })),
    whyNot:
      whyNotAsk({
        actor,
        place,
        state: stateNow(place.state, place.clarificationUntil, now()),
        involvement: await findInvolvement(db, id, actor.personId),
      }) ?? null,
  };
}

/** Why the person may not ask here now, as it stands under the lock; the place where they may is locked with it. */
export async function lockToAsk(
  trx: Writer,
  actor: Actor,
  { id, now }: { readonly id: AssessmentId; readonly now: Date },
) {
  const assessment = await lockAssessment(trx, id, now);
  const place = await findPlace(trx, id);
  if (assessment === undefined || place === undefined) throw new ProblemError('not-found');
  const involvement = await findInvolvement(trx, id, actor.personId);
  const { state } = assessment;
  return { assessment, place, whyNot: whyNotAsk({ actor, state, place: assessment.place, involvement }) };
}
