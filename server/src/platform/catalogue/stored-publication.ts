import type { PublicationFile } from '@patuh/shared/publication/payload';

/** A publication as it lies in the database: `text` are the exact bytes that were signed. */
export interface StoredPublication {
  readonly file: PublicationFile;
  readonly text: string;
}
