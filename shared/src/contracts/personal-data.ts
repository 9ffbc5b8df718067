import * as z from 'zod/mini';

import { ProvinceCode } from '../domain/government.ts';
import { PeriodId } from '../domain/ids.ts';
import { PeriodKind } from '../domain/period.ts';
import { RetentionKind } from '../domain/retention.ts';
import { contract } from './contract.ts';

/** What is held of people, until when, what is due, and what was purged. Purging itself is a command on the server. */

const READERS = ['head', 'national-admin'] as const;

const Length = z.object({
  kind: RetentionKind,
  months: z.int(),
  least: z.int(),
  most: z.int(),
  /** What to name when it is changed; 0 while it is the one of a new installation. */
  version: z.int(),
  changedBy: z.nullable(z.string()),
  changedAt: z.nullable(z.iso.datetime()),
});
export type RetentionLength = z.infer<typeof Length>;

const Figures = { entries: z.int(), files: z.int(), bytes: z.int() };

const Purged = z.object({
  id: z.string(),
  kind: RetentionKind,
  /** Null for what belongs to no province. */
  period: z.nullable(z.object({ id: PeriodId, name: z.string() })),
  ...Figures,
  at: z.iso.datetime(),
});
export type Purged = z.infer<typeof Purged>;

const ProvinceName = z.object({ code: ProvinceCode, name: z.string() });

const Overview = z.object({
  lengths: z.array(Length),
  provinces: z.array(ProvinceName),
  /** What belongs to no province and is due; for the national office. */
  nation: z.array(z.object({ kind: RetentionKind, ...Figures })),
  purged: z.array(Purged),
});
export type PersonalDataOverview = z.infer<typeof Overview>;

export const getPersonalData = contract({
  method: 'GET',
  path: '/api/personal-data',
  summary: 'How long personal data is kept; for the national office also what belongs to no province',
  who: READERS,
  ok: Overview,
  problems: [],
});

const KeptPeriod = z.object({
  period: z.object({ id: PeriodId, name: z.string(), year: z.int(), kind: PeriodKind }),
  /** From which day the lengths count; null while `open` says why they do not yet. */
  closedSince: z.nullable(z.iso.datetime()),
  open: z.nullable(z.enum(['not-published', 'clarification', 'correction', 'running'])),
});
export type KeptPeriod = z.infer<typeof KeptPeriod>;

const KeptOfProvince = z.object({ province: ProvinceName, periods: z.array(KeptPeriod), purged: z.array(Purged) });
export type KeptOfProvince = z.infer<typeof KeptOfProvince>;

export const getPersonalDataOfProvince = contract({
  method: 'GET',
  path: '/api/personal-data/:province',
  summary: 'Periods of a province with what decides how long personal data is kept, and what was purged',
  who: READERS,
  params: z.object({ province: ProvinceCode }),
  ok: KeptOfProvince,
  problems: ['invalid-request', 'not-found'],
});

const KeptKind = z.object({
  kind: RetentionKind,
  /** Until when; null where it is not known yet, and for interviews, each of which has its own day. */
  until: z.nullable(z.iso.datetime()),
  isDue: z.boolean(),
  ...Figures,
});
export type KeptKind = z.infer<typeof KeptKind>;

const KeptKinds = z.object({ kinds: z.array(KeptKind) });
export type KeptKinds = z.infer<typeof KeptKinds>;

export const getPersonalDataOfPeriod = contract({
  method: 'GET',
  path: '/api/personal-data/:province/:periodId',
  summary: 'What a province holds of people in a period, kind by kind',
  who: READERS,
  params: z.object({ province: ProvinceCode, periodId: PeriodId }),
  ok: KeptKinds,
  problems: ['invalid-request', 'not-found'],
});

export const changeRetention = contract({
  method: 'PUT',
  path: '/api/personal-data/lengths/:kind',
  summary: 'Keep a kind of personal data for so many months',
  who: ['national-admin'],
  params: z.object({ kind: RetentionKind }),
  body: z.strictObject({
    months: z.int().check(z.minimum(1), z.maximum(240)),
    /** The version on the screen. */
    seen: z.int().check(z.minimum(0)),
  }),
  ok: z.object({ lengths: z.array(Length) }),
  problems: ['invalid-request', 'changed-meanwhile'],
});
