import * as z from 'zod/mini';

import { Area, Areas } from '../domain/clearance.ts';
import { Sha256 } from '../publication/payload.ts';
import { AssessmentParams } from './assessments.ts';
import { contract } from './contract.ts';
import { ServedFile } from './evidence.ts';

/**
 * What of a photo is seen outside the team and the office: whoever verifies hides faces and plates by hand. A photo that
 * nobody decided about is shown to nobody outside.
 */

const ClearanceView = z.object({
  /** Counts decisions about the photo, from 1. */
  number: z.int(),
  /** Null: nobody outside sees the photo; empty: there is nothing to hide. */
  areas: z.nullable(z.array(Area)),
  by: z.string(),
  at: z.iso.datetime(),
});
export type ClearanceView = z.infer<typeof ClearanceView>;

const UnitPhoto = z.object({
  sha256: Sha256,
  kind: z.enum(['photo', 'web-address']),
  caption: z.nullable(z.string()),
  /** Names of the indicators it proves; empty where it belongs to the unit as a whole. */
  indicators: z.array(z.string()),
  /** As it was sent: for the team and the office only. */
  file: ServedFile,
  /** Null until somebody decided. */
  clearance: z.nullable(ClearanceView),
});
export type UnitPhoto = z.infer<typeof UnitPhoto>;

const UnitPhotos = z.object({
  unit: z.object({ name: z.string(), government: z.string() }),
  /** Each once, in the order in which they were gathered. */
  photos: z.array(UnitPhoto),
  /** Photos that are still on a phone. */
  outstanding: z.int(),
});
export type UnitPhotos = z.infer<typeof UnitPhotos>;

const WHO = ['verifier', 'head'] as const;

export const listUnitPhotos = contract({
  method: 'GET',
  path: '/api/office/assessments/:assessmentId/photos',
  summary: 'The photos of a unit, and what of each may be seen outside the team and the office',
  who: WHO,
  params: AssessmentParams,
  ok: UnitPhotos,
  problems: ['invalid-request', 'not-found'],
});

export const clearPhoto = contract({
  method: 'PUT',
  path: '/api/office/assessments/:assessmentId/photos/:photo/clearance',
  summary: 'Say what of a photo is hidden outside, or that nobody outside sees it',
  who: WHO,
  params: z.object({ ...AssessmentParams.shape, photo: Sha256 }),
  body: z.strictObject({
    /** Number of the decision that stood on the screen; 0 where there was none. */
    seen: z.int().check(z.minimum(0)),
    areas: z.nullable(Areas),
  }),
  ok: ClearanceView,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile'],
});
