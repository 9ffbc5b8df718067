import type { FileFault, FileType } from '@patuh/shared/domain/evidence';

export type { FileFault };

/** What a file turned out to be. */
export interface Inspected {
  /** Pixels as the picture is shown; null for documents. */
  readonly width: number | null;
  readonly height: number | null;
  /** See `lookOf`; null for documents. */
  readonly look: string | null;
}

/** Looks at the content of a file on the disk; never throws because of what is in it. */
export type InspectFile = (path: string, type: FileType) => Promise<Inspected | { readonly fault: FileFault }>;
