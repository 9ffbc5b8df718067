import * as z from 'zod/mini';

import type { Role } from '../domain/actor.ts';

/** What may need somebody in an office today. */

/** In the order in which they come where no day is due: what holds others up, or may get lost, before the rest. */
export const TODAY_KINDS = [
  'to-verify',
  'reviews-late',
  'silent-devices',
  'late-changes',
  'points-answered',
  'documents-received',
  'without-team',
  'team-without-assessor',
  'releases',
  'conflicts',
  'files-outstanding',
  'documents-overdue',
  'government-edge',
  'band-edge',
  'quarantined',
  'invited',
] as const;
export const TodayKind = z.enum(TODAY_KINDS);
export type TodayKind = z.infer<typeof TodayKind>;

/** Who is told of it: whoever can do something about it. */
export const TOLD_TO = {
  'to-verify': ['verifier'],
  'reviews-late': ['head', 'national-admin'],
  'silent-devices': ['verifier', 'head', 'national-admin'],
  'late-changes': ['verifier'],
  'points-answered': ['verifier'],
  'documents-received': ['verifier'],
  'without-team': ['head', 'national-admin'],
  'team-without-assessor': ['head', 'national-admin'],
  releases: ['head', 'national-admin'],
  conflicts: ['verifier', 'head', 'national-admin'],
  'files-outstanding': ['verifier', 'head', 'national-admin'],
  'documents-overdue': ['verifier', 'head'],
  'government-edge': ['verifier', 'head'],
  'band-edge': ['head'],
  quarantined: ['head', 'national-admin'],
  invited: ['head', 'national-admin'],
} as const satisfies Record<TodayKind, readonly Role[]>;

/** Days before fieldwork begins from which a unit without a team is somebody’s concern. */
export const PLAN_DAYS = 14;
/** Days for which something refused and kept is told of, and longer while its season is under way. */
export const QUARANTINE_DAYS = 14;
/** Days after which an account that was never used is told of. */
export const INVITED_DAYS = 3;
