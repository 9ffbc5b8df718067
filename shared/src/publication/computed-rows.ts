import * as z from 'zod/mini';

import { NUMBERED_KINDS } from '../domain/answer.ts';
import { NotAssessedReason } from '../domain/assessment.ts';
import { GovernmentCode, LocalGovernmentKind } from '../domain/government.ts';
import { UnitId } from '../domain/ids.ts';
import { IndicatorId, UnitKind } from '../domain/instrument.ts';
import { PointsText } from '../domain/points.ts';
import { Zone } from '../domain/zone.ts';

/**
 * Units and governments of a computed publication. What is lowest in it are merged levels, one per unit and indicator:
 * enough to recompute everything above, and not one person's answer. Reasons why an indicator does not apply are left out,
 * because they are free text.
 */

const Text = z.string().check(z.minLength(1), z.maxLength(2_000));
const Count = z.int().check(z.minimum(0), z.maximum(100_000));

/** The merged level of an indicator is `sum / n`, of the indicator's maximum in the instrument. */
export const PublishedLevel = z.union([
  z.strictObject({ indicator: IndicatorId, sum: Count, n: Count.check(z.minimum(1)) }),
  z.strictObject({ indicator: IndicatorId, notApplicable: z.literal(true) }),
]);
export type PublishedLevel = z.infer<typeof PublishedLevel>;

/** How many were observed or interviewed, and how many it should have been. */
const FoundSubjects = z.strictObject({
  subject: z.enum(NUMBERED_KINDS),
  /** Null where the merge rule of every indicator hides it. */
  found: z.nullable(Count),
  target: Count,
  belowTarget: z.nullable(z.boolean()),
});
export type FoundSubjects = z.infer<typeof FoundSubjects>;

const identity = { id: UnitId, name: Text, kind: UnitKind };

export const AssessedUnit = z.strictObject({
  ...identity,
  status: z.literal('assessed'),
  /** Observed service products: what the unit weighs where the instrument counts products. */
  products: Count,
  /** Every indicator that is answered in a unit, in the order of the instrument's tree. */
  levels: z.array(PublishedLevel).check(z.minLength(1), z.maxLength(1_000)),
  subjects: z.array(FoundSubjects),
  /** Points of the branches at the top of the tree, for reading; null where nothing in it applies. */
  parts: z.array(z.strictObject({ id: Text, points: z.nullable(PointsText) })),
  score: PointsText,
});
export type AssessedUnit = z.infer<typeof AssessedUnit>;

export const UnassessedUnit = z.strictObject({
  ...identity,
  status: z.literal('not-assessed'),
  reason: NotAssessedReason,
});
export type UnassessedUnit = z.infer<typeof UnassessedUnit>;

export const ComputedUnit = z.discriminatedUnion('status', [AssessedUnit, UnassessedUnit]);
export type ComputedUnit = z.infer<typeof ComputedUnit>;

export const PublishedGovernment = z.strictObject({ code: GovernmentCode, name: Text, kind: LocalGovernmentKind });
export type PublishedGovernment = z.infer<typeof PublishedGovernment>;

/** A government with at least one assessed unit. */
export const ComputedRow = z.strictObject({
  government: PublishedGovernment,
  score: PointsText,
  band: z.nullable(Text),
  zone: z.nullable(Zone),
  /** Among the regencies and cities; null for the provincial government and in an incomplete list. */
  rank: z.nullable(z.int().check(z.minimum(1), z.maximum(10_000))),
  /** Indicators that are answered once for the whole government. */
  levels: z.array(PublishedLevel).check(z.maxLength(1_000)),
  /** By name. */
  units: z.array(ComputedUnit).check(z.minLength(1)),
});
export type ComputedRow = z.infer<typeof ComputedRow>;

/** A government none of whose units could be assessed: listed apart, without a score, a zone or a rank. */
export const UnassessedRow = z.strictObject({
  government: PublishedGovernment,
  units: z.array(UnassessedUnit).check(z.minLength(1)),
});
export type UnassessedRow = z.infer<typeof UnassessedRow>;
