import * as z from 'zod/mini';

import { SubjectId } from '../domain/assessment.ts';
import { FileType } from '../domain/evidence.ts';
import { DocumentRequestId } from '../domain/ids.ts';
import { IndicatorId } from '../domain/instrument.ts';
import { storable, WITH_YEAR } from '../domain/text.ts';
import { Sha256 } from '../publication/payload.ts';
import { AssessmentParams } from './assessments.ts';
import { contract } from './contract.ts';
import { ServedFile } from './evidence.ts';

/**
 * “Minta dokumen ke unit”: the office asks a unit for one missing document after the visit. A link leads whoever holds it to
 * that one request and to nothing else; what comes in is marked as received after the visit.
 */

/** `open` until something came; then the verifier looks at it. `withdrawn`: nothing is waited for any more. */
export const DOCUMENT_REQUEST_STATES = ['open', 'received', 'accepted', 'refused', 'withdrawn'] as const;
export const DocumentRequestState = z.enum(DOCUMENT_REQUEST_STATES);
export type DocumentRequestState = z.infer<typeof DocumentRequestState>;

/** Most files one request takes: a document photographed page by page. */
export const MOST_DELIVERED_FILES = 20;
/** Bytes of one part of a file, before they are written as base64: a broken line costs no more. */
export const DELIVERY_PART = 128 * 1024;

const Wanted = z.string().check(storable, z.trim(), z.minLength(10), z.maxLength(500));
const Reason = z.string().check(storable, z.trim(), z.minLength(10), z.maxLength(1_000));
const Day = z.iso.date().check(z.regex(WITH_YEAR));
const FileName = z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(200));
/** 256 random bits; stands after the `#` of the link, which browsers send to no server. */
const LinkToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

export const DocumentRequest = z.object({
  id: DocumentRequestId,
  indicatorId: IndicatorId,
  subjectId: SubjectId,
  wanted: z.string(),
  /** Last day, in the time zone of the province; what comes later is taken and marked. */
  dueOn: Day,
  state: DocumentRequestState,
  requestedBy: z.string(),
  requestedAt: z.iso.datetime(),
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(z.iso.datetime()),
  reason: z.nullable(z.string()),
  files: z.array(
    z.object({
      name: z.string(),
      receivedAt: z.iso.datetime(),
      /** After the last day. */
      late: z.boolean(),
      file: ServedFile,
    }),
  ),
});
export type DocumentRequest = z.infer<typeof DocumentRequest>;

const Requests = z.object({
  requests: z.array(DocumentRequest),
  /** Why the caller may not ask or decide now, as a problem code; null if they may. */
  whyNot: z.nullable(z.string()),
});

const OFFICE = ['verifier', 'head'] as const;
const RequestParams = z.object({ ...AssessmentParams.shape, requestId: DocumentRequestId });
const PROBLEMS = [
  'invalid-request',
  'not-found',
  'not-permitted',
  'own-collection',
  'assessment-not-submitted',
] as const;

/** Shown once, to be handed over; a lost one is made anew, which ends the old one. */
export const RequestLink = z.object({ url: z.string() });
export type RequestLink = z.infer<typeof RequestLink>;

export const listDocumentRequests = contract({
  method: 'GET',
  path: '/api/office/assessments/:assessmentId/document-requests',
  summary: 'Documents that were asked of a unit after the visit, and what came',
  who: OFFICE,
  params: AssessmentParams,
  ok: Requests,
  problems: ['invalid-request', 'not-found'],
});

export const requestDocument = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/document-requests',
  summary: 'Asks the unit for one document; answers with the link to hand over',
  who: ['verifier'],
  params: AssessmentParams,
  body: z.strictObject({ indicatorId: IndicatorId, subjectId: SubjectId, wanted: Wanted, dueOn: Day }),
  ok: z.object({ request: DocumentRequest, link: RequestLink }),
  problems: [...PROBLEMS, 'point-unknown', 'day-in-the-past'],
});

export const extendDocumentRequest = contract({
  method: 'PUT',
  path: '/api/office/assessments/:assessmentId/document-requests/:requestId/due-day',
  summary: 'Another last day; the link stays good',
  who: ['verifier'],
  params: RequestParams,
  body: z.strictObject({ dueOn: Day }),
  ok: Requests,
  problems: [...PROBLEMS, 'already-decided', 'day-in-the-past'],
});

export const renewDocumentLink = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/document-requests/:requestId/link',
  summary: 'A new link for a request whose link was lost or went astray; the old one is worth nothing from here on',
  who: ['verifier'],
  params: RequestParams,
  ok: z.object({ link: RequestLink }),
  problems: [...PROBLEMS, 'already-decided'],
});

export const decideDocumentRequest = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/document-requests/:requestId/decision',
  summary: 'What came is accepted or refused, or nothing is waited for any more; closes the link',
  who: ['verifier'],
  params: RequestParams,
  body: z.strictObject({
    decision: z.enum(['accept', 'refuse', 'withdraw']),
    reason: Reason,
    /** Files on the screen: what came since is looked at first. */
    seen: z.int().check(z.minimum(0), z.maximum(MOST_DELIVERED_FILES)),
  }),
  ok: Requests,
  problems: [...PROBLEMS, 'already-decided', 'nothing-received', 'changed-meanwhile'],
});

/** What the holder of a link is told: what is asked of which unit, and nothing of any result. */
export const AskedDocument = z.object({
  unit: z.string(),
  government: z.string(),
  office: z.string(),
  wanted: z.string(),
  dueOn: Day,
  isOverdue: z.boolean(),
  files: z.array(z.object({ name: z.string(), size: z.int(), receivedAt: z.iso.datetime() })),
});
export type AskedDocument = z.infer<typeof AskedDocument>;

export const openDocumentRequest = contract({
  method: 'POST',
  path: '/api/document-requests/open',
  summary: 'What the holder of a link is asked for',
  who: 'public',
  body: z.strictObject({ token: LinkToken }),
  ok: AskedDocument,
  problems: ['invalid-request', 'link-not-valid', 'too-many-requests'],
});

export const beginDelivery = contract({
  method: 'POST',
  path: '/api/document-requests/files',
  summary: 'Begins to send a file, or finds out how much of it is here',
  who: 'public',
  body: z.strictObject({
    token: LinkToken,
    sha256: Sha256,
    type: FileType,
    size: z.int().check(z.minimum(0), z.maximum(1_000_000_000)),
    name: FileName,
  }),
  ok: z.object({ deliveryId: z.uuid(), offset: z.int() }),
  problems: [
    'invalid-request',
    'link-not-valid',
    'request-too-large',
    'too-many-files',
    'file-refused',
    'storage-full',
    'too-many-requests',
  ],
});

export const sendDeliveryPart = contract({
  method: 'POST',
  path: '/api/document-requests/files/:deliveryId/parts',
  summary: 'The next bytes of a file, as base64; with the last ones it is looked at, kept, and the office is told',
  who: 'public',
  params: z.object({ deliveryId: z.uuid() }),
  bodyLimit: 256 * 1024,
  body: z.strictObject({
    token: LinkToken,
    offset: z.int().check(z.minimum(0)),
    bytes: z.base64().check(z.minLength(1), z.maxLength(Math.ceil(DELIVERY_PART / 3) * 4)),
  }),
  ok: z.object({ offset: z.int(), isWhole: z.boolean() }),
  problems: [
    'invalid-request',
    'link-not-valid',
    'not-found',
    'upload-elsewhere',
    'file-differs',
    'file-refused',
    'storage-full',
    'too-many-requests',
    'clock-behind',
  ],
});
