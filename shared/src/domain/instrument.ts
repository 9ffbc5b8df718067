import * as z from 'zod/mini';

import { GovernmentKind, Year } from './government.ts';
import { Hundredths } from './points.ts';
import { Zone } from './zone.ts';

/**
 * The assessment instrument of one or more years: a weighted tree, its levels, and the rules that turn answers into a
 * score, a band and a zone. Everything that differs between years is in here, so that no code asks which year it is.
 */

const Text = z.string().check(z.minLength(1));
const Slug = z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));

export const IndicatorId = Slug.brand<'IndicatorId'>();
export type IndicatorId = z.infer<typeof IndicatorId>;

/** Kind of unit (lokus): Dinas Kesehatan, Puskesmas, … from `seeds/reference/unit-kinds.json`. */
export const UnitKind = Slug.brand<'UnitKind'>();
export type UnitKind = z.infer<typeof UnitKind>;

export const Observation = z.enum([
  'observation',
  'officer-interview',
  'user-interview',
  'document',
  'secondary-data',
  'public-survey',
]);
export type Observation = z.infer<typeof Observation>;

/**
 * What an indicator is answered for, once each. `government` is answered once for the whole government (secondary data
 * and the public survey of 2025) and joins the score where the units are rolled up.
 */
export const SUBJECT_KINDS = ['unit', 'product', 'officer', 'complaint-officer', 'user', 'government'] as const;
export const SubjectKind = z.enum(SUBJECT_KINDS);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** How the answers for several products, officers or users become one: the mean is the stated default. */
export const MergeRule = z.enum(['mean', 'minimum', 'latest']);
export type MergeRule = z.infer<typeof MergeRule>;

/** A positive integer part of the siblings' sum (1 of 11; 2185 of 10000): never a rounded percentage. */
const Part = z.int().check(z.minimum(1), z.maximum(1_000_000));

/** Whether a figure was published by the Ombudsman; if not, screens say "belum resmi". */
const Official = z.boolean();

export const Level = z.object({
  /** 0 … maximum of the indicator. */
  level: z.int().check(z.minimum(0), z.maximum(10)),
  text: Text,
  /** Wording for kinds of unit where it differs. */
  perUnitKind: z.optional(z.record(UnitKind, Text)),
});
export type Level = z.infer<typeof Level>;

const language = {
  /** Name of the language in Indonesian: “Tetun”, “Melayu Kupang”. */
  language: Text,
  /** Its BCP 47 tag: `tet`, `mkn`. */
  tag: z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[a-z\d]{5,8})*$/)),
};

/** An indicator as it is asked in a local language. The Indonesian question stays the official one. */
export const Wording = z.object({
  ...language,
  question: Text,
  guidance: z.optional(Text),
  /** One text per level, 0 … maximum in order; where it is missing the official ones are read. */
  levels: z.optional(z.array(Text)),
});
export type Wording = z.infer<typeof Wording>;

/** What users hear before an interview, in a local language; the Indonesian sentences stay the official ones. */
export const ConsentWording = z.object({ ...language, text: Text });
export type ConsentWording = z.infer<typeof ConsentWording>;

export const Indicator = z.object({
  node: z.literal('indicator'),
  id: IndicatorId,
  name: Text,
  part: Part,
  official: Official,
  /** The question as it is asked or the thing as it is looked at. */
  question: Text,
  guidance: z.optional(Text),
  /** The same in local languages, at most one of each. */
  wordings: z.optional(z.array(Wording)),
  observation: Observation,
  subject: SubjectKind,
  maximum: z.int().check(z.minimum(1), z.maximum(10)),
  /** One text per level, 0 … maximum in order. */
  levels: z.array(Level).check(z.minLength(2)),
  evidence: z.array(z.enum(['photo', 'document', 'web-address'])),
  merge: MergeRule,
  notApplicable: z.boolean(),
  /** One of the seven published causes of red and yellow, from `seeds/reference/finding-categories.json`. */
  finding: z.nullable(z.int().check(z.minimum(1), z.maximum(7))),
  legalBasis: z.array(Text),
});
export type Indicator = z.infer<typeof Indicator>;

export interface Branch {
  readonly node: 'branch';
  readonly id: string;
  /** Name of the tree's level in `levelNames`: dimension, variable … */
  readonly level: string;
  readonly name: string;
  readonly part: number;
  readonly official: boolean;
  readonly description?: string | undefined;
  readonly children: readonly TreeNode[];
}
export type TreeNode = Branch | Indicator;

export const TreeNode: z.ZodMiniType<TreeNode> = z.lazy(() => z.union([Branch, Indicator]));
export const Branch: z.ZodMiniType<Branch> = z.object({
  node: z.literal('branch'),
  id: Slug,
  level: Slug,
  name: Text,
  part: Part,
  official: Official,
  description: z.optional(Text),
  children: z.array(TreeNode).check(z.minLength(1)),
});

export const Band = z.object({
  /** Stable short name within the year: A … E, Tinggi, Baik. */
  band: Text,
  /** Lowest score of the band, in hundredths of a point; compared with `>=` after rounding. */
  lower: Hundredths,
  opinion: Text,
  /** Null in a year whose bands have no zones. */
  zone: z.nullable(Zone),
  official: Official,
});
export type Band = z.infer<typeof Band>;

/** Bands belong to a year and to kinds of government; highest first, the last one starts at 0. */
export const BandTable = z.object({
  kinds: z.array(GovernmentKind).check(z.minLength(1)),
  bands: z.array(Band).check(z.minLength(1)),
});
export type BandTable = z.infer<typeof BandTable>;

/** How many subjects of a kind a unit needs: fewer than `target` is a flag, fewer than `minimum` is incomplete. */
export const SubjectCount = z.object({
  subject: z.enum(['product', 'officer', 'complaint-officer', 'user']),
  target: z.int().check(z.minimum(1)),
  minimum: z.int().check(z.minimum(1)),
  official: Official,
  /** Targets of kinds of unit that differ (5 products for Polres). */
  targetPerUnitKind: z.optional(z.record(UnitKind, z.int().check(z.minimum(1)))),
});
export type SubjectCount = z.infer<typeof SubjectCount>;

export const Instrument = z.object({
  format: z.literal('patuh-instrument/1'),
  id: Slug,
  version: z.int().check(z.minimum(1)),
  status: z.enum(['draft', 'trial', 'active', 'retired']),
  /** The assessment years it was used in. */
  years: z.array(Year).check(z.minLength(1)),
  title: Text,
  summary: Text,
  /** Results of years with the same method may be compared; another id is a visible break. */
  method: z.object({ id: Slug, name: Text }),
  legalBasis: z.array(Text),
  sources: z.array(Text).check(z.minLength(1)),
  /** What is not published and therefore assumed, in words; shown on the method page. */
  assumptions: z.array(Text),
  /** Names of the levels of the tree, from the top: e.g. dimension/Dimensi, variable/Variabel, indicator/Indikator. */
  levelNames: z.array(z.object({ level: Slug, name: Text })).check(z.minLength(1)),
  tree: z.array(TreeNode).check(z.minLength(1)),
  /** The consent of users in local languages, at most one of each. */
  consentWordings: z.optional(z.array(ConsentWording)),
  rules: z.object({
    bands: z.array(BandTable).check(z.minLength(1)),
    /** Each unit counts once, or as often as it has observed products (2021). */
    rollUp: z.object({ unitWeight: z.enum(['equal', 'products']), official: Official }),
    /** Half up to two decimals, once at each level named here (domain rule: unit, then government). */
    rounding: z.object({
      decimals: z.literal(2),
      mode: z.literal('half-up'),
      at: z.array(z.enum(['unit', 'government'])),
    }),
    subjects: z.array(SubjectCount),
    /** Which governments were assessed: all of them, or a selection whose size the reference data does not know. */
    coverage: z.enum(['all', 'selected']),
    /** In words: who got a piagam. Null where none is known. */
    award: z.nullable(Text),
  }),
});
export type Instrument = z.infer<typeof Instrument>;
