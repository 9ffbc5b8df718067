import * as z from 'zod/mini';

/**
 * How long personal data is kept (UU 27/2022 art. 16 and 44): a closed set of kinds, each with a length in months and a day
 * from which it counts. What remains when a kind is purged: levels, scores, publications, the audit, and ids.
 */

export const RETENTION_KINDS = [
  /** Interviews whose person took them back. */
  'withdrawn',
  /** Groups of the users who were asked, and what was written down of their words. */
  'respondents',
  /** Photos, documents and what is known of web addresses. */
  'evidence',
  /** Berita acara kunjungan: names, posts, remarks, signatures. */
  'visits',
  /** Notes of assessors, reasons of verifiers and heads. */
  'words',
  /** What phones sent and nothing could be done with. */
  'unplaced',
  /** Sign-ins that ended, links, names of phones. */
  'devices',
  /** Name and address of accounts that were closed. */
  'accounts',
] as const;
export const RetentionKind = z.enum(RETENTION_KINDS);
export type RetentionKind = z.infer<typeof RetentionKind>;

/** Kinds that belong to a province in a period; the others belong to the installation. */
export const PERIOD_KINDS_KEPT = [
  'withdrawn',
  'respondents',
  'evidence',
  'visits',
  'words',
] as const satisfies readonly RetentionKind[];
export type PeriodRetention = (typeof PERIOD_KINDS_KEPT)[number];
export const NATION_KINDS_KEPT = ['unplaced', 'devices', 'accounts'] as const satisfies readonly RetentionKind[];
export type NationRetention = (typeof NATION_KINDS_KEPT)[number];

/** From which day on the months count. */
export type CountedFrom = 'withdrawal' | 'closing-of-period' | 'arrival' | 'end-of-use' | 'closing-of-account';

export interface RetentionRule {
  readonly from: CountedFrom;
  /** Until the national office decides otherwise. */
  readonly months: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The lengths a new installation has, and between which the national office may choose. What somebody took back leaves within
 * a month; a respondent’s part ends with the year in which a result can be objected to; what proves a result stays as long as
 * the file of a public office does.
 */
export const RETENTION: Readonly<Record<RetentionKind, RetentionRule>> = {
  withdrawn: { from: 'withdrawal', months: 1, least: 1, most: 3 },
  respondents: { from: 'closing-of-period', months: 12, least: 6, most: 24 },
  evidence: { from: 'closing-of-period', months: 60, least: 12, most: 120 },
  visits: { from: 'closing-of-period', months: 60, least: 12, most: 120 },
  words: { from: 'closing-of-period', months: 60, least: 12, most: 120 },
  unplaced: { from: 'arrival', months: 12, least: 6, most: 24 },
  devices: { from: 'end-of-use', months: 12, least: 3, most: 24 },
  accounts: { from: 'closing-of-account', months: 24, least: 6, most: 60 },
};

export type Lengths = Readonly<Record<RetentionKind, number>>;

/** The moment that many calendar months later; of a day that month does not have, its last. */
export function monthsAfter(moment: Date, months: number): Date {
  const first = new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const day = Math.min(moment.getUTCDate(), days);
  return new Date(first.getTime() + (day - 1) * 86_400_000 + (moment.getTime() % 86_400_000));
}

/** Why nothing of a province in a period is purged yet. */
export type StillOpen = 'not-published' | 'clarification' | 'correction' | 'running';

/** What decides from when on the lengths count for a province in a period. */
export interface PeriodEnd {
  readonly kind: 'season' | 'trial' | 'comparison';
  /** Of the season, or of the season that is compared: when the newest result became public. */
  readonly publishedAt: Date | null;
  readonly clarificationUntil: Date | null;
  /** A correction is prepared, or a unit was opened again. */
  readonly isBeingCorrected: boolean;
  /** The end of its last phase, or of its year. */
  readonly endsAt: Date;
}

/**
 * The day from which a province’s part of a period is closed. A season with its newest publication, so that a correction
 * counts anew; a comparison with its season; a trial, which is never published, when it is over.
 */
export function closedSince(
  { kind, publishedAt, clarificationUntil, isBeingCorrected, endsAt }: PeriodEnd,
  now: Date,
): Date | StillOpen {
  if (kind === 'trial') return endsAt > now ? 'running' : endsAt;
  if (publishedAt === null) return 'not-published';
  if (clarificationUntil !== null && clarificationUntil > now) return 'clarification';
  return isBeingCorrected ? 'correction' : publishedAt;
}
