import { createHash } from 'node:crypto';

import type { Reader } from '@patuh/server/platform/database';
import { countHeld } from '@patuh/server/platform/purge/count';
import type { Held } from '@patuh/server/platform/purge/held';
import { countNation } from '@patuh/server/platform/purge/nation';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import {
  closedSince,
  type Lengths,
  monthsAfter,
  NATION_KINDS_KEPT,
  type NationRetention,
  PERIOD_KINDS_KEPT,
  type PeriodRetention,
  RETENTION,
  type RetentionKind,
  type StillOpen,
} from '@patuh/shared/domain/retention';
import { canonicalText } from '@patuh/shared/publication/canonical';

import { findLengths, findScopes, type ScopeRow } from './queries.ts';

/** What is to be purged now: one kind of a province in a period, or of the whole installation. */
export type DueItem = {
  /** Since when. Of what ends piece by piece: everything before this moment is due. */
  readonly due: Date;
  readonly held: Held;
  /** Of exactly this: the same hash, the same things. */
  readonly digest: string;
} & (
  | { readonly of: 'period'; readonly kind: PeriodRetention; readonly scope: ScopeRow }
  | { readonly of: 'nation'; readonly kind: NationRetention }
);

export async function lengthsOf(db: Reader): Promise<Lengths> {
  const decided = new Map((await findLengths(db)).map(({ kind, months }) => [kind, months]));
  const length = (kind: RetentionKind): number => decided.get(kind) ?? RETENTION[kind].months;
  return {
    withdrawn: length('withdrawn'),
    respondents: length('respondents'),
    evidence: length('evidence'),
    visits: length('visits'),
    words: length('words'),
    unplaced: length('unplaced'),
    devices: length('devices'),
    accounts: length('accounts'),
  };
}

/** What ended before is over; of whole days, so that a list is the same all day. */
export function endedBefore(months: number, now: Date): Date {
  const today = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  return monthsAfter(today, -months);
}
const DAY_MS = 86_400_000;

/** From when on a kind of a province in a period is due; why it is not known yet otherwise. */
export function dueAt(kind: PeriodRetention, scope: ScopeRow, lengths: Lengths, now: Date): Date | StillOpen {
  // Consent that was taken back waits for nobody: nothing of it counts in any result.
  if (kind === 'withdrawn') return endedBefore(lengths.withdrawn, now);
  const closed = closedSince(scope, now);
  if (typeof closed === 'string') return closed;
  // By the calendar of the province: the first of a month there is still the last of another one in UTC.
  const there = new Date(closed.getTime() + scope.zoneOffset);
  return new Date(monthsAfter(there, lengths[kind]).getTime() - scope.zoneOffset);
}

export interface Selection {
  readonly province?: ProvinceCode | undefined;
  readonly kinds?: readonly RetentionKind[] | undefined;
}

/** Everything that is due, in one order. With a province, only what belongs to it. */
export async function listDue(db: Reader, now: Date, { province, kinds }: Selection = {}): Promise<readonly DueItem[]> {
  const lengths = await lengthsOf(db);
  const wanted = (kind: RetentionKind): boolean => kinds === undefined || kinds.includes(kind);
  const items: DueItem[] = [];
  for (const scope of await findScopes(db, province === undefined ? {} : { province })) {
    for (const kind of PERIOD_KINDS_KEPT.filter(wanted)) {
      const item = await dueOf(db, kind, scope, lengths, now);
      if (item !== undefined) items.push(item);
    }
  }
  for (const kind of province === undefined ? NATION_KINDS_KEPT.filter(wanted) : []) {
    const item = await dueOfNation(db, kind, lengths, now);
    if (item !== undefined) items.push(item);
  }
  return items;
}

export async function dueOf(
  db: Reader,
  kind: PeriodRetention,
  scope: ScopeRow,
  lengths: Lengths,
  now: Date,
): Promise<Extract<DueItem, { of: 'period' }> | undefined> {
  const due = dueAt(kind, scope, lengths, now);
  if (typeof due === 'string' || due > now) return undefined;
  const held = await countHeld(db, { scope, kind, before: endedBefore(lengths.withdrawn, now) });
  if (held.entries + held.files === 0) return undefined;
  const { periodId, province } = scope;
  return { of: 'period', kind, scope, due, held, digest: digestOf({ kind, periodId, province, held }) };
}

export async function dueOfNation(
  db: Reader,
  kind: NationRetention,
  lengths: Lengths,
  now: Date,
): Promise<Extract<DueItem, { of: 'nation' }> | undefined> {
  const due = endedBefore(lengths[kind], now);
  const held = await countNation(db, kind, due);
  if (held.entries === 0) return undefined;
  return { of: 'nation', kind, due, held, digest: digestOf({ kind, periodId: null, province: null, held }) };
}

interface Listed {
  readonly kind: RetentionKind;
  readonly periodId: string | null;
  readonly province: string | null;
  readonly held: Held;
}

function digestOf({ kind, periodId, province, held }: Listed): string {
  return sha256(canonicalText({ kind, periodId, province, ...held, ids: [...held.ids] }));
}

/** What a kind of a list is called by whoever saw it: twelve digits, others as soon as one thing of it is another. */
export function fingerprintOf(items: readonly DueItem[]): string {
  return sha256(items.map(({ digest }) => digest).join('\n')).slice(0, 12);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
