import type { Look } from '@patuh/shared/domain/evidence';

import type { Bytes } from '../field-store/file-shelf.ts';
import type { FileFault } from './file-fault.ts';

/** What the page and the worker that shrinks photos say to each other. */

/** A file as it was chosen, or what the camera showed when somebody pressed. */
export type ShrinkSource = Blob | ImageBitmap;

export interface PreparedPhoto {
  readonly kind: 'photo';
  readonly content: Bytes;
  readonly thumbnail: Bytes;
  readonly sha256: string;
  readonly originalSha256: string;
  readonly width: number;
  readonly height: number;
  readonly look: Look;
}

export interface PreparedDocument {
  readonly kind: 'document';
  readonly content: Bytes;
  readonly sha256: string;
}

export type Prepared = PreparedPhoto | PreparedDocument | { readonly kind: 'refused'; readonly why: FileFault };

export interface ShrinkCall {
  readonly id: number;
  readonly source: ShrinkSource;
}

export interface ShrinkReply {
  readonly id: number;
  readonly prepared: Prepared;
}
