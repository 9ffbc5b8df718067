import * as z from 'zod/mini';

import { AssessmentState, SubjectId } from '../domain/assessment.ts';
import { CellValue } from '../domain/change.ts';
import { GovernmentCode, Year } from '../domain/government.ts';
import { AssessmentId, ChangeId, PersonId, PeriodId, PointId } from '../domain/ids.ts';
import { IndicatorId } from '../domain/instrument.ts';
import { PointsText } from '../domain/points.ts';
import { Zone } from '../domain/zone.ts';
import { AssessmentParams, AssessmentView } from './assessments.ts';
import { Finding } from './checks.ts';
import { contract } from './contract.ts';

/** The office looks: answers beside level texts, gives points back, takes late changes in, accepts. */

const OFFICE_ROLES = ['verifier', 'head', 'national-admin'] as const;

export const OfficeUnit = z.object({
  assessmentId: AssessmentId,
  unitName: z.string(),
  unitKindName: z.string(),
  government: z.object({ code: GovernmentCode, name: z.string() }),
  team: z.string(),
  state: AssessmentState,
  notAssessedNote: z.nullable(z.string()),
  answered: z.int(),
  expected: z.int(),
  users: z.object({ interviewed: z.int(), target: z.int(), minimum: z.int() }),
  openPoints: z.int(),
  lateChanges: z.int(),
  submittedAt: z.nullable(z.iso.datetime()),
  /** Known from acceptance on. */
  score: z.nullable(PointsText),
  zone: z.nullable(Zone),
  /** The caller collected answers in this unit and so may not verify it. */
  collectedByMe: z.boolean(),
});
export type OfficeUnit = z.infer<typeof OfficeUnit>;

export const listOfficeUnits = contract({
  method: 'GET',
  path: '/api/office/units',
  summary: 'All units of the periods in the caller’s province, with progress',
  who: OFFICE_ROLES,
  ok: z.object({
    periods: z.array(
      z.object({
        id: PeriodId,
        year: Year,
        name: z.string(),
        chain: z.enum(['main', 'demo']),
        province: z.object({ code: z.string(), name: z.string() }),
        units: z.array(OfficeUnit),
      }),
    ),
  }),
  problems: [],
});

/** One part of the instrument that is accepted as a whole: a branch whose children are indicators. */
export const SectionId = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/));

export const SectionAcceptance = z.object({ sectionId: SectionId, by: z.string(), at: z.iso.datetime() });

/** Why somebody who collected here may verify here all the same: a small office without another verifier. */
export const VerifierException = z.object({
  personId: PersonId,
  person: z.string(),
  decidedBy: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
});
export type VerifierException = z.infer<typeof VerifierException>;

export const OfficeAssessment = z.object({
  assessment: AssessmentView,
  /** Everything that was ever entered at a place with more than one value, oldest first, late ones among them. */
  history: z.array(
    z.object({
      indicatorId: z.nullable(IndicatorId),
      subjectId: SubjectId,
      values: z.array(z.object({ ...CellValue.shape, late: z.boolean() })),
    }),
  ),
  acceptances: z.array(SectionAcceptance),
  exceptions: z.array(VerifierException),
  findings: z.array(Finding),
  collectedBy: z.array(z.object({ personId: PersonId, name: z.string() })),
  /** Why the caller may not verify now; null if they may. */
  whyNot: z.nullable(z.string()),
  score: z.nullable(
    z.object({ points: PointsText, zone: z.nullable(Zone), acceptedAt: z.iso.datetime(), acceptedBy: z.string() }),
  ),
});
export type OfficeAssessment = z.infer<typeof OfficeAssessment>;

export const getOfficeAssessment = contract({
  method: 'GET',
  path: '/api/office/assessments/:assessmentId',
  summary: 'One unit for the verifier: all answers, points, late changes, findings',
  who: OFFICE_ROLES,
  params: AssessmentParams,
  ok: OfficeAssessment,
  problems: ['invalid-request', 'not-found'],
});

const Reason = z.string().check(z.trim(), z.minLength(10), z.maxLength(1_000));
/** The version on the screen: what arrived since must be seen first. */
const version = z.int().check(z.minimum(0));
const VERIFY_PROBLEMS = [
  'invalid-request',
  'not-found',
  'not-permitted',
  'own-collection',
  'assessment-not-submitted',
  'changed-meanwhile',
] as const;

export const returnPoints = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/return',
  summary: 'Gives points back with a reason each; also reopens a verified unit whose result is not published',
  who: ['verifier'],
  params: AssessmentParams,
  body: z.strictObject({
    version,
    points: z
      .array(z.strictObject({ indicatorId: IndicatorId, subjectId: z.nullable(SubjectId), reason: Reason }))
      .check(z.minLength(1), z.maxLength(300)),
  }),
  ok: OfficeAssessment,
  problems: [...VERIFY_PROBLEMS, 'point-unknown'],
});

export const settlePoint = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/points/:pointId/settle',
  summary: 'A returned point is in order now',
  who: ['verifier'],
  params: z.object({ ...AssessmentParams.shape, pointId: PointId }),
  ok: OfficeAssessment,
  problems: ['invalid-request', 'not-found', 'not-permitted', 'own-collection', 'assessment-not-submitted'],
});

export const decideLateChange = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/late/:changeId',
  summary: 'Takes a late change in, which reopens its point, or leaves it out with a reason',
  who: ['verifier'],
  params: z.object({ ...AssessmentParams.shape, changeId: ChangeId }),
  body: z.strictObject({ decision: z.enum(['take-in', 'leave-out']), reason: Reason }),
  ok: OfficeAssessment,
  problems: [
    'invalid-request',
    'not-found',
    'not-permitted',
    'own-collection',
    'assessment-not-submitted',
    'already-decided',
  ],
});

export const acceptSection = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/sections/:sectionId/acceptance',
  summary: 'Accepts one part; with the last one the unit is verified and its score is computed',
  who: ['verifier'],
  params: z.object({ ...AssessmentParams.shape, sectionId: SectionId }),
  body: z.strictObject({ version }),
  ok: OfficeAssessment,
  problems: [...VERIFY_PROBLEMS, 'section-unknown', 'points-open', 'late-changes-waiting', 'assessment-incomplete'],
});

export const allowVerifier = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/verifier-exception',
  summary: 'The head lets somebody verify what they collected, with the reason; it shows on the unit for good',
  who: ['head'],
  params: AssessmentParams,
  body: z.strictObject({ personId: PersonId, reason: Reason }),
  ok: OfficeAssessment,
  problems: ['invalid-request', 'not-found', 'not-permitted', 'person-not-verifier', 'other-verifier-exists'],
});
