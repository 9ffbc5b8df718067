import * as z from 'zod/mini';

import { Finding } from './checks.ts';

/**
 * The closed catalogue of problems (RFC 9457). The code is stable and part of the interface; the title is for logs and
 * developers, the sentence a reader sees is the client's (`web/src/text/id/problem.ts`). `docs/problems.md` explains each.
 */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request does not fit the contract' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'ranking-not-found': { status: 404, title: 'No results are known for this province and year' },
  'government-not-found': { status: 404, title: 'No such government, or no result known for that year' },
  'publication-not-found': { status: 404, title: 'No such publication' },
  'instrument-not-found': { status: 404, title: 'No instrument is recorded for this year' },
  'national-not-found': { status: 404, title: 'No national counts are known for this year' },
  'signed-out': { status: 401, title: 'The session is unknown, over or revoked' },
  'sign-in-refused': { status: 401, title: 'E-mail address, password or code is wrong' },
  'sign-in-blocked': { status: 429, title: 'Too many wrong attempts for this account; wait' },
  'second-factor-demanded': { status: 403, title: 'This role needs a second factor before anything else' },
  'code-refused': { status: 422, title: 'The code of the authenticator app is wrong' },
  'link-not-valid': { status: 410, title: 'The one-time link was used, has expired or never existed' },
  'password-too-weak': { status: 422, title: 'The password is easily guessed' },
  'not-permitted': { status: 403, title: 'Nobody with this role may do this' },
  'grant-not-permitted': { status: 403, title: 'A grant of this role or scope is not the caller’s to give or take' },
  'not-on-oneself': { status: 409, title: 'Not on one’s own account: somebody else has to do it' },
  'email-taken': { status: 409, title: 'Another account has this e-mail address' },
  'assessment-not-open': { status: 409, title: 'The assessment is handed in, verified or not assessed' },
  'assessment-incomplete': { status: 409, title: 'Something is missing; the findings say what' },
  'evidence-missing': { status: 409, title: 'Nothing shows yet that the unit could not be assessed' },
  'manifest-differs': { status: 409, title: 'The device and the server hold different answers' },
  'changed-meanwhile': { status: 409, title: 'Something arrived since; look at it first' },
  'own-collection': { status: 409, title: 'Nobody verifies what they collected' },
  'collected-there': {
    status: 409,
    title: 'Somebody would verify what they or their team collected; the blockers say where',
  },
  'assessment-not-submitted': { status: 409, title: 'The assessment is not with the verifier' },
  'assessment-published': { status: 409, title: 'The result is published; only a correction changes it' },
  'point-unknown': { status: 422, title: 'The instrument has no such point' },
  'section-unknown': { status: 404, title: 'The instrument has no such section' },
  'places-not-reviewed': { status: 409, title: 'Answers that must be looked at have not been accepted one by one' },
  'points-open': { status: 409, title: 'Points given back are still open' },
  'late-changes-waiting': { status: 409, title: 'Late changes wait for a decision' },
  'already-decided': { status: 409, title: 'This was decided before' },
  'person-not-verifier': { status: 422, title: 'The person is no verifier of this office' },
  'successor-not-possible': {
    status: 422,
    title: 'Somebody cannot take over what they were to; the blockers say what',
  },
  'other-verifier-exists': { status: 409, title: 'The office has another verifier who did not collect here' },
  'exception-not-needed': { status: 409, title: 'The person did not collect here and may verify without it' },
  'result-not-ready': { status: 409, title: 'The result is not complete yet' },
  'period-exists': { status: 409, title: 'There is a season of this year already' },
  'instrument-not-usable': { status: 422, title: 'No instrument in use for this kind and year' },
  'nothing-to-draw': { status: 409, title: 'No unit takes part in the lot, or the share is nought' },
  'second-team-not-blind': { status: 409, title: 'Somebody would assess the same unit twice; the blockers say who' },
  'team-name-taken': { status: 409, title: 'Another team of the province has this name in the period' },
  'person-not-for-team': {
    status: 422,
    title: 'The person holds no such role in the province, or their account is closed',
  },
  'unit-named-twice': { status: 422, title: 'A unit is assigned more than once; the blockers say which' },
  'release-blocked': { status: 409, title: 'Units are not final; the blockers say which' },
  'release-in-preparation': { status: 409, title: 'A publication of this province and period is already prepared' },
  'release-changed': { status: 409, title: 'The results changed since it was prepared' },
  'release-decided': { status: 409, title: 'It was published or withdrawn before' },
  'correction-needed': { status: 409, title: 'Results are published; a correction names them and the reason' },
  'nothing-to-correct': { status: 409, title: 'The new content is what is published already' },
  'decree-date-in-future': { status: 422, title: 'The decree has not been issued yet' },
  'second-person-needed': { status: 409, title: 'Who prepared a publication cannot approve it' },
  'clock-behind': { status: 503, title: 'The clock of the server is earlier than the last event in the audit' },
  'app-too-old': { status: 409, title: 'The app speaks an older protocol than the server takes' },
  'app-too-new': { status: 409, title: 'The app speaks a newer protocol than the server knows' },
  'field-file-unreadable': { status: 422, title: 'The file was not made by this platform, or was damaged' },
  'sign-in-again': { status: 403, title: 'This needs a sign-in with the password a moment ago' },
  'custody-unknown': { status: 422, title: 'The key was not given into the custody of this office by this person' },
  'upload-elsewhere': { status: 409, title: 'The upload does not end where the request goes on' },
  'file-differs': { status: 422, title: 'What arrived is not the content of that hash' },
  'file-refused': { status: 422, title: 'The content of the file is not taken; the fault says why' },
  'too-many-files': { status: 422, title: 'The assessment has as many files as it may have' },
  'files-outstanding': { status: 409, title: 'Files of evidence have not arrived yet' },
  'day-in-the-past': { status: 422, title: 'The last day is over already' },
  'nothing-received': { status: 409, title: 'Nothing has come in that could be decided about' },
  'requests-open': { status: 409, title: 'Documents asked of the unit are not decided about' },
  'unit-kind-unknown': { status: 422, title: 'No such kind of unit, or not in this kind of government' },
  'unit-name-taken': { status: 409, title: 'Another unit of the government has this name' },
  'unit-closed': { status: 409, title: 'The unit is closed' },
  'unit-in-use': { status: 409, title: 'A team has the unit, or something was entered for it' },
  'plan-closed': { status: 409, title: 'The units of this period are not planned any more' },
  'storage-full': { status: 507, title: 'The disk for evidence is full; nothing was lost' },
  'request-too-large': { status: 413, title: 'The request is larger than the server accepts' },
  'unsupported-media-type': { status: 415, title: 'The server does not read this content type' },
  'too-many-requests': { status: 429, title: 'Too many requests from this address' },
  'internal-error': { status: 500, title: 'Something failed on the server' },
  'not-ready': { status: 503, title: 'The server is starting, stopping, or without its database' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of a problem as it travels (`application/problem+json`). */
export const Problem = z.object({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.int(),
  errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
  /** What is missing or contradicts, for `assessment-incomplete`. */
  findings: z.optional(z.array(Finding)),
  /** What blocks, differs or is in the way, one short text each: units of a release, places of a manifest. */
  blockers: z.optional(z.array(z.string())),
  /** Why the content of a file is not taken, for `file-refused`: one of `FILE_FAULTS`. */
  fault: z.optional(z.string()),
  /** How many, for `files-outstanding`. */
  count: z.optional(z.int()),
});
export type Problem = z.infer<typeof Problem>;
