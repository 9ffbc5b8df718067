import * as z from 'zod/mini';

import { ProvinceCode } from '../domain/government.ts';
import { AssessmentId, PeriodId } from '../domain/ids.ts';
import { TodayKind } from '../today/kinds.ts';
import { contract } from './contract.ts';

/** The first page of everybody in the office: what needs you today. */

export const TodayEntry = z.object({
  /** Of a unit, a person, a team or a period. */
  name: z.string(),
  /** The government, the team, or the province it belongs to. */
  place: z.nullable(z.string()),
  province: z.nullable(ProvinceCode),
  periodId: z.nullable(PeriodId),
  assessmentId: z.nullable(AssessmentId),
  /** Of a person, a team or a release. */
  thingId: z.nullable(z.string()),
  /** How many of what the kind counts are there. */
  count: z.int(),
  daysLeft: z.nullable(z.int()),
  /** The caller’s own duty. */
  own: z.boolean(),
  /** A score, what is wanted, or `comparison` of second visits: as the kind says. */
  detail: z.nullable(z.string()),
});
export type TodayEntry = z.infer<typeof TodayEntry>;

/** So many of a kind are named; the others are found where its button leads. */
export const TODAY_FIRST = 5;

export const TodayItem = z.object({
  kind: TodayKind,
  count: z.int(),
  /** Until the first is due; negative: overdue. */
  daysLeft: z.nullable(z.int()),
  first: z.array(TodayEntry).check(z.maxLength(TODAY_FIRST)),
});
export type TodayItem = z.infer<typeof TodayItem>;

export const getToday = contract({
  method: 'GET',
  path: '/api/office/today',
  summary: 'What needs the caller today, first things first, with the first five of each kind',
  who: ['verifier', 'head', 'national-admin'],
  ok: z.object({
    at: z.iso.datetime(),
    items: z.array(TodayItem),
    /** For whoever looks after several: how many of which kind in which province. */
    provinces: z.array(
      z.object({
        code: ProvinceCode,
        name: z.string(),
        counts: z.array(z.object({ kind: TodayKind, count: z.int() })),
      }),
    ),
  }),
  problems: [],
});
