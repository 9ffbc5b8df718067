import * as z from 'zod/mini';

import { GovernmentCode, GovernmentKind, LocalGovernmentKind, ProvinceCode, Year } from '../domain/government.ts';
import { Instrument } from '../domain/instrument.ts';
import { PointsText } from '../domain/points.ts';
import { Zone } from '../domain/zone.ts';
import { ComputedRow, PublishedGovernment, UnassessedRow } from './computed-rows.ts';

/**
 * What a publication says, in the form that is signed and offered as open data. It holds everything needed to
 * recompute it: the bands of the year, the scores, and what follows from them, so that `verify` needs no other source.
 */

const Text = z.string().check(z.minLength(1), z.maxLength(2_000));
const Count = z.int().check(z.minimum(0), z.maximum(100_000));
const Rank = z.int().check(z.minimum(1), z.maximum(10_000));

/** Readable and stable: `53-2024-1` is the first publication of province 53 for 2024, `nasional-2022-1` national. */
export const PublicationId = z
  .string()
  .check(z.regex(/^(?:\d{2}|nasional)-\d{4}-[1-9]\d{0,3}$/))
  .brand<'PublicationId'>();
export type PublicationId = z.infer<typeof PublicationId>;

/** SHA-256 in lower-case hex. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const PublicationScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('province'), code: ProvinceCode, name: Text }),
  z.strictObject({ kind: z.literal('national') }),
]);
export type PublicationScope = z.infer<typeof PublicationScope>;

/** A correction names what it replaces and why; the replaced publication stays readable. */
const Replaces = z.nullable(z.strictObject({ id: PublicationId, hash: Sha256, reason: Text }));

export const PublishedBand = z.strictObject({
  band: Text,
  lower: PointsText,
  opinion: Text,
  zone: z.nullable(Zone),
  official: z.boolean(),
});
export type PublishedBand = z.infer<typeof PublishedBand>;

const PublishedBandTable = z.strictObject({
  kinds: z.array(GovernmentKind).check(z.minLength(1)),
  bands: z.array(PublishedBand).check(z.minLength(1)),
});
export type PublishedBandTable = z.infer<typeof PublishedBandTable>;

/** Which governments a list claims to hold. */
export const ListScope = z.enum(['regencies-and-cities', 'regencies-cities-and-province']);
export type ListScope = z.infer<typeof ListScope>;

/** `published` was printed with this value, `inferred` follows from other published figures, `computed` is ours. */
export const ResultStatus = z.enum(['published', 'inferred', 'computed']);
export type ResultStatus = z.infer<typeof ResultStatus>;

/** Counts as somebody printed them: shown as published, never mixed with counts of rows. */
export const PublishedCounts = z.strictObject({
  scope: ListScope,
  assessed: Count,
  green: Count,
  yellow: Count,
  red: Count,
  source: Text,
});
export type PublishedCounts = z.infer<typeof PublishedCounts>;

export const PublishedUnit = z.strictObject({ name: Text, kind: Text, score: PointsText, source: Text });
export type PublishedUnit = z.infer<typeof PublishedUnit>;

export const PublishedRow = z.strictObject({
  government: z.strictObject({ code: GovernmentCode, name: Text, kind: LocalGovernmentKind }),
  score: z.nullable(PointsText),
  band: z.nullable(Text),
  zone: z.nullable(Zone),
  status: ResultStatus,
  /** Among the regencies and cities of the province; computed, null where it is not certain. */
  rank: z.nullable(Rank),
  /** The best and worst rank possible where a scored government's rank is not certain. */
  rankRange: z.nullable(z.tuple([Rank, Rank])),
  /** A rank that was itself published. */
  rankPublished: z.nullable(Rank),
  nationalRank: z.nullable(z.strictObject({ rank: Rank, of: z.nullable(Rank) })),
  award: z.nullable(z.boolean()),
  note: z.nullable(Text),
  source: Text,
  /** The units' rounded scores where they were published; their rolled-up mean must be the score. */
  units: z.nullable(z.array(PublishedUnit).check(z.minLength(1))),
});
export type PublishedRow = z.infer<typeof PublishedRow>;

/** Counts of the rows. Percentages exist only for a complete list whose rows all have a zone. */
const CountAndPercent = z.strictObject({ count: Count, percent: z.nullable(PointsText) });
export const RowCounts = z.strictObject({
  assessed: Count,
  green: CountAndPercent,
  yellow: CountAndPercent,
  red: CountAndPercent,
  byBand: z.record(z.string(), Count),
});
export type RowCounts = z.infer<typeof RowCounts>;

export const Coverage = z.strictObject({
  scope: ListScope,
  known: Count,
  /** Null where nobody published how many there were. */
  expected: z.nullable(Count),
  complete: z.boolean(),
  /** Where the expected number comes from. */
  source: z.nullable(Text),
});
export type Coverage = z.infer<typeof Coverage>;

const common = {
  format: z.literal('patuh-publication/1'),
  id: PublicationId,
  /** Real publications and the fictional demo province have chains and keys of their own. */
  chain: z.enum(['main', 'demo']),
  year: Year,
  title: Text,
  publishedAt: z.iso.datetime({ precision: 3 }),
  replaces: Replaces,
};

/** Published history of one province and year, imported row by row. */
export const ImportedPayload = z.strictObject({
  ...common,
  publicationKind: z.literal('imported'),
  scope: z.strictObject({ kind: z.literal('province'), code: ProvinceCode, name: Text }),
  instrument: z.strictObject({ id: Text, version: z.int(), contentHash: Sha256 }),
  /** The rules of the instrument that this publication's figures follow from. */
  rules: z.strictObject({
    bands: z.array(PublishedBandTable).check(z.minLength(1)),
    unitWeight: z.enum(['equal', 'products']),
  }),
  coverage: Coverage,
  publishedCounts: z.array(PublishedCounts),
  counts: RowCounts,
  rows: z.array(PublishedRow).check(z.minLength(1)),
});
export type ImportedPayload = z.infer<typeof ImportedPayload>;

export const NationalCount = z.strictObject({
  kind: GovernmentKind,
  assessed: Count,
  green: CountAndPercent,
  yellow: CountAndPercent,
  red: CountAndPercent,
});
export type NationalCount = z.infer<typeof NationalCount>;

/** Published totals without rows: of the nation per kind of government, or of a province. */
export const ImportedCountsPayload = z.strictObject({
  ...common,
  publicationKind: z.literal('imported-counts'),
  scope: PublicationScope,
  source: Text,
  kinds: z.array(NationalCount),
  total: z.strictObject({ assessed: Count, green: CountAndPercent, yellow: CountAndPercent, red: CountAndPercent }),
});
export type ImportedCountsPayload = z.infer<typeof ImportedCountsPayload>;

/** Where the audit of an office ended when this was published: whoever rewrites an audit contradicts a publication. */
export const PublishedAuditHead = z.strictObject({
  office: z.union([z.literal('pusat'), ProvinceCode]),
  sequence: z.int().check(z.minimum(1)),
  hash: Sha256,
});
export type PublishedAuditHead = z.infer<typeof PublishedAuditHead>;

/** Results of one province and year, computed here from what assessors found: two people published them. */
export const ComputedPayload = z.strictObject({
  ...common,
  publicationKind: z.literal('computed'),
  scope: z.strictObject({ kind: z.literal('province'), code: ProvinceCode, name: Text }),
  /** The Keputusan Ketua that made the results official. */
  decree: z.strictObject({ number: Text, date: z.iso.date() }),
  /** The whole instrument: questions, level texts, weights, merge rules, bands. Nothing else is needed to recompute. */
  instrument: z.strictObject({ id: Text, version: z.int(), contentHash: Sha256, content: Instrument }),
  coverage: Coverage,
  counts: RowCounts,
  rows: z.array(ComputedRow).check(z.minLength(1)),
  notAssessed: z.array(UnassessedRow),
  /** Regencies and cities of the province that should be in the list and are not. */
  missing: z.array(PublishedGovernment),
  auditHeads: z.array(PublishedAuditHead).check(z.minLength(1), z.maxLength(2)),
});
export type ComputedPayload = z.infer<typeof ComputedPayload>;

export const Payload = z.discriminatedUnion('publicationKind', [
  ImportedPayload,
  ImportedCountsPayload,
  ComputedPayload,
]);
export type Payload = z.infer<typeof Payload>;

/** The file itself: exactly the RFC 8785 bytes of this object, nothing before and nothing after. */
export const PublicationFile = z.strictObject({
  payload: Payload,
  /** SHA-256 over the canonical bytes of `{ keyId, payload, previous }`. */
  hash: Sha256,
  /** Hash of the publication before it in the chain; null for the first. */
  previous: z.nullable(Sha256),
  /** The Ed25519 public key, lower-case hex: it is its own fingerprint. */
  keyId: Sha256,
  /** Ed25519 over the ASCII bytes of `patuh-publication:` + hash, lower-case hex. */
  signature: z.string().check(z.regex(/^[0-9a-f]{128}$/)),
});
export type PublicationFile = z.infer<typeof PublicationFile>;
