import type { AssessmentView, LastYear } from '@patuh/shared/contracts/assessments';
import type { FieldFile, FieldKeys } from '@patuh/shared/contracts/field-files';
import type { Cell, CellKey, Change, ChangeAnswer, ChangeRefusal, Edit } from '@patuh/shared/domain/change';
import type { AssessmentId, ChangeId, DeviceId, FieldFileId, PersonId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';

import type { FileRow, FileShelf } from './file-shelf.ts';

/**
 * What a device keeps of the field: the person's own changes until the server has them, and the server's values as last
 * seen. Everything is asynchronous and every method is one atomic step, so that IndexedDB can stand behind it; what any
 * implementation must do is written as tests in `test/web/field/store-contract.ts`.
 */
export interface FieldStore {
  /** Whether what was put outlives the page. Screens say “belum terkirim, jangan tutup” where it does not. */
  readonly durable: boolean;
  /** How many times everything unsent lies on this device. 0: in this page only. */
  copies(): 0 | 1 | 2;

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
  /** Units that the person has no more, as long as nobody put them away: what was entered there goes on being sent. */
  departed(): Promise<readonly DepartedUnit[]>;
  putAway(id: AssessmentId): Promise<void>;
  /** Units of which something outlives the page here, and that the person has no more. */
  beyond(): Promise<readonly AssessmentId[]>;
  /** Everything of such a unit leaves the device; false, and nothing does, while anything of it is at no server. */
  forget(id: AssessmentId): Promise<boolean>;
  /** The server's cells as last pulled, without the device's own changes. */
  cells(assessmentId: AssessmentId): Promise<readonly Cell[]>;

  instrument(id: string, version: number): Promise<Instrument | undefined>;
  keepInstrument(instrument: Instrument): Promise<void>;

  /** Under which ids this store numbers and numbered its changes. */
  device(): Promise<{ readonly id: DeviceId; readonly earlier: readonly DeviceId[] }>;
  /** What the receipt of the server does not fit: the next pull fetches it whole. */
  mistrust(ids: readonly AssessmentId[]): Promise<void>;
  /** Changes that the server could not read wait again: app or server may be newer now. */
  sendAgain(ids: readonly ChangeId[]): Promise<void>;

  /** The earlier result of the unit; null if there is none, undefined if it was never fetched. */
  lastYear(assessmentId: AssessmentId): Promise<LastYear | null | undefined>;
  keepLastYear(assessmentId: AssessmentId, lastYear: LastYear | null): Promise<void>;

  /** Files of colleagues that this device carries to the server, oldest first. */
  carried(): Promise<readonly CarriedFile[]>;
  /** Any number of times: the same file is carried once. */
  carry(file: CarriedFile): Promise<void>;
  delivered(id: FieldFileId, at: string): Promise<void>;

  /** Files of evidence that were taken on this device, oldest first. */
  files(): Promise<readonly FileRow[]>;
  /** What they hold; a script of its own, fetched when it is first asked for. */
  shelf(): Promise<FileShelf>;

  /** The keys this person got from the server: prove what is entered, lock files, open those of colleagues. */
  keys(): Promise<FieldKeys | undefined>;
  keepKeys(keys: FieldKeys): Promise<void>;

  /** Small things that are remembered, such as when a file was last made: not sealed, so never what somebody entered. */
  note(name: NoteName): Promise<string | undefined>;
  keepNote(name: NoteName, value: string): Promise<void>;

  /** Hears that another tab wrote; the answer ends it. */
  onOtherTab(listener: () => void): () => void;
  /** Puts the keys out of reach once what was asked for before is done; every other method fails from now on. */
  close(): void;
}

/**
 * `exchanged-at`: last complete exchange; `file-made-at`, `file-held`: when the last file of unsent answers was made and
 * how many it held; `unsent-since`: since when something waits without a break; `reminder-away-at`: when somebody put the
 * daily reminder away; `keys-at`, `last-year-at …`: when keys and earlier results were last fetched; `gone-at …`: since when the
 * person has a unit no more, empty once it came back. Moments are ISO, by the
 * device’s clock. `camera-open-at`: the address of the question at which a camera or a picker was opened that may end the
 * browser, empty once it came back.
 */
export type NoteName =
  | 'exchanged-at'
  | 'file-made-at'
  | 'file-held'
  | 'unsent-since'
  | 'reminder-away-at'
  | 'keys-at'
  | 'camera-open-at'
  | `last-year-at ${AssessmentId}`
  | `gone-at ${AssessmentId}`;

/** A file that a colleague handed over. */
export interface CarriedFile {
  readonly file: FieldFile;
  /** What is in it, where this device has a key of the team; null where only the office can open it. */
  readonly opened: readonly CarriedEdit[] | null;
  /** When the server took it; null as long as it waits. */
  readonly deliveredAt: string | null;
}

/** A colleague’s edit: on this device it is shown with theirs and one’s own until the server sends what came of it. */
export interface CarriedEdit {
  readonly author: { readonly personId: PersonId; readonly name: string };
  readonly edit: Edit;
}

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

/** A unit that went to another team, or of a team that the person left. */
export interface DepartedUnit {
  readonly id: AssessmentId;
  readonly name: string;
}

/** One answer to a pull. */
export interface Pulled {
  readonly assessments: readonly AssessmentView[];
  /** Assessments that are no longer the person's; their own changes are kept all the same. */
  readonly gone: readonly AssessmentId[];
  /** Those of `assessments` that take the place of what the device had, whatever its version. */
  readonly whole: readonly AssessmentId[];
  /** Last number the server took of this device and of those it was before: what is newer has to be sent (again). */
  readonly taken: readonly Taken[];
  /** Changes that were `sent` before the pull began: what it brought shows them. */
  readonly covered: readonly ChangeId[];
}

export interface Taken {
  readonly deviceId: DeviceId;
  readonly lastSeq: number;
}

/** Makes the id of a device: random, never reused. */
export type NewDeviceId = () => DeviceId;
