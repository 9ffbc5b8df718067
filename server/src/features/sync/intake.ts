import type { LockedAssessment } from '@patuh/server/platform/assessments/lock';
import { assertNever } from '@patuh/shared/domain/assert-never';
import { Change, type ChangeRefusal } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, DeviceId, PersonId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { wasEmptied } from '@patuh/shared/sync/emptied';
import { isWithdrawal } from '@patuh/shared/sync/withdrawn';

import { type Decision, type Fate, type Known, receive, type Situation, usesNumber } from './policy.ts';

/** A change that came before under an id: its content, and what became of it. */
export interface Earlier {
  readonly content: unknown;
  readonly by: PersonId;
  readonly fate: Exclude<Known, 'none' | 'other'>;
}

/** What stands when a push comes in, and moves on with every change of it. */
export interface Intake {
  readonly personId: PersonId;
  readonly earlier: Map<ChangeId, Earlier>;
  /** Last number taken, by device. */
  readonly cursors: Map<DeviceId, number>;
  /** Those of the person's teams among the assessments named. */
  readonly assessments: ReadonlyMap<AssessmentId, LockedAssessment>;
  readonly misfit: (assessment: LockedAssessment, change: Change) => ChangeRefusal | undefined;
}

export interface Decided {
  readonly change: Change;
  readonly decision: Fate;
}

/** Decides on the changes of a push in the order given; what one of them uses up is used up for the next. */
export function takeIn(intake: Intake, changes: readonly Change[]): readonly Decided[] {
  const { personId, earlier, cursors } = intake;
  return changes.map((change) => {
    const { id, deviceId } = change;
    const situation = situationOf(intake, change);
    const decision = receive(situation);
    const fate = fateOf(decision);
    if (fate !== undefined && !earlier.has(id)) earlier.set(id, { content: change, by: personId, fate });
    if (usesNumber(decision, situation)) cursors.set(deviceId, change.seq);
    return { change, decision };
  });
}

function situationOf({ personId, earlier, cursors, assessments, misfit }: Intake, change: Change): Situation {
  const assessment = assessments.get(change.assessmentId);
  return {
    known: knownAs(earlier.get(change.id), change, personId),
    seq: change.seq,
    lastSeq: cursors.get(change.deviceId) ?? 0,
    assessment,
    misfit: assessment && misfit(assessment, change),
    withdraws: isWithdrawal(change.entry),
  };
}

/** What a second one in the same push finds; undefined where nothing was kept now. */
function fateOf(decision: Decision): Earlier['fate'] | undefined {
  switch (decision.kind) {
    case 'taken':
      return 'placed';
    case 'late':
      return 'late';
    case 'quarantined':
      return { refused: decision.reason };
    case 'duplicate':
    case 'held':
    case 'turned-away':
      return undefined;
    default:
      return assertNever(decision);
  }
}

function knownAs(earlier: Earlier | undefined, change: Change, personId: PersonId): Known {
  if (earlier === undefined) return 'none';
  return earlier.by === personId && isSame(earlier.content, change) ? earlier.fate : 'other';
}

/** Whether it is the same change; of one that was emptied since, whether everything that is left of it is the same. */
function isSame(earlier: unknown, change: Change): boolean {
  if (editText(earlier) === editText(change)) return true;
  const known = Change.safeParse(earlier);
  const left = known.success ? known.data : undefined;
  if (left === undefined) return isNothingOf(earlier, change);
  return wasEmptied(left.subjectId, left.entry.value) && frameText(left) === frameText(change);
}

/** A profile of which nothing is left does not fit its form any more. */
function isNothingOf(earlier: unknown, change: Change): boolean {
  if (typeof earlier !== 'object' || earlier === null || !('entry' in earlier)) return false;
  const bare = { ...change, entry: { field: change.entry.field, value: null } };
  return editText(earlier) === editText(bare) && wasEmptied(change.subjectId, null);
}

/** Where it belongs and what it was built upon, without what it says. */
function frameText({ entry: { field }, ...frame }: Change): string {
  return editText({ ...frame, field });
}

/** What was entered, without the number it came under: that may be given anew. */
function editText(change: unknown): string {
  const parts = typeof change === 'object' && change !== null ? Object.entries(change) : [];
  return canonicalText(Object.fromEntries(parts.filter(([name]) => name !== 'seq' && name !== 'deviceId')));
}
