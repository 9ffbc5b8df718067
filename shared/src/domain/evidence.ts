import * as z from 'zod/mini';

import { SubjectId } from './assessment.ts';
import { IndicatorId } from './instrument.ts';
import { storable, WITH_YEAR } from './text.ts';

/**
 * What proves an answer: a photo, a document or a web address. Its description travels as a change like every answer and
 * arrives before the file; the file is known by the hash of its content.
 */

/** Longest side of a photo after it was shrunk, in pixels. */
export const PHOTO_SIDE = 1600;
/** Most bytes of a photo after it was shrunk. */
export const PHOTO_BYTES = 250 * 1024;
/** Most bytes of a document, which is sent as it is. */
export const DOCUMENT_BYTES = 10 * 1024 * 1024;

/** Of the content of a file, lower-case hex. */
const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const FILE_TYPES = ['image/jpeg', 'application/pdf'] as const;
export const FileType = z.enum(FILE_TYPES);
export type FileType = z.infer<typeof FileType>;

/**
 * Most bytes the server takes of a file. Of a photo more than the phone makes of it, so that none is lost to a device that
 * shrinks badly.
 */
export const MOST_BYTES: Readonly<Record<FileType, number>> = {
  'image/jpeg': 4 * PHOTO_BYTES,
  'application/pdf': DOCUMENT_BYTES,
};
/** Most files of one assessment. */
export const MOST_FILES = 600;

/** Why a file is not taken, whatever its name and its sender say. */
export const FILE_FAULTS = [
  /** Nothing in it. */
  'empty',
  /** Another kind of file than it was said to be: HTML called a photo. */
  'other-type',
  /** Damaged, or not complete. */
  'unreadable',
  /** More pixels than anybody’s photo has. */
  'too-many-pixels',
  /** A picture with something else behind or inside it. */
  'more-than-a-picture',
  /** A document that does something when it is opened. */
  'active-content',
  /** A few bytes that become a great many when it is opened. */
  'swells',
  /** A document that only opens with a password. */
  'locked',
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** A point of the unit that something proves. */
export const ProvenPoint = z.strictObject({ indicatorId: IndicatorId, subjectId: SubjectId });
export type ProvenPoint = z.infer<typeof ProvenPoint>;

/** A file that belongs to a piece of evidence; it may be on the phone only as yet. */
export const EvidenceFile = z.strictObject({
  /** Of what is sent and stored. */
  sha256: Sha256,
  /** Bytes of what is sent and stored. */
  size: z.int().check(z.minimum(1), z.maximum(DOCUMENT_BYTES)),
  type: FileType,
  /** Of what the camera or the gallery gave, before it was shrunk. */
  originalSha256: Sha256,
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

/** Where somebody stood: millionths of a degree (WGS 84), and how far off that may be in metres. */
export const Position = z.strictObject({
  latitude: z.int().check(z.minimum(-90_000_000), z.maximum(90_000_000)),
  longitude: z.int().check(z.minimum(-180_000_000), z.maximum(180_000_000)),
  accuracy: z.int().check(z.minimum(0), z.maximum(100_000)),
});
export type Position = z.infer<typeof Position>;

/** How a photo looks, in 64 bits as hex digits: photos of the same thing differ in few bits. */
export const Look = z.string().check(z.regex(/^[0-9a-f]{16}$/));
export type Look = z.infer<typeof Look>;

const Caption = z.nullable(z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(500)));
const Moment = z.iso.datetime({ precision: 3 }).check(z.regex(WITH_YEAR));

const common = {
  /** None where it belongs to the unit or the visit as a whole: the closed door of a unit that could not be assessed. */
  proves: z.array(ProvenPoint).check(z.maxLength(100)),
  caption: Caption,
  /** By the device’s clock: recorded, never used for order. */
  madeAt: Moment,
  /** Seconds by which the device’s clock was ahead of the server’s at their last contact; null where that is not known. */
  clockAhead: z.nullable(z.int()),
  position: z.nullable(Position),
};

/** Web addresses a browser opens; what the server may visit is decided there. */
export const WebAddress = z
  .string()
  .check(storable, z.trim(), z.maxLength(2_000), z.regex(/^https?:\/\/[^\s/$.?#][^\s]*$/i));

export const EvidencePiece = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('photo'),
    ...common,
    file: EvidenceFile,
    source: z.enum(['camera', 'gallery', 'file']),
    width: z.int().check(z.minimum(1), z.maximum(PHOTO_SIDE)),
    height: z.int().check(z.minimum(1), z.maximum(PHOTO_SIDE)),
    look: Look,
  }),
  z.strictObject({
    kind: z.literal('document'),
    ...common,
    file: EvidenceFile,
    /** As it was called on the phone. */
    fileName: z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(200)),
  }),
  z.strictObject({
    kind: z.literal('web-address'),
    ...common,
    url: WebAddress,
    /** How the page looked to the assessor. */
    screenshot: z.nullable(EvidenceFile),
  }),
]);
export type EvidencePiece = z.infer<typeof EvidencePiece>;
export type EvidenceKind = EvidencePiece['kind'];

/** The file of a piece; null for an address without a picture. */
export function fileOf(piece: EvidencePiece): EvidenceFile | null {
  return piece.kind === 'web-address' ? piece.screenshot : piece.file;
}
