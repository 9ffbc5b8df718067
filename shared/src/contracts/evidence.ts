import * as z from 'zod/mini';

import { SubjectId } from '../domain/assessment.ts';
import { EvidencePiece, FileType, Look } from '../domain/evidence.ts';
import { AssessmentId } from '../domain/ids.ts';
import { Sha256 } from '../publication/payload.ts';
import { AssessmentParams } from './assessments.ts';
import { contract } from './contract.ts';

/** Files of evidence: how they come in, who may look at them, and what the server knows of web addresses. */

/**
 * Where files are sent, by tus 1.0 (creation, then patches). Besides tus’ own headers every request carries the access
 * token. `Upload-Metadata` of a creation: `assessment` and `sha256`, base64 as tus demands. Answered problems are the
 * catalogue’s. The last patch is answered once the content fits its hash, was looked at, and lies on the disk: it says so
 * with the header `RECEIPT_HEADER`, whose value is the hash.
 */
export const UPLOADS_PATH = '/api/uploads';
export const RECEIPT_HEADER = 'x-patuh-receipt';
/** Bytes of one patch: what a broken line can cost. */
export const UPLOAD_CHUNK = 64 * 1024;

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
