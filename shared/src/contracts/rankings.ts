import * as z from 'zod/mini';

import { DEMO_MARK } from '../domain/demo.ts';
import { NotAssessedReason } from '../domain/assessment.ts';
import { GovernmentCode, LocalGovernmentKind, ProvinceCode, Year } from '../domain/government.ts';
import { PointsText } from '../domain/points.ts';
import { Zone } from '../domain/zone.ts';
import { Coverage, PublicationId, PublishedCounts, ResultStatus, RowCounts } from '../publication/payload.ts';
import { contract } from './contract.ts';

/** Year as it stands in an address. */
export const YearText = z.pipe(
  z.string().check(z.regex(/^\d{4}$/)),
  z.pipe(
    z.transform((text: string) => Number(text)),
    Year,
  ),
);

export const PublicationSummary = z.object({
  id: PublicationId,
  publicationKind: z.enum(['imported', 'imported-counts', 'computed']),
  hash: z.string(),
  publishedAt: z.string(),
});
export type PublicationSummary = z.infer<typeof PublicationSummary>;

/** `Data contoh` on everything that was invented for the demo, null on what is real. */
export const Mark = z.nullable(z.literal(DEMO_MARK));

export const BandView = z.object({
  band: z.string(),
  lower: PointsText,
  opinion: z.string(),
  zone: z.nullable(Zone),
  /** False: the bound was not published and is an assumption ("belum resmi"). */
  official: z.boolean(),
});
export type BandView = z.infer<typeof BandView>;

/** The government's newest earlier known result, and this year's score judged by that year's bands. */
export const PreviousResult = z.object({
  year: Year,
  score: z.nullable(PointsText),
  zone: z.nullable(Zone),
  /** False where the method changed between the years. */
  comparable: z.boolean(),
  /** False where the list of indicators differs, also within one method: a difference needs a remark. */
  sameInstrument: z.boolean(),
  zoneUnderOldBands: z.nullable(Zone),
});
export type PreviousResult = z.infer<typeof PreviousResult>;

export const RankingRow = z.object({
  government: z.object({ code: GovernmentCode, name: z.string(), kind: LocalGovernmentKind }),
  score: z.nullable(PointsText),
  band: z.nullable(z.string()),
  zone: z.nullable(Zone),
  opinion: z.nullable(z.string()),
  rank: z.nullable(z.int()),
  rankRange: z.nullable(z.tuple([z.int(), z.int()])),
  rankPublished: z.nullable(z.int()),
  nationalRank: z.nullable(z.object({ rank: z.int(), of: z.nullable(z.int()) })),
  award: z.nullable(z.boolean()),
  status: ResultStatus,
  note: z.nullable(z.string()),
  source: z.object({ title: z.string() }),
  previous: z.nullable(PreviousResult),
});
export type RankingRow = z.infer<typeof RankingRow>;

/** This year's scores judged by the bands of the province's newest earlier known year. */
export const ThresholdComparison = z.object({
  year: Year,
  /** The bands are the same in both years: no zone change can come from them. */
  sameBands: z.boolean(),
  /** The method (instrument family) is the same in both years. */
  sameMethod: z.boolean(),
  sameInstrument: z.boolean(),
  methodName: z.string(),
  /** This year's rows by the old bands; `unknown` have no score and could not be judged. */
  counts: z.object({ green: z.int(), yellow: z.int(), red: z.int(), unknown: z.int() }),
  /** Governments whose zone differs from their own newest earlier known zone. */
  zoneChanges: z.int(),
  /** Of these: by that earlier year's bands the zone would not have changed. */
  explainedByBands: z.int(),
  /** Of these: no score is known, so nobody can tell. */
  undecidable: z.int(),
});
export type ThresholdComparison = z.infer<typeof ThresholdComparison>;

export const Ranking = z.object({
  mark: Mark,
  province: z.object({ code: ProvinceCode, name: z.string() }),
  year: Year,
  /** Years of this province with known results, newest first. */
  years: z.array(Year),
  publication: z.nullable(PublicationSummary),
  /** The Keputusan Ketua behind results that were computed here. */
  decree: z.nullable(z.object({ number: z.string(), date: z.iso.date() })),
  /** What this list replaced and why; the replaced publication stays readable. Null for a first one. */
  correction: z.nullable(z.object({ replaces: PublicationId, reason: z.string() })),
  method: z.object({ id: z.string(), name: z.string() }),
  /** False in a year whose bands have no zones. */
  zoned: z.boolean(),
  awardRule: z.nullable(z.string()),
  coverage: z.object({
    ...Coverage.shape,
    /** Governments of the list that have no known result. */ missing: z.array(z.string()),
    /** Governments none of whose units could be assessed; not counted and not ranked. */
    notAssessed: z.array(z.object({ name: z.string(), reasons: z.array(NotAssessedReason) })),
  }),
  bands: z.array(BandView),
  counts: RowCounts,
  publishedCounts: z.array(PublishedCounts),
  comparison: z.nullable(ThresholdComparison),
  rows: z.array(RankingRow),
});
export type Ranking = z.infer<typeof Ranking>;

export const RankingParams = z.object({ province: ProvinceCode, year: YearText });

export const getRanking = contract({
  method: 'GET',
  path: '/api/rankings/:province/:year',
  summary: 'Results and ranks of the governments of a province in a year',
  who: 'public',
  params: RankingParams,
  ok: Ranking,
  problems: ['invalid-request', 'ranking-not-found'],
});
