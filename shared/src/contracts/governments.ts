import * as z from 'zod/mini';

import { NUMBERED_KINDS } from '../domain/answer.ts';
import { NotAssessedReason } from '../domain/assessment.ts';
import { GovernmentCode, LocalGovernmentKind, ProvinceCode, Year } from '../domain/government.ts';
import { PublishedUnit } from '../publication/payload.ts';
import { contract } from './contract.ts';
import { BandView, Mark, PublicationSummary, RankingRow, YearText } from './rankings.ts';

const GovernmentView = z.object({
  code: GovernmentCode,
  name: z.string(),
  kind: LocalGovernmentKind,
  bpsCode: z.nullable(z.string()),
  province: z.object({ code: ProvinceCode, name: z.string() }),
});

/** What must be said beside the unit scores of a result that was computed here. */
export const UnitRemark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-assessed'), name: z.string(), reason: NotAssessedReason }),
  z.object({
    kind: z.literal('below-target'),
    name: z.string(),
    subject: z.enum(NUMBERED_KINDS),
    found: z.int(),
    target: z.int(),
  }),
]);
export type UnitRemark = z.infer<typeof UnitRemark>;

/** One known result of a government with the year's method, so that a chart can break where it changed. */
export const GovernmentResult = z.object({
  year: Year,
  method: z.object({ id: z.string(), name: z.string() }),
  bands: z.array(BandView),
  result: RankingRow,
  /** Whether ranks of that year's list are complete. */
  listComplete: z.boolean(),
  listOf: z.nullable(z.int()),
  units: z.nullable(z.array(PublishedUnit)),
  unitRemarks: z.array(UnitRemark),
  publication: PublicationSummary,
});
export type GovernmentResult = z.infer<typeof GovernmentResult>;

export const GovernmentHistory = z.object({
  mark: Mark,
  government: GovernmentView,
  /** Newest first. */ results: z.array(GovernmentResult),
});
export type GovernmentHistory = z.infer<typeof GovernmentHistory>;

export const getGovernment = contract({
  method: 'GET',
  path: '/api/governments/:code',
  summary: 'A government and all its known results',
  who: 'public',
  params: z.object({ code: GovernmentCode }),
  ok: GovernmentHistory,
  problems: ['invalid-request', 'government-not-found'],
});

export const GovernmentYear = z.object({ mark: Mark, government: GovernmentView, ...GovernmentResult.shape });
export type GovernmentYear = z.infer<typeof GovernmentYear>;

export const getGovernmentYear = contract({
  method: 'GET',
  path: '/api/governments/:code/:year',
  summary: 'The result of a government in one year',
  who: 'public',
  params: z.object({ code: GovernmentCode, year: YearText }),
  ok: GovernmentYear,
  problems: ['invalid-request', 'government-not-found'],
});

export const GovernmentMatch = z.object({
  code: GovernmentCode,
  name: z.string(),
  kind: LocalGovernmentKind,
  province: z.object({ code: ProvinceCode, name: z.string() }),
  /** Newest year with a known result; null where none is known. */
  latestYear: z.nullable(Year),
});
export type GovernmentMatch = z.infer<typeof GovernmentMatch>;

export const findGovernments = contract({
  method: 'GET',
  path: '/api/governments',
  summary: 'Governments whose name or code matches, misspelt too',
  who: 'public',
  query: z.object({ q: z.string().check(z.minLength(1), z.maxLength(80)) }),
  ok: z.object({ governments: z.array(GovernmentMatch) }),
  problems: ['invalid-request'],
});
