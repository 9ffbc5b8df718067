import type { LockedAssessment } from '@patuh/server/platform/assessments/lock';
import type { Change, ChangeRefusal } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, DeviceId, PersonId } from '@patuh/shared/domain/ids';
import { canonicalText } from '@patuh/shared/publication/canonical';

import { type Decision, receive } from './policy.ts';

/** A change that came before under an id: its content, and the reason if it was refused. */
export interface Earlier {
  readonly content: unknown;
  readonly by: PersonId;
  readonly refused: ChangeRefusal | undefined;
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
  readonly decision: Decision;
}

/** Decides on the changes of a push in the order given; what one of them uses up is used up for the next. */
export function takeIn(intake: Intake, changes: readonly Change[]): readonly Decided[] {
  return changes.map((change) => {
    const decision = decide(intake, change);
    const isKept = decision.kind === 'taken' || decision.kind === 'late' || decision.kind === 'quarantined';
    if (isKept) {
      const refused = decision.kind === 'quarantined' ? decision.reason : undefined;
      const { id } = change;
      if (!intake.earlier.has(id)) intake.earlier.set(id, { content: change, by: intake.personId, refused });
    }
    if (isKept || isRenumbered(intake, change, decision)) intake.cursors.set(change.deviceId, change.seq);
    return { change, decision };
  });
}

/** What is stored and comes again as the next of its device uses up that number too: the device began to number anew. */
function isRenumbered({ cursors }: Intake, { deviceId, seq }: Change, { kind }: Decision): boolean {
  return kind === 'duplicate' && seq === (cursors.get(deviceId) ?? 0) + 1;
}

function decide({ personId, earlier, cursors, assessments, misfit }: Intake, change: Change): Decision {
  const assessment = assessments.get(change.assessmentId);
  return receive({
    known: knownAs(earlier.get(change.id), change, personId),
    seq: change.seq,
    lastSeq: cursors.get(change.deviceId) ?? 0,
    assessment,
    misfit: assessment && misfit(assessment, change),
  });
}

function knownAs(
  earlier: Earlier | undefined,
  change: Change,
  personId: PersonId,
): 'same' | 'other' | 'none' | { readonly refused: ChangeRefusal } {
  if (earlier === undefined) return 'none';
  if (earlier.by !== personId || editText(earlier.content) !== editText(change)) return 'other';
  return earlier.refused === undefined ? 'same' : { refused: earlier.refused };
}

/** What was entered, without the number it came under: that may be given anew. */
function editText(change: unknown): string {
  const parts = typeof change === 'object' && change !== null ? Object.entries(change) : [];
  return canonicalText(Object.fromEntries(parts.filter(([name]) => name !== 'seq' && name !== 'deviceId')));
}
