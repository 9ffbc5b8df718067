import type { NumberedKind, SubjectRef } from '../domain/answer.ts';
import type { IndicatorId, SubjectKind } from '../domain/instrument.ts';
import type { Hundredths } from '../domain/points.ts';

/**
 * What scoring answers with: a score, the list of what is missing, or the list of what is wrong with the input. A missing
 * answer is never zero, and nothing is thrown for what a person can get wrong.
 */

/** The levels of one indicator, merged over its subjects: the merged level is `sum / n`, of the indicator's maximum. */
export type MergedIndicator =
  | { readonly kind: 'merged'; readonly indicatorId: IndicatorId; readonly sum: number; readonly n: number }
  | { readonly kind: 'not-applicable'; readonly indicatorId: IndicatorId; readonly reasons: readonly string[] };

/** All that a unit's score depends on, without a single person's answer: enough to recompute it. */
export interface MergedUnit {
  /** Observed service products: what the unit weighs where products are counted (2021). */
  readonly products: number;
  /** In the order of the instrument's tree. */
  readonly indicators: readonly MergedIndicator[];
}

export type Missing =
  | { readonly kind: 'answer'; readonly indicatorId: IndicatorId; readonly subject: SubjectRef }
  | {
      readonly kind: 'too-few-subjects';
      readonly subject: NumberedKind;
      readonly found: number;
      readonly minimum: number;
    }
  /** Merged levels without this indicator (recomputing from merged levels only). */
  | { readonly kind: 'indicator'; readonly indicatorId: IndicatorId }
  /** Every indicator was answered with "not applicable": there is nothing to score. */
  | { readonly kind: 'nothing-applicable' };

/** Scored all the same, and said so on every page that shows the score. */
export type Flag =
  | {
      readonly kind: 'fewer-than-target';
      readonly subject: NumberedKind;
      readonly found: number;
      readonly target: number;
    }
  | { readonly kind: 'vacant'; readonly subject: NumberedKind; readonly number: number }
  | { readonly kind: 'absent'; readonly subject: NumberedKind; readonly number: number }
  | {
      readonly kind: 'same-person';
      readonly subject: NumberedKind;
      readonly number: number;
      readonly sameAs: number;
    };

export type SubjectProblem =
  | { readonly kind: 'subject-kind-not-asked'; readonly subject: NumberedKind; readonly number: number }
  | { readonly kind: 'subject-number'; readonly subject: NumberedKind; readonly number: number }
  | { readonly kind: 'duplicate-subject'; readonly subject: NumberedKind; readonly number: number }
  /** `sameAs` must name another present or absent subject of the same kind. */
  | { readonly kind: 'same-person'; readonly subject: NumberedKind; readonly number: number; readonly sameAs: number };

export type AnswerProblem =
  | { readonly kind: 'unknown-indicator'; readonly indicatorId: string }
  | {
      readonly kind: 'wrong-subject-kind';
      readonly indicatorId: IndicatorId;
      readonly subject: SubjectRef;
      readonly expected: SubjectKind;
    }
  /** No such subject here, or it is vacant, absent or the same person as another and so is not asked. */
  | { readonly kind: 'subject-not-asked'; readonly indicatorId: IndicatorId; readonly subject: SubjectRef }
  | {
      readonly kind: 'level';
      readonly indicatorId: IndicatorId;
      readonly subject: SubjectRef;
      readonly level: number;
      readonly maximum: number;
    }
  | { readonly kind: 'not-applicable-refused'; readonly indicatorId: IndicatorId; readonly subject: SubjectRef }
  | { readonly kind: 'reason-missing'; readonly indicatorId: IndicatorId; readonly subject: SubjectRef }
  | { readonly kind: 'duplicate-answer'; readonly indicatorId: IndicatorId; readonly subject: SubjectRef }
  /** Merged levels that cannot be (recomputing from merged levels only): wrong n, or a sum outside 0 … n × maximum. */
  | {
      readonly kind: 'merged';
      readonly indicatorId: IndicatorId;
      readonly sum: number;
      readonly n: number;
      readonly maximum: number;
    }
  | { readonly kind: 'products'; readonly products: number };

export type InputProblem = SubjectProblem | AnswerProblem;

export interface ScoredUnit {
  readonly kind: 'scored';
  readonly score: Hundredths;
  readonly merged: MergedUnit;
  readonly flags: readonly Flag[];
}

export interface IncompleteUnit {
  readonly kind: 'incomplete';
  /** In the order of the tree, then of the subjects; what is short of its minimum first. */
  readonly missing: readonly Missing[];
  readonly flags: readonly Flag[];
}

export interface InvalidInput<Problem = InputProblem> {
  readonly kind: 'invalid';
  readonly problems: readonly Problem[];
}

export type UnitScore = ScoredUnit | IncompleteUnit | InvalidInput;

export type GovernmentMissing =
  | { readonly kind: 'unit'; readonly unitId: string; readonly missing: readonly Missing[] }
  | { readonly kind: 'no-units' }
  | Missing;

export type GovernmentProblem =
  | { readonly kind: 'unit'; readonly unitId: string; readonly problems: readonly InputProblem[] }
  | { readonly kind: 'duplicate-unit'; readonly unitId: string }
  /** How often a unit counts is a whole number from 0. */
  | { readonly kind: 'unit-weight'; readonly unitId: string; readonly weight: number }
  | AnswerProblem;

/** A unit in the roll-up: its rounded score and how often it counts. */
export interface UnitInRollUp {
  readonly unitId: string;
  readonly score: Hundredths;
  readonly weight: number;
}

export interface ScoredGovernment {
  readonly kind: 'scored';
  readonly score: Hundredths;
  /** By unit id. */
  readonly units: readonly UnitInRollUp[];
  readonly notAssessed: readonly { readonly unitId: string; readonly reason: string }[];
  /** Indicators answered once for the whole government (2025: secondary data, public survey). */
  readonly indicators: readonly MergedIndicator[];
}

export interface IncompleteGovernment {
  readonly kind: 'incomplete';
  readonly missing: readonly GovernmentMissing[];
  readonly notAssessed: readonly { readonly unitId: string; readonly reason: string }[];
}

export type GovernmentScore = ScoredGovernment | IncompleteGovernment | InvalidInput<GovernmentProblem>;
