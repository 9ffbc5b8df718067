import * as z from 'zod/mini';

import { SubjectId } from '../domain/assessment.ts';
import { CellValue } from '../domain/change.ts';
import { GovernmentCode } from '../domain/government.ts';
import { AssessmentId, ChangeId, PersonId, PointId } from '../domain/ids.ts';
import { IndicatorId } from '../domain/instrument.ts';
import { PointsText } from '../domain/points.ts';
import { InterviewMark, ReviewReason } from '../domain/review.ts';
import { Zone } from '../domain/zone.ts';
import { Sha256 } from '../publication/payload.ts';
import { AssessmentParams, AssessmentView, LastYear, ReturnedPoint } from './assessments.ts';
import { Finding } from './checks.ts';
import { contract } from './contract.ts';

/** The office looks: answers beside level texts, gives points back, takes late changes in, accepts. */

const OFFICE_ROLES = ['verifier', 'head', 'national-admin'] as const;

/** One part of the instrument that is accepted as a whole: a branch whose children are indicators. */
export const SectionId = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/));

export const SectionAcceptance = z.object({
  sectionId: SectionId,
  by: z.string(),
  at: z.iso.datetime(),
  /** False once an answer of the section is another one than was accepted. */
  holds: z.boolean(),
  /** Photos and documents of its points that arrived afterwards: nobody could look at them then. */
  filesSince: z.int(),
});
export type SectionAcceptance = z.infer<typeof SectionAcceptance>;

const place = { indicatorId: IndicatorId, subjectId: SubjectId };

/** One answer that somebody looked at and accepted, with the evidence for it. */
export const PlaceAcceptance = z.object({
  ...place,
  by: z.string(),
  at: z.iso.datetime(),
  /** False once the answer, its note or its evidence is not what was accepted: it is to be looked at again. */
  holds: z.boolean(),
});
export type PlaceAcceptance = z.infer<typeof PlaceAcceptance>;

/**
 * What is to be looked at before the sections of a unit can be accepted; the other answers count as accepted with their
 * section, by the rule and the lot that are written down here. Of a verified unit: what the rule was when it was accepted.
 */
export const Review = z.object({
  /** Version of the rule: `patuh-review/1`. */
  rule: z.string(),
  samplePercent: z.int(),
  /** In hundredths of a point. */
  edgePoints: z.int(),
  /** From how many levels on a difference to last year is a jump. */
  jumpLevels: z.int(),
  /** From which the lot follows: whoever has it can draw again. */
  seed: Sha256,
  /** Answers of the unit, and how many of them are to be looked at. */
  answered: z.int(),
  required: z.int(),
  /** How many places have each reason; a place may have several. Reasons that no place has are left out. */
  counts: z.array(z.object({ reason: ReviewReason, places: z.int() })),
  /** In the order of the form. What is not in it is accepted with its section. */
  places: z.array(z.object({ ...place, reasons: z.array(ReviewReason).check(z.minLength(1)) })),
});
export type Review = z.infer<typeof Review>;

/** What is odd about an interview; interviews with nothing odd are left out. */
export const OddInterview = z.object({
  subjectId: SubjectId,
  marks: z.array(InterviewMark).check(z.minLength(1)),
  /** Interviews of this unit with the same answers, of which one is enough to see it. */
  like: z.array(SubjectId),
  /** A unit of the same assessor in which the same interviews stand. */
  elsewhere: z.nullable(z.string()),
});
export type OddInterview = z.infer<typeof OddInterview>;

/** How often the other units of the kind got each level of an indicator, in this period and province. */
export const LevelsOfOthers = z.object({
  indicatorId: IndicatorId,
  /** By level, from 0. Of all subjects: thirty users make thirty. */
  counts: z.array(z.int()),
});
export type LevelsOfOthers = z.infer<typeof LevelsOfOthers>;

/** Who is to verify the unit, and until which day. Others may all the same. */
export const Duty = z.object({
  personId: PersonId,
  person: z.string(),
  /** Null until the unit is handed in. */
  dueOn: z.nullable(z.iso.date()),
});
export type Duty = z.infer<typeof Duty>;

/** Why somebody who collected here may verify here all the same: a small office without another verifier. */
export const VerifierException = z.object({
  personId: PersonId,
  person: z.string(),
  decidedBy: z.string(),
  reason: z.string(),
  at: z.iso.datetime(),
});
export type VerifierException = z.infer<typeof VerifierException>;

/** Everything that was ever entered at one place, oldest first. */
export const PlaceHistory = z.object({
  indicatorId: z.nullable(IndicatorId),
  subjectId: SubjectId,
  values: z.array(z.object({ ...CellValue.shape, late: z.boolean() })).check(z.minLength(1)),
});
export type PlaceHistory = z.infer<typeof PlaceHistory>;

/** What was decided about a change that came after submission, and why. */
export const LateDecision = z.object({
  changeId: ChangeId,
  decision: z.enum(['taken-in', 'left-out']),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type LateDecision = z.infer<typeof LateDecision>;

const AcceptedScore = z.object({
  sequence: z.int(),
  points: PointsText,
  acceptedAt: z.iso.datetime(),
  acceptedBy: z.string(),
});

/** A computed score with all that it depends on: the client explains it with the code that computed it. */
export const OfficeScore = z.object({
  ...AcceptedScore.shape,
  /** Of this score under the bands of the year; the published zone is the government's. */
  zone: z.nullable(Zone),
  opinion: z.nullable(z.string()),
  products: z.int(),
  merged: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('merged'), indicatorId: IndicatorId, sum: z.int(), n: z.int() }),
      z.object({ kind: z.literal('not-applicable'), indicatorId: IndicatorId, reasons: z.array(z.string()) }),
    ]),
  ),
  scoredBy: z.object({ instrument: z.string(), version: z.int(), contentHash: z.string(), rules: z.string() }),
});
export type OfficeScore = z.infer<typeof OfficeScore>;

export const OfficeAssessment = z.object({
  assessment: AssessmentView,
  /** Places with more than one value, and every place with a late one. */
  history: z.array(PlaceHistory),
  lateDecisions: z.array(LateDecision),
  acceptances: z.array(SectionAcceptance),
  placeAcceptances: z.array(PlaceAcceptance),
  /** Null before it is handed in, and of a unit that was accepted before there was such a rule. */
  review: z.nullable(Review),
  /**
   * Answers of a verified unit that the rule accepted and nobody looked at, where its government stands at an edge of a band
   * by what was handed in since; null everywhere else.
   */
  unseenAtEdge: z.nullable(z.int()),
  oddInterviews: z.array(OddInterview),
  /** What the same unit was found to be last time, without users: they are other people every year. */
  lastYear: z.nullable(LastYear),
  others: z.object({
    /** How many units are counted: those of the kind that were handed in, without this one. */
    units: z.int(),
    levels: z.array(LevelsOfOthers),
  }),
  duty: z.nullable(Duty),
  exceptions: z.array(VerifierException),
  findings: z.array(Finding),
  collectedBy: z.array(z.object({ personId: PersonId, name: z.string() })),
  /** Who could verify here: the verifiers of the province whose accounts are open. */
  verifiers: z.array(z.object({ personId: PersonId, name: z.string(), collected: z.boolean() })),
  /** Why the caller may not verify now, as a problem code; null if they may. */
  whyNot: z.nullable(z.string()),
  /** The caller is head here and may let somebody verify what they collected. */
  mayAllow: z.boolean(),
  /** Of a unit that is not assessed: from whom the office knows it. Phones and the Sekda office are not told. */
  notAssessedSource: z.nullable(z.string()),
  /** Its result stands in public; what changes now becomes visible with a correction only. */
  published: z.boolean(),
  /** The score in force; null until it is verified, and again while it is reopened. */
  score: z.nullable(OfficeScore),
  /** Scores that a reopening ended, oldest first. */
  earlierScores: z.array(AcceptedScore),
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
  summary: 'Gives points back with a reason each; reopens a unit that was verified',
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
  body: z.strictObject({ version }),
  ok: OfficeAssessment,
  problems: VERIFY_PROBLEMS,
});

export const decideLateChange = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/late/:changeId',
  summary: 'Takes a late change in, which reopens its point, or leaves it out with a reason',
  who: ['verifier'],
  params: z.object({ ...AssessmentParams.shape, changeId: ChangeId }),
  body: z.strictObject({ version, decision: z.enum(['take-in', 'leave-out']), reason: Reason }),
  ok: OfficeAssessment,
  problems: [...VERIFY_PROBLEMS, 'already-decided'],
});

export const acceptPlaces = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/places/acceptance',
  summary: 'Accepts answers one by one, as they were on the screen; a point given back there is settled by it',
  who: ['verifier'],
  params: AssessmentParams,
  body: z.strictObject({
    /** What stood on the screen. Only what has changed at these very places since is to be seen first. */
    version,
    places: z.array(z.strictObject(place)).check(z.minLength(1), z.maxLength(400)),
    /** Photos and documents that stood on the screen as not arrived: what came meanwhile is to be seen first. */
    waiting: z.optional(z.array(Sha256).check(z.maxLength(1_000))),
  }),
  /** What has changed by it, for the screen to put in its place. */
  ok: z.object({
    /** Of what the screen shows now; the one it had, unless a point was settled. */
    version,
    accepted: z.array(PlaceAcceptance),
    /** All points of the unit. */
    points: z.array(ReturnedPoint),
  }),
  problems: [...VERIFY_PROBLEMS, 'point-unknown', 'points-open'],
});

export const acceptSection = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/sections/:sectionId/acceptance',
  summary: 'Accepts one part; with the last one the unit is verified and its score is computed',
  who: ['verifier'],
  params: z.object({ ...AssessmentParams.shape, sectionId: SectionId }),
  body: z.strictObject({ version }),
  ok: OfficeAssessment,
  problems: [
    ...VERIFY_PROBLEMS,
    'section-unknown',
    'places-not-reviewed',
    'points-open',
    'late-changes-waiting',
    'assessment-incomplete',
    'files-outstanding',
    'requests-open',
  ],
});

export const allowVerifier = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/verifier-exception',
  summary: 'The head lets somebody verify what they collected, with the reason; it shows on the unit for good',
  who: ['head'],
  params: AssessmentParams,
  body: z.strictObject({ personId: PersonId, reason: Reason }),
  ok: OfficeAssessment,
  problems: [
    'invalid-request',
    'not-found',
    'not-permitted',
    'not-on-oneself',
    'person-not-verifier',
    'other-verifier-exists',
    'exception-not-needed',
    'already-decided',
  ],
});

export const reopenNotAssessed = contract({
  method: 'POST',
  path: '/api/office/assessments/:assessmentId/reopening',
  summary: 'A unit recorded as not assessed is to be assessed after all',
  who: ['verifier'],
  params: AssessmentParams,
  body: z.strictObject({ version }),
  ok: OfficeAssessment,
  problems: ['invalid-request', 'not-found', 'not-permitted', 'already-decided', 'changed-meanwhile'],
});

export const NextUnit = z.object({
  assessmentId: AssessmentId,
  unitName: z.string(),
  government: z.object({ code: GovernmentCode, name: z.string() }),
  /** Until when it is to be verified, if that is the caller's duty. */
  dueOn: z.nullable(z.iso.date()),
  mine: z.boolean(),
});
export type NextUnit = z.infer<typeof NextUnit>;

export const getNextUnit = contract({
  method: 'GET',
  path: '/api/office/next-unit',
  summary: 'The unit a verifier takes next: own duties by their day, then what nobody has, by risk',
  who: ['verifier'],
  query: z.object({
    /** The unit on the screen; the one that follows it, and the first again after the last. */
    after: z.optional(AssessmentId),
  }),
  ok: z.object({ next: z.nullable(NextUnit) }),
  problems: ['invalid-request'],
});
