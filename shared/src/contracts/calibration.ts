import * as z from 'zod/mini';

import { Areas } from '../domain/clearance.ts';
import { ProvinceCode } from '../domain/government.ts';
import { CalibrationCaseId, PeriodId } from '../domain/ids.ts';
import { IndicatorId } from '../domain/instrument.ts';
import { storable } from '../domain/text.ts';
import { contract } from './contract.ts';

/**
 * Practice before the season: the same few cases, with a photo in which faces and plates are hidden, are scored by everybody; then each sees the level that was
 * agreed and why, and the office sees where people differ.
 */

/** As many as one sits through in an afternoon. */
export const MOST_CASES = 20;
/** Bytes of a photo of a case after it was shrunk, before it is written as base64. */
const PHOTO_BYTES = 256 * 1024;

const PeriodParams = z.object({ periodId: PeriodId });
const CaseParams = z.object({ periodId: PeriodId, caseId: CalibrationCaseId });
const Text = z.string().check(storable, z.trim(), z.minLength(10), z.maxLength(2_000));
const Jpeg = z.base64().check(z.maxLength(Math.ceil(PHOTO_BYTES / 3) * 4));

const Levels = z.array(z.object({ level: z.int(), text: z.string() }));

export const CalibrationCase = z.object({
  id: CalibrationCaseId,
  number: z.int(),
  indicatorId: IndicatorId,
  indicator: z.string(),
  question: z.string(),
  levels: Levels,
  situation: z.string(),
  /** Of the field: only where somebody hid what must not be seen. */
  hasPhoto: z.boolean(),
  /** The agreed level and why; null for whoever is to answer and has not yet, whatever else they are, unless they wrote it. */
  agreed: z.nullable(z.object({ level: z.int(), reason: z.string() })),
  own: z.nullable(z.int()),
});
export type CalibrationCase = z.infer<typeof CalibrationCase>;

/** For whoever makes the cases: how people answered. */
const MadeCase = z.object({ ...CalibrationCase.shape, answers: z.array(z.object({ level: z.int(), count: z.int() })) });
export type MadeCase = z.infer<typeof MadeCase>;

const MakingCases = z.object({
  cases: z.array(MadeCase),
  indicators: z.array(z.object({ id: IndicatorId, name: z.string(), levels: Levels })),
  mayChange: z.boolean(),
});
export type MakingCases = z.infer<typeof MakingCases>;

const CaseInput = z.strictObject({
  indicatorId: IndicatorId,
  situation: Text,
  level: z.int().check(z.minimum(0), z.maximum(20)),
  reason: Text,
  /** A JPEG, shrunk, and what is hidden in it before it is kept; null for none. */
  photo: z.nullable(z.strictObject({ jpeg: Jpeg, areas: Areas })),
});
export type CaseInput = z.infer<typeof CaseInput>;

const OFFICE = ['head', 'verifier', 'national-admin'] as const;
const PROBLEMS = ['invalid-request', 'not-found', 'not-permitted'] as const;

export const listCalibrationCases = contract({
  method: 'GET',
  path: '/api/office/periods/:periodId/calibration',
  summary: 'The practice cases of a province with how they were answered',
  who: OFFICE,
  params: PeriodParams,
  query: z.object({ province: ProvinceCode }),
  ok: MakingCases,
  problems: ['invalid-request', 'not-found'],
});

export const addCalibrationCase = contract({
  method: 'POST',
  path: '/api/office/periods/:periodId/calibration',
  summary: 'One more case; it is fixed from the moment somebody answered it',
  who: ['head'],
  params: PeriodParams,
  query: z.object({ province: ProvinceCode }),
  bodyLimit: 512 * 1024,
  body: CaseInput,
  ok: MakingCases,
  problems: [...PROBLEMS, 'point-unknown', 'file-refused', 'too-many-files', 'storage-full'],
});

export const removeCalibrationCase = contract({
  method: 'DELETE',
  path: '/api/office/periods/:periodId/calibration/:caseId',
  summary: 'Takes a case away that nobody answered yet',
  who: ['head'],
  params: CaseParams,
  ok: MakingCases,
  problems: [...PROBLEMS, 'already-decided'],
});

export const getCalibrationPhoto = contract({
  method: 'GET',
  path: '/api/calibration/:caseId/photo',
  summary: 'The photo of a case, for whoever may see the case',
  who: [...OFFICE, 'assessor', 'enumerator'],
  params: z.object({ caseId: CalibrationCaseId }),
  ok: z.object({ jpeg: z.base64() }),
  problems: ['invalid-request', 'not-found'],
});

export const OwnCalibration = z.object({
  periods: z.array(z.object({ periodId: PeriodId, name: z.string(), year: z.int(), cases: z.array(CalibrationCase) })),
});
export type OwnCalibration = z.infer<typeof OwnCalibration>;

export const getOwnCalibration = contract({
  method: 'GET',
  path: '/api/calibration/mine',
  summary: 'The practice cases of the own province; the agreed level shows after the own answer',
  who: ['assessor', 'enumerator'],
  ok: OwnCalibration,
  problems: [],
});

export const answerCalibrationCase = contract({
  method: 'PUT',
  path: '/api/calibration/:caseId/answer',
  summary: 'One’s own level for a case, once',
  who: ['assessor', 'enumerator'],
  params: z.object({ caseId: CalibrationCaseId }),
  body: z.strictObject({ level: z.int().check(z.minimum(0), z.maximum(20)) }),
  ok: OwnCalibration,
  problems: ['invalid-request', 'not-found', 'already-decided'],
});
