import * as z from 'zod/mini';

import { SubjectId } from '../domain/assessment.ts';
import { EvidencePiece, FileType, Look } from '../domain/evidence.ts';
import { AssessmentId } from '../domain/ids.ts';
import { Sha256 } from '../publication/payload.ts';
import { AssessmentParams } from './assessments.ts';
import { contract } from './contract.ts';

/** Files of evidence: how they come in, who may look at them, and what the server knows of web addresses. */

/**
 * Where files are sent, by tus 1.0 (https://tus.io/protocols/resumable-upload) with the extensions creation and
 * creation-with-upload. Every request carries the access token and `Tus-Resumable: 1.0.0`. Whoever is not in the team of
 * the assessment, or asks for an upload of somebody else, gets `not-found`.
 *
 * - `POST /api/uploads` with `Upload-Length` and `Upload-Metadata` (`assessment`, `sha256`, `type`, base64 as tus demands);
 *   the first bytes may come with it (`Content-Type: application/offset+octet-stream`). Answered 201 with `Location` and
 *   `Upload-Offset`: how much is here, which is not 0 where the same person began the same file for the same assessment
 *   before, and the whole where the assessment has it already.
 * - `HEAD` and `PATCH` at that address, as tus says; a patch of at most `UPLOAD_CHUNK` bytes, so that a broken line costs no
 *   more. What arrived of a patch that broke is kept. 404 (given up, or finished and its answer lost): create it again.
 * - Whatever answer says that the upload is whole carries `RECEIPT_HEADER` with the hash: the content fits the hash, was
 *   looked at, and lies on the disk for good. Nothing else is a receipt.
 *
 * Problems, besides those of every route: `upload-elsewhere` (409: ask by HEAD where to go on); `file-differs` (422: other
 * bytes than the hash says; what arrived is thrown away, begin anew) and `file-refused` (422, `fault` says why; sending it
 * again does not help), `request-too-large` (413) and `too-many-files` (422) likewise; `storage-full` (507) and `not-ready`
 * (503): later, nothing that arrived is lost.
 */
export const UPLOADS_PATH = '/api/uploads';
export const RECEIPT_HEADER = 'x-patuh-receipt';
/** Bytes of one patch: what a broken line can cost. */
export const UPLOAD_CHUNK = 64 * 1024;
export const TUS_VERSION = '1.0.0';
export const UPLOAD_CONTENT_TYPE = 'application/offset+octet-stream';

const UPLOADERS = ['assessor', 'enumerator'] as const;
const NOTHING = z.undefined();
const UploadParams = z.strictObject({ uploadId: z.uuid() });
const REFUSALS = ['file-differs', 'file-refused', 'storage-full', 'clock-behind'] as const;

export const createUpload = contract({
  method: 'POST',
  path: UPLOADS_PATH,
  summary: 'Begin to send a file of evidence, or find out how much of it is here (tus 1.0)',
  who: UPLOADERS,
  inPieces: true,
  ok: NOTHING,
  problems: [
    'invalid-request',
    'not-found',
    'unsupported-media-type',
    'request-too-large',
    'too-many-files',
    ...REFUSALS,
  ],
});

export const askUpload = contract({
  method: 'HEAD',
  path: `${UPLOADS_PATH}/:uploadId`,
  summary: 'How much of a file is here (tus 1.0)',
  who: UPLOADERS,
  inPieces: true,
  params: UploadParams,
  ok: NOTHING,
  problems: ['invalid-request', 'not-found', ...REFUSALS],
});

export const sendUpload = contract({
  method: 'PATCH',
  path: `${UPLOADS_PATH}/:uploadId`,
  summary: 'Send the next bytes of a file (tus 1.0)',
  who: UPLOADERS,
  inPieces: true,
  params: UploadParams,
  ok: NOTHING,
  problems: ['invalid-request', 'not-found', 'unsupported-media-type', 'upload-elsewhere', ...REFUSALS],
});

/** What the server has visited of a web address; the text and the picture of the page are not kept. */
export const WebCopy = z.object({
  /** Of the piece that names the address. */
  subjectId: SubjectId,
  url: z.string(),
  /** `waiting` until the server has tried; `refused` where it must not go, such as an address inside the office. */
  state: z.enum(['waiting', 'fetched', 'failed', 'refused']),
  /** Why not, for `failed` and `refused`. */
  why: z.nullable(
    z.enum([
      'internal-address',
      'unknown-host',
      'unreachable',
      'too-slow',
      'too-large',
      'too-many-redirects',
      'not-a-web-address',
    ]),
  ),
  fetchedAt: z.nullable(z.iso.datetime()),
  /** Where redirects led. */
  finalUrl: z.nullable(z.string()),
  /** Of HTTP: 200, 404. */
  status: z.nullable(z.int()),
  title: z.nullable(z.string()),
  sha256: z.nullable(Sha256),
  /** Bytes. */
  size: z.nullable(z.int()),
});
export type WebCopy = z.infer<typeof WebCopy>;

/** A file as somebody may look at it: the addresses end their service after `until`. */
export const ServedFile = z.object({
  sha256: Sha256,
  type: FileType,
  size: z.int(),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  /** As it came in. */
  url: z.string(),
  /** Small, made anew by the server and without anything the camera wrote into it; null for documents. */
  thumbnailUrl: z.nullable(z.string()),
  until: z.iso.datetime(),
});
export type ServedFile = z.infer<typeof ServedFile>;

/** The same or nearly the same photo elsewhere; for the office only. */
export const Lookalike = z.object({
  subjectId: SubjectId,
  /** Bits in which they differ, of 64: 0 looks the same. */
  distance: z.int(),
  other: z.object({
    assessmentId: AssessmentId,
    unitName: z.string(),
    year: z.int(),
    subjectId: SubjectId,
    look: Look,
  }),
});
export type Lookalike = z.infer<typeof Lookalike>;

export const listEvidence = contract({
  method: 'GET',
  path: '/api/assessments/:assessmentId/evidence',
  summary: 'Every piece of evidence with its file, for the team and for those who verify',
  who: ['assessor', 'enumerator', 'verifier', 'head'],
  params: AssessmentParams,
  ok: z.object({
    pieces: z.array(
      z.object({
        subjectId: SubjectId,
        piece: EvidencePiece,
        by: z.string(),
        receivedAt: z.iso.datetime(),
        /** Null while the file is not here, or where there is none. */
        file: z.nullable(ServedFile),
        webCopy: z.nullable(WebCopy),
      }),
    ),
    /** Empty for the team: what other units show is not theirs to see. */
    lookalikes: z.array(Lookalike),
  }),
  problems: ['invalid-request', 'not-found'],
});

/** By an address that `listEvidence` gave, as long as it is valid; whoever has it needs no sign-in. */
export const EVIDENCE_FILES_PATH = '/api/evidence-files';
