import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Cell, CellKey, Change, ChangeAnswer, ChangeRefusal } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, DeviceId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';

/**
 * What a device keeps of the field: the person's own changes until the server has them, and the server's values as last
 * seen. Everything is asynchronous and every method is one atomic step, so that IndexedDB can stand behind it; what any
 * implementation must do is written as tests in `test/web/field/store-contract.ts`.
 */
export interface FieldStore {
  /** Whether what was put outlives the page. Screens say “belum terkirim, jangan tutup” where it does not. */
  readonly durable: boolean;

  /** Numbers the edit, puts it at the end of the outbox and drops the draft of its place: all or nothing. */
  put(edit: Edit): Promise<JournalEntry>;

  /** What is half filled in and not a change yet: a reason without a word, a profile with two of four marks. */
  keepDraft(draft: Draft): Promise<void>;
  drafts(assessmentId: AssessmentId): Promise<readonly Draft[]>;

  /** Changes the server has not answered, in the order of their numbers, at most `limit`. */
  outbox(limit: number): Promise<readonly Change[]>;
  /** Writes down what became of changes. Nothing is ever dropped: what was refused stays, with its reason. */
  settle(answers: readonly ChangeAnswer[]): Promise<void>;
  /** A change that the server cannot even read: kept as refused, and the numbering starts anew behind it. */
  setAside(id: ChangeId): Promise<void>;

  /** The person's own changes, oldest first; `done` ones only where the server may still ask for them. */
  journal(): Promise<readonly JournalEntry[]>;
  /** Takes over what the server sent; see `Pulled`. */
  takePull(pulled: Pulled): Promise<void>;

  assessments(): Promise<readonly AssessmentHeader[]>;
  /** The server's cells as last pulled, without the device's own changes. */
  cells(assessmentId: AssessmentId): Promise<readonly Cell[]>;

  instrument(id: string, version: number): Promise<Instrument | undefined>;
  keepInstrument(instrument: Instrument): Promise<void>;
}

/** A change before the store gives it its number and its device. */
export type Edit = Omit<Change, 'seq' | 'deviceId'>;

/** A place in an assessment, and what somebody has begun to fill in there; null once it is finished or given up. */
export interface Draft extends CellKey {
  readonly assessmentId: AssessmentId;
  readonly content: DraftContent | null;
}
export type DraftContent = Readonly<Record<string, string>>;

/** A change of this device and what became of it. */
export interface JournalEntry {
  readonly change: Change;
  readonly fate: Fate;
}

export type Fate =
  /** Not answered by the server. */
  | { readonly kind: 'waiting' }
  /** The server has it, but what the server holds was not pulled since: the own value stays on the screen. */
  | { readonly kind: 'sent' }
  /** The server has it, and the pulled cells show what came of it. */
  | { readonly kind: 'done' }
  /** Came after submission: the server keeps it apart until the verifier decides. */
  | { readonly kind: 'late' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason };

/** `not-understood`: the server called the change malformed, so it never came to a decision about it. */
export type RefusalReason = ChangeRefusal | 'not-understood';

/** An assessment without its cells. */
export type AssessmentHeader = Omit<AssessmentView, 'cells'>;

/** One answer to a pull. */
export interface Pulled {
  readonly assessments: readonly AssessmentView[];
  /** Assessments that are no longer the person's; their own changes are kept all the same. */
  readonly gone: readonly AssessmentId[];
  /** Changes that were `sent` before the pull began: what it brought shows them. */
  readonly covered: readonly ChangeId[];
}

/** Makes the id of a device: random, never reused. */
export type NewDeviceId = () => DeviceId;
