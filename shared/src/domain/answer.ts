import type { IndicatorId } from './instrument.ts';

/**
 * What was asked of whom in one unit, and what was seen or said. The same values on the phone and on the server.
 */

/** The kinds of subject of which a unit has several: each has its own number, from 1. */
export const NUMBERED_KINDS = ['product', 'officer', 'complaint-officer', 'user'] as const;
export type NumberedKind = (typeof NUMBERED_KINDS)[number];

interface Numbered {
  readonly kind: NumberedKind;
  /** From 1, unique within the kind; gaps are allowed. */
  readonly number: number;
}

/**
 * A product, officer, complaint officer or user of one unit. Only a `present` one is asked and counted; in a small
 * office one person may hold two posts and is then interviewed once (`same-person`, naming the number that was asked).
 */
export type Subject =
  | (Numbered & { readonly state: 'present' })
  | (Numbered & { readonly state: 'vacant' })
  | (Numbered & { readonly state: 'absent' })
  | (Numbered & { readonly state: 'same-person'; readonly sameAs: number });

/** Whom or what an answer is about. */
export type SubjectRef = { readonly kind: 'unit' } | { readonly kind: 'government' } | Numbered;

export type AnswerValue =
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'not-applicable'; readonly reason: string };

export interface Answer {
  readonly indicatorId: IndicatorId;
  readonly subject: SubjectRef;
  readonly value: AnswerValue;
}
