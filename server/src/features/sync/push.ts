import { randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { answerPoints, boardWrites, placeOnBoard } from '@patuh/server/platform/assessments/apply';
import { hashOnBoard, loadBoard } from '@patuh/server/platform/assessments/board';
import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { type LockedAssessment, lockAssessments } from '@patuh/server/platform/assessments/lock';
import { summariesOn, summariesWrite } from '@patuh/server/platform/assessments/summaries';
import { mayBring, wasEverIn } from '@patuh/server/platform/assessments/team';
import { writeAtOnce } from '@patuh/server/platform/at-once';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction, type Reader, type Writer } from '@patuh/server/platform/database';
import { homeOffice } from '@patuh/server/platform/home-office';
import { againAfterRace } from '@patuh/server/platform/race';
import { forgetWithdrawn } from '@patuh/server/platform/review/forget-withdrawn';
import { awaitWebCopies } from '@patuh/server/platform/web-copies/await-copies';
import type { PushAnswer, Receipt } from '@patuh/shared/contracts/sync';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { Change, ChangeAnswer, ChangeRefusal } from '@patuh/shared/domain/change';
import { type AssessmentId, type DeviceId, type PersonId, PushId } from '@patuh/shared/domain/ids';
import { type InstrumentIndex, whyNotTake } from '@patuh/shared/sync/legal-change';

import { loadEarlier } from './earlier.ts';
import { takeIn } from './intake.ts';
import { answerTo, arrivals, eventOf, lateOnes, raised, refusedOnes, toStore } from './outcome.ts';
import { firstRun } from './policy.ts';
import { withoutPurged } from './without-purged.ts';
import { changesWrite, cursorWrite, insertLate, insertQuarantined, lockCursors, versionsWrite } from './queries.ts';

/** What a person entered. `inFile`: somebody else brings it, and it counts whatever grants the person still holds. */
export interface Pushed {
  readonly changes: readonly Change[];
  readonly inFile?: boolean;
}

/**
 * Stores the changes of a device and answers each by itself, in the order given; any number of times. What belongs to one
 * office is stored as a whole or, where something fails, not at all.
 */
export async function pushChanges(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Pick<Actor, 'personId' | 'grants'>,
  { changes, inFile = false }: Pushed,
): Promise<PushAnswer> {
  const { db, now } = deps;
  const { personId } = actor;
  const answers: ChangeAnswer[] = [];
  const receipts = new Map<AssessmentId, Receipt>();
  for (let rest = changes; rest.length > 0; rest = changes.slice(answers.length)) {
    // One for each office: what was entered under it is shown to whoever reads that office's audit.
    const pushId = PushId.parse(randomUUID());
    const done = await againAfterRace(
      async (attempt) =>
        await inTransaction(db, async (trx) => {
          const at = now();
          const { cursors, wasRefused } = await lockCursors(trx, personId, devicesOf(rest), at);
          const locked = await lockTeams(trx, personId, assessmentsOf(rest), at);
          const mine = new Map(
            [...locked].filter(([, one]) => (inFile ? wasEverIn(personId, one) : mayBring(actor, one))),
          );
          const { office, run } = firstRun(rest, (id) => mine.get(id)?.place.province, homeOffice(actor));
          const assessments = new Map([...mine].filter(([, { place }]) => place.province === office));
          const misfit = await misfits(trx, assessments);
          const before = new Map(cursors);
          const isOdd = (change: Change): boolean => {
            const assessment = assessments.get(change.assessmentId);
            const isUsed = change.seq <= (before.get(change.deviceId) ?? 0);
            return isUsed || assessment === undefined || misfit(assessment, change) !== undefined;
          };
          const earlier = await loadEarlier(trx, { personId, wasRefused, isOdd, inFile, all: attempt > 1 }, run);
          const board = await loadBoard(trx, [...assessments.keys()]);
          const decided = takeIn({ personId, earlier, cursors, assessments, misfit }, run).map((one) =>
            withoutPurged(one, assessments, board),
          );
          const placed = await placeOnBoard(trx, board, arrivals(decided, personId, at));
          const stored = toStore(decided, placed, assessments);
          const versions = raised(decided, assessments);
          const event = eventOf(decided, placed, { office, personId, pushId });
          if (stored.length > 0) {
            const touched = [...versions.keys()].flatMap((id) => assessments.get(id) ?? []);
            const summaries = await summariesOn(trx, board, touched);
            await writeAtOnce(trx, [
              changesWrite(stored, { personId, pushId, at }),
              ...boardWrites(board, versions),
              summariesWrite(summaries),
              versionsWrite([...versions.keys()]),
              cursorWrite(personId, cursors),
            ]);
          } else if ([...cursors].some(([device, last]) => last !== before.get(device))) {
            await writeAtOnce(trx, [cursorWrite(personId, cursors)]);
          }
          if ([...assessments.values()].some(({ state }) => state === 'returned')) await answerPoints(trx, board);
          await awaitWebCopies(trx, board);
          await forgetWithdrawn(trx, board);
          await insertLate(trx, lateOnes(decided), at);
          await insertQuarantined(trx, personId, refusedOnes(decided), at);
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
    answers.push(...done.answers);
    for (const receipt of done.receipts) receipts.set(receipt.assessmentId, receipt);
  }
  return { answers, receipts: [...receipts.values()] };
}

function devicesOf(changes: readonly Change[]): readonly DeviceId[] {
  return [...new Set(changes.map(({ deviceId }) => deviceId))];
}

function assessmentsOf(changes: readonly Change[]): readonly AssessmentId[] {
  return [...new Set(changes.map(({ assessmentId }) => assessmentId))];
}

const CLOSED: ReadonlySet<AssessmentState> = new Set(['verified', 'final', 'not-assessed']);

/**
 * Those that the person has or had in their team. Where one is closed they are asked for again, under the lock: whoever
 * held it before may just have published it.
 */
async function lockTeams(trx: Writer, personId: PersonId, ids: readonly AssessmentId[], now: Date) {
  const locked = await lockAssessments(trx, ids, now, personId);
  const isAnyClosed = [...locked.values()].some(({ state }) => CLOSED.has(state));
  return isAnyClosed ? await lockAssessments(trx, ids, now, personId) : locked;
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
