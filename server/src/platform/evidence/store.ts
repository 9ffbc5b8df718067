import type { Readable } from 'node:stream';

/**
 * Where files of evidence lie: finished ones under the SHA-256 of their content, those on their way in under the id of
 * their upload. One interface, so that another kind of store can take the place of a folder.
 */
export interface EvidenceStore {
  /** Bytes of an upload that are on the disk; 0 where nothing arrived. */
  uploaded(id: string): Promise<number>;
  /**
   * Adds to an upload that holds exactly `from` bytes until it holds `to`, and answers how many it holds then: fewer where
   * the line broke. What it took is not lost by a crash of the process. What comes beyond `to` is not taken, nor the first
   * `skip` bytes of what comes. Throws an OtherOffset where the upload does not end at `from`, and a StoreFull where the
   * disk is full.
   */
  append(
    id: string,
    span: { readonly from: number; readonly to: number; readonly skip?: number },
    bytes: Readable,
  ): Promise<number>;
  /** SHA-256 of what was uploaded so far, lower-case hex. */
  digest(id: string): Promise<string>;
  /** Where the bytes lie so far, for whoever looks at the content before it is kept. */
  uploadPath(id: string): string;
  /**
   * Makes the upload the file of that hash: on the disk for good, name included, when it answers. Any number of times;
   * a file that is there already, damaged perhaps, is replaced. Throws a StoreFull where the disk is full.
   */
  keep(id: string, sha256: string): Promise<void>;
  /** Forgets the bytes of an upload; what was kept of it stays. */
  giveUp(id: string): Promise<void>;

  has(sha256: string): Promise<boolean>;
  /** Undefined where there is none. `from` and `to` count bytes, both included. */
  open(sha256: string, range?: { readonly from: number; readonly to: number }): Promise<Readable | undefined>;
  /** Puts a copy of the file at a path where nothing is; false where there is none. It may share its bytes on the disk. */
  copyTo(sha256: string, path: string): Promise<boolean>;
  /**
   * Removes a file unless `isNobodys`, which is asked when nobody can open it by its name any more, says that it is needed
   * after all; it is told since when the file lies here. What is kept under that name meanwhile stays. Answers whether it
   * removed one.
   */
  remove(sha256: string, isNobodys: (keptAt: Date) => Promise<boolean>): Promise<boolean>;
  /** Ends removals that were cut off: the files are there again. */
  putBack(): Promise<void>;
  /** Every finished file, in no order. */
  list(): AsyncIterable<{ readonly sha256: string; readonly size: number }>;
  /** Ids of uploads that have bytes, and when the last of them arrived. */
  uploads(): AsyncIterable<{ readonly id: string; readonly at: Date }>;
}

/** No room for one more byte: nothing is half stored. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

/** The upload does not end where somebody wanted to go on. */
export class OtherOffset extends Error {
  override readonly name = 'OtherOffset';
}
