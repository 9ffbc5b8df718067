import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { EvidencePiece, FileType } from '@patuh/shared/domain/evidence';
import type { AssessmentId } from '@patuh/shared/domain/ids';

/** The files of evidence that a device keeps until the server has them, and for a while longer. */

/** Where a file belongs; the same content in another unit is another file. */
export interface FilePlace {
  readonly assessmentId: AssessmentId;
  readonly sha256: string;
}

/** What is known of a file without opening it. */
export interface FileRow extends FilePlace {
  readonly size: number;
  readonly type: FileType;
  /** By the clock of the device: the oldest is sent first. */
  readonly keptAt: string;
  /** Whether its content is still here. */
  readonly here: boolean;
  /** Path under which the server takes the rest of it; null before it was begun. */
  readonly uploadPath: string | null;
  /** Bytes that the server has, as last heard. */
  readonly sent: number;
  /** When the server said by hash that it has it. */
  readonly arrivedAt: string | null;
  /** The problem with which the server turned it away for good. */
  readonly refused: string | null;
}

export type FileNews = Partial<Pick<FileRow, 'uploadPath' | 'sent' | 'arrivedAt' | 'refused'>>;

/** A file that is about to be named by a piece of evidence. */
export interface NewFile extends FilePlace {
  readonly type: FileType;
  readonly keptAt: string;
  readonly content: Bytes;
  /** Null of a document. */
  readonly thumbnail: Bytes | null;
  readonly piece: NamingPiece;
}

export type Bytes = Uint8Array<ArrayBuffer>;

/** The piece that names a file, under its own subject. */
export interface NamingPiece {
  readonly id: SubjectId;
  readonly value: EvidencePiece;
}

export interface FileShelf {
  /**
   * On the disk, whole, when it resolves; the piece is put after it, so that no piece names a file that is nowhere. Throws a
   * NoRoom, and then nothing of it is kept.
   */
  keep(file: NewFile): Promise<void>;
  /** Pieces of which the file was kept and nobody said that they were put: the device died in between. */
  unfinished(): Promise<readonly (FilePlace & { readonly piece: NamingPiece })[]>;
  /** The piece was put. */
  finished(place: FilePlace): Promise<void>;
  content(place: FilePlace): Promise<Bytes | undefined>;
  thumbnail(place: FilePlace): Promise<Bytes | undefined>;
  tell(place: FilePlace, news: FileNews): Promise<void>;
  /** Lets go of the contents of those that have arrived; their thumbnails stay. */
  free(places: readonly FilePlace[]): Promise<void>;
}

/** The device has no room for a file; answers still find some. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom';
}

export function fileKey({ assessmentId, sha256 }: FilePlace): string {
  return `${assessmentId} ${sha256}`;
}

/** As it is before anything was sent of it. */
export function newRow({ assessmentId, sha256, type, keptAt, content }: NewFile): FileRow {
  return {
    assessmentId,
    sha256,
    type,
    keptAt,
    size: content.length,
    here: true,
    uploadPath: null,
    sent: 0,
    arrivedAt: null,
    refused: null,
  };
}

export function oldestFirst(rows: readonly FileRow[]): readonly FileRow[] {
  return rows.toSorted((a, b) => (a.keptAt < b.keptAt ? -1 : 1));
}
