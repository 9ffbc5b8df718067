import * as z from 'zod/mini';

import { WITH_YEAR } from '../domain/text.ts';
import { ProvinceCode, Year } from '../domain/government.ts';
import { AssessmentId, PeriodId, ReleaseId } from '../domain/ids.ts';
import { AssessmentState } from '../domain/assessment.ts';
import { PublicationId, Sha256 } from '../publication/payload.ts';
import { contract } from './contract.ts';
import { Ranking } from './rankings.ts';

/** Publishing by two people: one prepares with the decree, another approves exactly what was prepared. */

const PUBLISHERS = ['head', 'national-admin'] as const;

/** Something that is not final yet. */
export const ReleaseBlocker = z.object({
  /** Null while no team has the unit. */
  assessmentId: z.nullable(AssessmentId),
  government: z.string(),
  unit: z.string(),
  state: z.union([AssessmentState, z.literal('planned')]),
});
export type ReleaseBlocker = z.infer<typeof ReleaseBlocker>;

export const Release = z.object({
  id: ReleaseId,
  periodId: PeriodId,
  year: Year,
  province: z.object({ code: ProvinceCode, name: z.string() }),
  state: z.enum(['prepared', 'published', 'withdrawn']),
  decree: z.object({ number: z.string(), date: z.iso.date() }),
  /** For a correction. */
  replaces: z.nullable(z.object({ id: PublicationId, reason: z.string() })),
  /** Hash of what was prepared; approval publishes exactly this. */
  contentHash: Sha256,
  preparedBy: z.string(),
  preparedAt: z.iso.datetime(),
  /** The caller prepared it and so cannot approve it. */
  preparedByMe: z.boolean(),
  decidedBy: z.nullable(z.string()),
  decidedAt: z.nullable(z.iso.datetime()),
  publicationId: z.nullable(PublicationId),
});
export type Release = z.infer<typeof Release>;

/** One province in one period, as somebody who may publish sees it. */
export const ReleaseScope = z.object({
  periodId: PeriodId,
  periodName: z.string(),
  year: Year,
  chain: z.enum(['main', 'demo']),
  province: z.object({ code: ProvinceCode, name: z.string() }),
  units: z.object({ all: z.int(), final: z.int(), notAssessed: z.int() }),
  blockers: z.array(ReleaseBlocker),
  /** What is public now. */
  published: z.nullable(
    z.object({
      id: PublicationId,
      at: z.iso.datetime(),
      hash: Sha256,
      publicationKind: z.enum(['imported', 'computed']),
    }),
  ),
  releases: z.array(Release),
});
export type ReleaseScope = z.infer<typeof ReleaseScope>;

export const listReleases = contract({
  method: 'GET',
  path: '/api/releases',
  summary: 'What can be published, what is prepared, what was published',
  who: PUBLISHERS,
  ok: z.object({ scopes: z.array(ReleaseScope) }),
  problems: [],
});

export const PrepareReleaseInput = z.strictObject({
  periodId: PeriodId,
  province: ProvinceCode,
  /** Number and date of the Keputusan Ketua that makes the results official. */
  decree: z.strictObject({
    number: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
    date: z.iso.date().check(z.regex(WITH_YEAR)),
  }),
  /** For a correction: why the public is told something else than before. */
  correction: z.nullable(
    z.strictObject({
      replaces: PublicationId,
      reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(1_000)),
    }),
  ),
});
export type PrepareReleaseInput = z.infer<typeof PrepareReleaseInput>;

export const prepareRelease = contract({
  method: 'POST',
  path: '/api/releases',
  summary: 'Prepare a publication; refused with the list of what is not final',
  who: PUBLISHERS,
  body: PrepareReleaseInput,
  ok: Release,
  problems: [
    'invalid-request',
    'not-found',
    'release-blocked',
    'release-in-preparation',
    'correction-needed',
    'nothing-to-correct',
    'decree-date-in-future',
  ],
});

const ReleaseParams = z.object({ releaseId: ReleaseId });

export const previewRelease = contract({
  method: 'GET',
  path: '/api/releases/:releaseId/preview',
  summary: 'The ranking as the public will see it',
  who: PUBLISHERS,
  params: ReleaseParams,
  ok: z.object({ release: Release, ranking: Ranking }),
  problems: ['invalid-request', 'not-found'],
});

export const approveRelease = contract({
  method: 'POST',
  path: '/api/releases/:releaseId/approval',
  summary: 'The second person publishes exactly what was prepared',
  who: PUBLISHERS,
  params: ReleaseParams,
  /** What the approver looked at. */
  body: z.strictObject({ contentHash: Sha256 }),
  ok: Release,
  problems: [
    'invalid-request',
    'not-found',
    'second-person-needed',
    'release-blocked',
    'release-changed',
    'release-decided',
  ],
});

export const withdrawRelease = contract({
  method: 'POST',
  path: '/api/releases/:releaseId/withdrawal',
  summary: 'Takes a prepared publication back before it is public',
  who: PUBLISHERS,
  params: ReleaseParams,
  ok: Release,
  problems: ['invalid-request', 'not-found', 'release-decided'],
});
