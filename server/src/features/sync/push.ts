import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { answerPoints, placeOnBoard, saveBoard } from '@patuh/server/platform/assessments/apply';
import { hashOnBoard, loadBoard } from '@patuh/server/platform/assessments/board';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { type LockedAssessment, lockAssessments } from '@patuh/server/platform/assessments/lock';
import { teamAssessments } from '@patuh/server/platform/assessments/team';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction, type Reader } from '@patuh/server/platform/database';
import { againAfterRace } from '@patuh/server/platform/race';
import type { PushAnswer, Receipt } from '@patuh/shared/contracts/sync';
import type { Actor } from '@patuh/shared/domain/actor';
import { type Change, type ChangeAnswer, ChangeRefusal } from '@patuh/shared/domain/change';
import { type AssessmentId, type ChangeId, PushId } from '@patuh/shared/domain/ids';
import { type InstrumentIndex, whyNotTake } from '@patuh/shared/sync/legal-change';

import { type Earlier, type Intake, takeIn } from './intake.ts';
import { answerTo, arrivals, eventOf, lateOnes, refusedOnes, toStore, touched } from './outcome.ts';
import { homeOffice, runsByOffice } from './policy.ts';
import {
  findQuarantined,
  findStored,
  insertChanges,
  insertLate,
  insertQuarantined,
  lockCursors,
  moveCursors,
  raiseVersions,
} from './queries.ts';

/**
 * Stores the changes of a device and answers each by itself, in the order given; any number of times. What belongs to one
 * office is stored as a whole or, where something fails, not at all.
 */
export async function pushChanges(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Pick<Actor, 'personId' | 'grants'>,
  { changes }: { readonly changes: readonly Change[] },
): Promise<PushAnswer> {
  const { db, now } = deps;
  const { personId } = actor;
  const pushId = PushId.parse(randomUUID());
  const mine = await teamAssessments(db, actor, assessmentsOf(changes));
  const provinces = new Map(mine.map(({ id, province }) => [id, province]));
  const answers: ChangeAnswer[] = [];
  const receipts = new Map<AssessmentId, Receipt>();
  for (const { office, run } of runsByOffice(changes, provinces, homeOffice(actor))) {
    const stored = await againAfterRace(
      async () =>
        await inTransaction(db, async (trx) => {
          const at = now();
          const cursors = await lockCursors(trx, personId, [...new Set(run.map(({ deviceId }) => deviceId))], at);
          const own = assessmentsOf(run).filter((id) => provinces.has(id));
          const assessments = await lockAssessments(trx, own, at);
          const earlier = await loadEarlier(trx, { personId, cursors }, run);
          const misfit = await misfits(trx, assessments);
          const decided = takeIn({ personId, earlier, cursors, assessments, misfit }, run);

          const versions = await raiseVersions(trx, touched(decided));
          const board = await loadBoard(trx, own);
          const placed = await placeOnBoard(trx, board, arrivals(decided, personId, at));
          await insertChanges(trx, toStore(decided, placed, assessments), { personId, pushId, at });
          await saveBoard(trx, board, versions);
          if ([...assessments.values()].some(({ state }) => state === 'returned')) await answerPoints(trx, board);
          await insertLate(trx, lateOnes(decided), at);
          await insertQuarantined(trx, personId, refusedOnes(decided), at);
          await moveCursors(trx, personId, cursors);
          const event = eventOf(decided, placed, { office, personId, pushId });
          if (event !== undefined) await appendAudit(trx, event, now);
          return {
            answers: decided.map((one) => answerTo(one, placed)),
            receipts: [...assessments.values()].map(({ id, version }) => ({
              assessmentId: id,
              version: versions.get(id) ?? version,
              answersHash: hashOnBoard(board, id),
            })),
          };
        }),
    );
    answers.push(...stored.answers);
    for (const receipt of stored.receipts) receipts.set(receipt.assessmentId, receipt);
  }
  return { answers, receipts: [...receipts.values()] };
}

function assessmentsOf(changes: readonly Change[]): readonly AssessmentId[] {
  return [...new Set(changes.map(({ assessmentId }) => assessmentId))];
}

/**
 * What came before under the ids of these changes. Something that was refused and comes again brings a number that was
 * used up then, so only old numbers are looked up in the quarantine.
 */
async function loadEarlier(
  db: Reader,
  { personId, cursors }: Pick<Intake, 'personId' | 'cursors'>,
  changes: readonly Change[],
): Promise<Map<ChangeId, Earlier>> {
  const again = changes.filter(({ deviceId, seq }) => seq <= (cursors.get(deviceId) ?? 0));
  const stored = await findStored(
    db,
    changes.map(({ id }) => id),
  );
  const refused = await findQuarantined(
    db,
    personId,
    again.map(({ id }) => id),
  );
  return new Map<ChangeId, Earlier>([
    ...refused.map(
      ({ id, content, reason }) => [id, { content, by: personId, refused: ChangeRefusal.parse(reason) }] as const,
    ),
    ...stored.map(({ by, change }) => [change.id, { content: change, by, refused: undefined }] as const),
  ]);
}

/** Tells why a change cannot belong to an assessment, by the instrument of its period. */
async function misfits(db: Reader, assessments: ReadonlyMap<AssessmentId, LockedAssessment>) {
  const indexes = new Map<AssessmentId, InstrumentIndex>();
  for (const assessment of assessments.values()) {
    const { indexFor } = await instrumentOf(db, assessment);
    indexes.set(assessment.id, indexFor(assessment.unitKind));
  }
  return ({ id }: LockedAssessment, change: Change): ChangeRefusal | undefined => {
    const index = indexes.get(id);
    return index && whyNotTake(index, change);
  };
}
