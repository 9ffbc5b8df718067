import { createHash } from 'node:crypto';

import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { PersonId } from '@patuh/shared/domain/ids';

import type { PullAnswer, PullInput } from '../../../../web/src/platform/field-store/field-server.ts';
import { FarEnd } from './far-end.ts';

/** How an upload stands at the server. */
export type UploadStands =
  | { readonly kind: 'receipt' }
  | { readonly kind: 'at'; readonly path: string; readonly offset: number }
  | { readonly kind: 'lost' }
  | { readonly kind: 'differs' };

interface Upload {
  readonly sha256: string;
  readonly size: number;
  readonly bytes: readonly number[];
}

/** What lies on the disk of the server; a value, so that a backup of it is the thing itself. */
interface Stored {
  readonly files: ReadonlyMap<string, readonly number[]>;
  readonly uploads: ReadonlyMap<string, Upload>;
}

const NOTHING: Stored = { files: new Map(), uploads: new Map() };

/** The server with the files of evidence: begun, sent in pieces, and had once the hash fits. */
export class PhotoFar extends FarEnd {
  #stored = NOTHING;
  #state: AssessmentState = 'in-progress';
  #begun = 0;
  readonly #saves: { readonly day: number; readonly stored: Stored; readonly state: AssessmentState }[] = [
    { day: 0, stored: NOTHING, state: 'in-progress' },
  ];

  begin(sha256: string, size: number): UploadStands {
    if (this.#stored.files.has(sha256)) return { kind: 'receipt' };
    this.#begun += 1;
    const path = `/api/uploads/${this.#begun}`;
    this.#put({ uploads: new Map(this.#stored.uploads).set(path, { sha256, size, bytes: [] }) });
    return { kind: 'at', path, offset: 0 };
  }

  /** How far it has come; whoever asks at the end hears the receipt. */
  ask(path: string): UploadStands {
    const upload = this.#stored.uploads.get(path);
    if (upload === undefined) return { kind: 'lost' };
    if (upload.bytes.length < upload.size) return { kind: 'at', path, offset: upload.bytes.length };
    const uploads = new Map(this.#stored.uploads);
    uploads.delete(path);
    if (sha256Of(upload.bytes) !== upload.sha256) {
      this.#put({ uploads });
      return { kind: 'differs' };
    }
    this.#put({ uploads, files: new Map(this.#stored.files).set(upload.sha256, upload.bytes) });
    this.becomes(this.#state);
    return { kind: 'receipt' };
  }

  append(path: string, offset: number, bytes: readonly number[]): UploadStands {
    const upload = this.#stored.uploads.get(path);
    if (upload !== undefined && upload.bytes.length === offset) {
      const uploads = new Map(this.#stored.uploads).set(path, { ...upload, bytes: [...upload.bytes, ...bytes] });
      this.#put({ uploads });
    }
    return this.ask(path);
  }

  override pull(person: PersonId, asked: PullInput): PullAnswer {
    const files = [...this.#stored.files.keys()].toSorted();
    const answer = super.pull(person, asked);
    return { ...answer, assessments: answer.assessments.map((view): AssessmentView => ({ ...view, files })) };
  }

  override becomes(state: AssessmentState): void {
    this.#state = state;
    super.becomes(state);
  }

  save(day: number): void {
    this.backUp();
    this.#saves.push({ day, stored: this.#stored, state: this.#state });
  }

  /** Comes back as it was at one of the saves of the last `within` days, if there is one. */
  comeBack(which: number, day: number, within: number): boolean {
    const young = this.#saves.filter((save) => day - save.day < within).length;
    if (young === 0) return false;
    const age = which % young;
    const save = this.#saves.at(-1 - age)!;
    this.restore(age);
    this.#stored = save.stored;
    this.#state = save.state;
    return true;
  }

  has(sha256: string): readonly number[] | undefined {
    return this.#stored.files.get(sha256);
  }

  #put(next: Partial<Stored>): void {
    this.#stored = { ...this.#stored, ...next };
  }
}

export function sha256Of(bytes: readonly number[] | Uint8Array): string {
  return createHash('sha256').update(Uint8Array.from(bytes)).digest('hex');
}
