import type { FileRow } from '../field-store/file-shelf.ts';

/** What is heard while a file is sent, and asked. */
export interface SendPart {
  readonly mayGoOn: () => Promise<boolean>;
  /** Under that path it can be gone on with. */
  readonly begun: (path: string) => void;
  readonly sent: (bytes: number) => void;
  /** The server has so many bytes of it. */
  readonly accepted: (bytes: number) => void;
}

export type SentFile = Pick<FileRow, 'assessmentId' | 'sha256' | 'type' | 'uploadPath'> & { readonly content: Blob };

/**
 * Sends a file from where it had come to. `arrived` only with the receipt: the server said by hash that it has it. Throws a
 * ProblemReply, a NoAnswer or an UploadLost; what the server took is not sent again.
 */
export type SendOne = (file: SentFile, part: SendPart) => Promise<'arrived' | 'paused'>;

/** The server knows nothing of what was begun: it begins anew. */
export class UploadLost extends Error {
  override readonly name = 'UploadLost';
}
