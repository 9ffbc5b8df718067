import * as z from 'zod/mini';

import { AssessmentState, NotAssessedReason, SubjectId } from '../domain/assessment.ts';
import { Cell } from '../domain/change.ts';
import { GovernmentCode, ProvinceCode, Year } from '../domain/government.ts';
import { AssessmentId, ChangeId, DeviceId, PeriodId, PersonId, PointId, TeamId, UnitId } from '../domain/ids.ts';
import { IndicatorId, Instrument, UnitKind } from '../domain/instrument.ts';
import { PointsText } from '../domain/points.ts';
import { storable } from '../domain/text.ts';
import { Zone } from '../domain/zone.ts';
import { Sha256 } from '../publication/payload.ts';
import { contract } from './contract.ts';

/** Assessments as the field sees them: what to answer, what came back, and handing in. */

export const PeriodView = z.object({
  id: PeriodId,
  year: Year,
  name: z.string(),
  chain: z.enum(['main', 'demo']),
  instrument: z.object({ id: z.string(), version: z.int(), contentHash: Sha256 }),
  /** Whether the field may see a score before submission; normally not, somebody may stand behind. */
  scoreBeforeSubmission: z.boolean(),
  /** Until when the Sekda may answer; null where there is no such window. */
  clarificationUntil: z.nullable(z.iso.datetime()),
  /** Practice that is never published, and says so. A second visit looks like any other. */
  trial: z.optional(z.boolean()),
});
export type PeriodView = z.infer<typeof PeriodView>;

export const UnitView = z.object({
  id: UnitId,
  name: z.string(),
  kind: UnitKind,
  /** “Dinas Kesehatan”, in Indonesian. */
  kindName: z.string(),
  government: z.object({ code: GovernmentCode, name: z.string() }),
  province: z.object({ code: ProvinceCode, name: z.string() }),
  address: z.nullable(z.string()),
  /** Where it is, in millionths of a degree, where that is known. */
  coordinates: z.nullable(z.object({ latitude: z.int(), longitude: z.int() })),
  firstTime: z.boolean(),
});
export type UnitView = z.infer<typeof UnitView>;

/** A point the verifier gave back: one indicator, for one subject or for all of it. */
export const ReturnedPoint = z.object({
  id: PointId,
  indicatorId: IndicatorId,
  /** Null: the indicator as a whole. */
  subjectId: z.nullable(SubjectId),
  reason: z.string(),
  returnedBy: z.string(),
  returnedAt: z.iso.datetime(),
  /** `open` until something at that place was changed or a note answers it, `answered` then, `settled` by the verifier. */
  state: z.enum(['open', 'answered', 'settled']),
});
export type ReturnedPoint = z.infer<typeof ReturnedPoint>;

/**
 * A change that came after submission. The verifier decides; what comes when the result is published already is history
 * without anybody’s decision.
 */
export const LateChange = z.object({
  changeId: ChangeId,
  indicatorId: z.nullable(IndicatorId),
  subjectId: SubjectId,
  by: z.string(),
  receivedAt: z.iso.datetime(),
  decision: z.enum(['waiting', 'taken-in', 'left-out', 'after-publication']),
});
export type LateChange = z.infer<typeof LateChange>;

export const AssessmentView = z.object({
  id: AssessmentId,
  /** Rises with everything that happens to it. */
  version: z.int(),
  state: AssessmentState,
  notAssessed: z.nullable(z.object({ reason: NotAssessedReason, note: z.string() })),
  period: PeriodView,
  unit: UnitView,
  team: z.object({
    id: TeamId,
    name: z.string(),
    members: z.array(z.object({ personId: PersonId, name: z.string(), role: z.enum(['assessor', 'enumerator']) })),
  }),
  cells: z.array(Cell),
  points: z.array(ReturnedPoint),
  late: z.array(LateChange),
  /** Hashes of the files of evidence that the server has, in order. */
  files: z.array(Sha256),
  /** Of everything the server holds of it, not only of `cells`. */
  answersHash: Sha256,
  submittedAt: z.nullable(z.iso.datetime()),
});
export type AssessmentView = z.infer<typeof AssessmentView>;

const FIELD_ROLES = ['assessor', 'enumerator'] as const;
export const AssessmentParams = z.object({ assessmentId: AssessmentId });

/** The instrument as it was when the assessment began, for the form: by id and version, never “the newest”. */
export const getFormInstrument = contract({
  method: 'GET',
  path: '/api/form-instruments/:instrumentId/:version',
  summary: 'An instrument in one version, with rubrics, for the form',
  who: 'signed-in',
  params: z.object({
    instrumentId: z.string().check(z.regex(/^[a-z0-9-]{1,80}$/)),
    version: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(10_000)),
  }),
  ok: Instrument,
  problems: ['invalid-request', 'not-found'],
});

/** What the assessor vouches for: the answers as they stood on the phone, against what the server holds. */
export const Manifest = z.strictObject({
  version: z.int().check(z.minimum(0)),
  answersHash: Sha256,
  /** Hashes of the files that pieces of evidence on the phone name, its colleagues’ included; they may arrive later. */
  evidence: z.array(Sha256).check(z.maxLength(2_000)),
});
export type Manifest = z.infer<typeof Manifest>;

export const submitAssessment = contract({
  method: 'POST',
  path: '/api/assessments/:assessmentId/submission',
  summary: 'Hand in; refused with the exact list while anything is missing or differs from the manifest',
  who: ['assessor'],
  params: AssessmentParams,
  body: Manifest,
  ok: AssessmentView,
  problems: [
    'invalid-request',
    'not-found',
    'not-permitted',
    'assessment-not-open',
    'assessment-incomplete',
    'manifest-differs',
  ],
});

export const recordNotAssessed = contract({
  method: 'POST',
  path: '/api/assessments/:assessmentId/not-assessed',
  summary: 'The unit could not be assessed, with the reason and at least one piece of evidence',
  who: FIELD_ROLES,
  params: AssessmentParams,
  body: z.strictObject({
    reason: NotAssessedReason,
    note: z.string().check(storable, z.trim(), z.minLength(10), z.maxLength(1_000)),
    /** The version on the screen, so that answers nobody has seen are not passed over. */
    version: z.int().check(z.minimum(0)),
  }),
  ok: AssessmentView,
  problems: [
    'invalid-request',
    'not-found',
    'not-permitted',
    'assessment-not-open',
    'changed-meanwhile',
    'evidence-missing',
  ],
});

export const reopenAssessment = contract({
  method: 'POST',
  path: '/api/assessments/:assessmentId/reopening',
  summary: 'A unit recorded as not assessed can be assessed after all; its answers are still there',
  who: FIELD_ROLES,
  params: AssessmentParams,
  body: z.strictObject({ version: z.int().check(z.minimum(0)) }),
  ok: AssessmentView,
  problems: [
    'invalid-request',
    'not-found',
    'not-permitted',
    'already-decided',
    'assessment-published',
    'changed-meanwhile',
  ],
});

/** A device that works on an assessment, as the team sees it before it hands in. */
export const TeamDevice = z.object({
  /** One store of answers; what it was before it numbered anew counts with it. */
  id: DeviceId,
  personId: PersonId,
  personName: z.string(),
  /** “Chrome di Android”; null where it never said. */
  name: z.nullable(z.string()),
  /** When its newest edit of this assessment came in, null if none did. */
  lastEditAt: z.nullable(z.iso.datetime()),
  /** When it last fetched everything, which it does after it has sent everything; null if never. */
  exchangedAt: z.nullable(z.iso.datetime()),
  /** What it said it had not sent then, of all its assessments. */
  waiting: z.nullable(z.int()),
});
export type TeamDevice = z.infer<typeof TeamDevice>;

export const listTeamDevices = contract({
  method: 'GET',
  path: '/api/assessments/:assessmentId/devices',
  summary: 'Devices of the team, and when each was last heard from',
  who: FIELD_ROLES,
  params: AssessmentParams,
  ok: z.object({ devices: z.array(TeamDevice) }),
  problems: ['invalid-request', 'not-found'],
});

/** What the same unit was found to be in an earlier period, for the form. */
export const LastYear = z.object({
  year: Year,
  /** “82.65”; null where there is none. */
  score: z.nullable(PointsText),
  zone: z.nullable(Zone),
  /** Of what is asked on the same scale now, and not of users: those are other people every year. Null: it did not apply. */
  levels: z.array(z.object({ indicatorId: IndicatorId, subjectId: SubjectId, level: z.nullable(z.int()) })),
});
export type LastYear = z.infer<typeof LastYear>;

export const getLastYear = contract({
  method: 'GET',
  path: '/api/assessments/:assessmentId/last-year',
  summary: 'The newest earlier result of the same unit that is final, to be shown after one’s own answer',
  who: FIELD_ROLES,
  params: AssessmentParams,
  ok: z.object({ lastYear: z.nullable(LastYear) }),
  problems: ['invalid-request', 'not-found'],
});
