import type { AuditOffice } from '@patuh/shared/audit/event';
import { assertNever } from '@patuh/shared/domain/assert-never';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { Change, ChangeRefusal } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';

/**
 * What came before under the id of a change: nothing, the same (which is placed, came late, or was refused with the reason
 * given), or something else.
 */
export type Known = 'none' | 'placed' | 'late' | { readonly refused: ChangeRefusal } | 'other';

/** What the server knows when a change arrives. */
export interface Situation {
  readonly known: Known;
  /** Number of the change, and the last number that was taken from this device. */
  readonly seq: number;
  readonly lastSeq: number;
  /** The assessment it names, if it is one of the person's teams. */
  readonly assessment: { readonly state: AssessmentState; readonly published: boolean } | undefined;
  /** Why it cannot belong to an assessment with that instrument. */
  readonly misfit: ChangeRefusal | undefined;
  /** A user takes their interview back: no state of the unit holds that up. */
  readonly withdraws: boolean;
}

export type Decision =
  /** Stored before, and answered as then. */
  | { readonly kind: 'duplicate'; readonly of: 'placed' | 'late' }
  | { readonly kind: 'held'; readonly expected: number }
  /** Answered only: it is kept already, or its number belongs to what was stored before. */
  | { readonly kind: 'turned-away'; readonly reason: ChangeRefusal }
  /** Kept in quarantine with the reason; its number is used, so that the device can go on. */
  | { readonly kind: 'quarantined'; readonly reason: ChangeRefusal }
  /** Stored, and on no cell: for the verifier to decide, or history at once because the result is published. */
  | { readonly kind: 'late'; readonly decision: 'waiting' | 'after-publication' }
  | { readonly kind: 'taken' };

/** What becomes of it in the end; `emptied`: stored in the history without what it said, its retention is over. */
export type Fate = Decision | { readonly kind: 'emptied' };

/**
 * What becomes of one change, before it is placed. Sending again is answered as the first time; a number of the device
 * is used once and none is left out, whatever becomes of the change, so that nothing that was entered can be missing
 * without anybody noticing.
 */
export function receive({ known, seq, lastSeq, assessment, misfit, withdraws }: Situation): Decision {
  if (known === 'placed' || known === 'late') return { kind: 'duplicate', of: known };
  if (typeof known === 'object') return { kind: 'turned-away', reason: known.refused };
  if (seq > lastSeq + 1) return { kind: 'held', expected: lastSeq + 1 };
  if (seq <= lastSeq) return { kind: 'turned-away', reason: known === 'other' ? 'id-used' : 'number-used' };
  if (known === 'other') return { kind: 'quarantined', reason: 'id-used' };
  if (assessment === undefined) return { kind: 'quarantined', reason: 'unknown-assessment' };
  if (misfit !== undefined) return { kind: 'quarantined', reason: misfit };
  return withdraws ? { kind: 'taken' } : byState(assessment);
}

/**
 * Whether the number of the device is used up by it: the next one is, whatever becomes of the change, also where it came
 * before under another number because the device began to number anew.
 */
export function usesNumber({ kind }: Decision, { seq, lastSeq }: Pick<Situation, 'seq' | 'lastSeq'>): boolean {
  return kind !== 'held' && seq === lastSeq + 1;
}

function byState({ state, published }: NonNullable<Situation['assessment']>): Decision {
  switch (state) {
    case 'assigned':
    case 'in-progress':
    // Also of a published result: then the return is the beginning of a correction.
    case 'returned':
      return { kind: 'taken' };
    case 'submitted':
      return { kind: 'late', decision: 'waiting' };
    case 'verified':
    case 'final':
    // Waits until the unit is opened again, and comes in then; only the office opens it once the result is published.
    case 'not-assessed':
      return { kind: 'late', decision: published ? 'after-publication' : 'waiting' };
    default:
      return assertNever(state);
  }
}

/** Changes one after the other whose audit one office keeps. */
export interface Run {
  readonly office: AuditOffice;
  readonly run: readonly Change[];
}

/**
 * How far a push goes in one transaction: up to where the office changes. A transaction is audited in one office, and the
 * numbers of a device must be taken in order. What belongs to no office is stored along with its neighbours. Nearly
 * always it goes to the end.
 */
export function firstRun(
  changes: readonly Change[],
  officeOf: (id: AssessmentId) => AuditOffice | undefined,
  home: AuditOffice,
): Run {
  let office: AuditOffice | undefined;
  const end = changes.findIndex(({ assessmentId }) => {
    const own = officeOf(assessmentId);
    office ??= own;
    return own !== undefined && own !== office;
  });
  return { office: office ?? home, run: end === -1 ? changes : changes.slice(0, end) };
}
