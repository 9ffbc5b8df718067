import * as z from 'zod/mini';

import { AssessmentState, NotAssessedReason, Presence, SubjectId } from '../domain/assessment.ts';
import { ProvenPoint } from '../domain/evidence.ts';
import { Government, GovernmentCode } from '../domain/government.ts';
import { AssessmentId, PeriodId } from '../domain/ids.ts';
import { IndicatorId, Instrument, UnitKind } from '../domain/instrument.ts';
import { PointsText } from '../domain/points.ts';
import { Zone } from '../domain/zone.ts';
import { PublicationId } from '../publication/payload.ts';
import { PeriodView } from './assessments.ts';
import { contract } from './contract.ts';
import { BandView } from './rankings.ts';

/** The provisional result as the government's own Sekda office sees it, and nobody else outside the assessing office. */

const RESULT_ROLES = ['sekda', 'observer'] as const;

/** A score with what the year's bands say of it; a year without bands for the kind of government says nothing. */
const Judged = z.object({
  points: PointsText,
  band: z.nullable(z.string()),
  opinion: z.nullable(z.string()),
  zone: z.nullable(Zone),
});
export type Judged = z.infer<typeof Judged>;

export const ResultUnit = z.object({
  assessmentId: AssessmentId,
  name: z.string(),
  kindName: z.string(),
  state: AssessmentState,
  notAssessed: z.nullable(z.object({ reason: NotAssessedReason, note: z.string() })),
  /** Only once the government's result is complete; a single unit never appears early. */
  result: z.nullable(Judged),
  /** How often it counts in the mean of the government; null like the result. */
  counts: z.nullable(z.int()),
  firstTime: z.boolean(),
});
export type ResultUnit = z.infer<typeof ResultUnit>;

/** What stands in public now; null: the result is provisional. */
const Published = z.nullable(z.object({ id: PublicationId, at: z.iso.datetime() }));

export const GovernmentResult = z.object({
  period: PeriodView,
  government: Government,
  progress: z.object({ units: z.int(), final: z.int(), notAssessed: z.int() }),
  /** Null until every unit is final or not assessed. */
  result: z.nullable(Judged),
  /** Of the year and the kind of government, highest first. */
  bands: z.array(BandView),
  published: Published,
  units: z.array(ResultUnit),
  /** Per dimension the mean of the units; empty until complete. Explains the score and does not make it. */
  dimensions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      official: z.boolean(),
      /** Weight in percent. */
      weight: PointsText,
      /** Points of 100. */
      points: PointsText,
      /** What it brings to the score. */
      contribution: PointsText,
    }),
  ),
});
export type GovernmentResult = z.infer<typeof GovernmentResult>;

export const listResults = contract({
  method: 'GET',
  path: '/api/results',
  summary: 'Results of the governments of the caller, one per period, newest first',
  who: RESULT_ROLES,
  ok: z.object({ results: z.array(GovernmentResult) }),
  problems: [],
});

const ResultParams = z.object({ periodId: PeriodId, government: GovernmentCode });

export const getResult = contract({
  method: 'GET',
  path: '/api/results/:periodId/:government',
  summary: 'The provisional result of one government',
  who: RESULT_ROLES,
  params: ResultParams,
  ok: GovernmentResult,
  problems: ['invalid-request', 'not-found'],
});

/** How users answered, only where no one can be picked out: every level nobody or at least five people chose. */
export const UserDistribution = z.object({
  indicatorId: IndicatorId,
  users: z.int(),
  /** Per level from 0; null where a cell would be smaller than five. */
  counts: z.nullable(z.array(z.int())),
});
export type UserDistribution = z.infer<typeof UserDistribution>;

/** One unit opened step by step. The client explains it with the same code that computed it (`shared/scoring`). */
export const UnitResult = z.object({
  period: PeriodView,
  government: Government,
  published: Published,
  unit: ResultUnit,
  unitKind: UnitKind,
  instrument: Instrument,
  merged: z.array(
    z.object({
      indicatorId: IndicatorId,
      value: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('merged'), sum: z.int(), n: z.int() }),
        z.object({ kind: z.literal('not-applicable'), reasons: z.array(z.string()) }),
      ]),
    }),
  ),
  /** Everybody and everything asked but the users. */
  subjects: z.array(
    z.object({
      id: SubjectId,
      kind: z.enum(['unit', 'product', 'officer', 'complaint-officer']),
      number: z.int(),
      presence: Presence,
      name: z.nullable(z.string()),
    }),
  ),
  /** What was seen or said there, with the assessor’s note; where an indicator is not applicable, why. */
  observed: z.array(
    z.object({
      indicatorId: IndicatorId,
      subjectId: SubjectId,
      level: z.nullable(z.int()),
      notApplicable: z.nullable(z.string()),
      note: z.nullable(z.string()),
    }),
  ),
  distributions: z.array(UserDistribution),
  users: z.object({ interviewed: z.int(), target: z.int(), minimum: z.int(), reason: z.nullable(z.string()) }),
  acceptedAt: z.iso.datetime(),
  scoredBy: z.object({ instrument: z.string(), version: z.int(), rules: z.string() }),
});
export type UnitResult = z.infer<typeof UnitResult>;

export const getUnitResult = contract({
  method: 'GET',
  path: '/api/results/:periodId/:government/units/:assessmentId',
  summary: 'Why a unit has its score, down to the level text',
  who: RESULT_ROLES,
  params: z.object({ ...ResultParams.shape, assessmentId: AssessmentId }),
  ok: UnitResult,
  problems: ['invalid-request', 'not-found', 'result-not-ready'],
});

/** A photo as the office has cleared it, or why it is not there. */
const ResultPhoto = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('shown'),
    /** Made anew by the server, with what is hidden painted over; the addresses end after `until`. */
    url: z.string(),
    smallUrl: z.string(),
    width: z.int(),
    height: z.int(),
    /** Whether anything in it is hidden. */
    hides: z.boolean(),
    until: z.iso.datetime(),
  }),
  z.object({
    state: z.literal('missing'),
    /** `not-here`: still on a phone; `not-decided`: nobody has looked for faces and plates yet. */
    why: z.enum(['not-here', 'not-decided', 'withheld', 'document']),
  }),
]);
export type ResultPhoto = z.infer<typeof ResultPhoto>;

const ResultEvidence = z.object({
  pieces: z.array(
    z.object({
      kind: z.enum(['photo', 'web-address', 'document']),
      /** Empty: it belongs to the unit as a whole. */
      points: z.array(ProvenPoint),
      photo: ResultPhoto,
    }),
  ),
});
export type ResultEvidence = z.infer<typeof ResultEvidence>;

export const listResultPhotos = contract({
  method: 'GET',
  path: '/api/results/:periodId/:government/units/:assessmentId/photos',
  summary: 'The photos of a unit that the office has cleared, and why others are not shown',
  who: RESULT_ROLES,
  params: z.object({ ...ResultParams.shape, assessmentId: AssessmentId }),
  ok: ResultEvidence,
  problems: ['invalid-request', 'not-found', 'result-not-ready'],
});

/** By an address that `listResultPhotos` gave, as long as it is valid; whoever has it needs no sign-in. */
export const RESULT_PHOTOS_PATH = '/api/result-photos';
