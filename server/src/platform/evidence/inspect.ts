import type { FileType } from '@patuh/shared/domain/evidence';

/** What a file turned out to be. */
export interface Inspected {
  /** Pixels as the picture is shown; null for documents. */
  readonly width: number | null;
  readonly height: number | null;
  /** See `lookOf`; null for documents. */
  readonly look: string | null;
}

/** Why a file is not taken, whatever its name and its sender say. */
export type FileFault =
  /** Nothing in it. */
  | 'empty'
  /** Another kind of file than it was said to be: HTML called a photo. */
  | 'other-type'
  /** Damaged, or not complete. */
  | 'unreadable'
  /** More pixels than anybody’s photo has. */
  | 'too-many-pixels'
  /** A picture with something else behind or inside it. */
  | 'more-than-a-picture'
  /** A document that does something when it is opened. */
  | 'active-content';

/** Looks at the content of a file on the disk; never throws because of what is in it. */
export type InspectFile = (path: string, type: FileType) => Promise<Inspected | { readonly fault: FileFault }>;
