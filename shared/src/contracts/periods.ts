import * as z from 'zod/mini';

import { ProvinceCode, Year } from '../domain/government.ts';
import { PeriodId } from '../domain/ids.ts';
import { PeriodKind, PhaseDays } from '../domain/period.ts';
import { WITH_YEAR } from '../domain/text.ts';
import { contract } from './contract.ts';

/** Periods: what is assessed when and by which instrument, and its calendar. */

const READERS = ['head', 'verifier', 'national-admin'] as const;
const PLANNERS = ['head', 'national-admin'] as const;

const PeriodParams = z.object({ periodId: PeriodId });
/** Of what the person saw when they changed it; another one meanwhile is `changed-meanwhile`. */
const Seen = z.int().check(z.minimum(0));

/** What a period is run by; may be changed while it runs, and the audit says when. */
export const PeriodSettings = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(3), z.maxLength(80)),
  /** Whether the field may see a score before handing in. */
  scoreBeforeSubmission: z.boolean(),
  /** Until when the Sekda may answer; null where there is no such window. */
  clarificationUntil: z.nullable(z.iso.datetime().check(z.regex(WITH_YEAR))),
  /** Share of the units that a second team assesses again, blind. */
  secondVisitPercent: z.int().check(z.minimum(0), z.maximum(50)),
  /** Share of the points that are looked at where nothing else says to look. */
  samplePercent: z.int().check(z.minimum(0), z.maximum(100)),
  /** In hundredths of a point: so near to a lower bound of a band a unit is looked at whole. */
  edgePoints: z.int().check(z.minimum(0), z.maximum(2_000)),
  /** Days a verifier has from handing in on. */
  reviewDays: z.int().check(z.minimum(1), z.maximum(90)),
});
export type PeriodSettings = z.infer<typeof PeriodSettings>;

const InstrumentRef = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  version: z.int().check(z.minimum(1)),
});

/** What one province plans in a period. */
export const ProvincePlan = z.object({
  province: z.object({ code: ProvinceCode, name: z.string(), timeZone: z.string() }),
  /** Whoever changes the plan names it. */
  version: z.int(),
  /** Days of its own, which win over those of the period. */
  days: z.array(PhaseDays),
  units: z.int(),
  /** Those that a team has. */
  assigned: z.int(),
});
export type ProvincePlan = z.infer<typeof ProvincePlan>;

const PeriodHead = z.object({
  id: PeriodId,
  kind: PeriodKind,
  chain: z.enum(['main', 'demo']),
  year: Year,
  name: z.string(),
  /** Whose trial it is; null for what the national office holds for everybody. */
  province: z.nullable(z.object({ code: ProvinceCode, name: z.string() })),
  /** Phones see it from then on; null while it is being planned. */
  openedAt: z.nullable(z.iso.datetime()),
});

/** A period in a list; counts only what the reader may see. */
export const PeriodSummary = z.object({ ...PeriodHead.shape, units: z.int(), assigned: z.int() });
export type PeriodSummary = z.infer<typeof PeriodSummary>;

export const InstrumentChoice = z.object({
  ...InstrumentRef.shape,
  title: z.string(),
  years: z.array(Year),
  status: z.enum(['trial', 'active']),
});
export type InstrumentChoice = z.infer<typeof InstrumentChoice>;

export const listPeriods = contract({
  method: 'GET',
  path: '/api/periods',
  summary: 'Seasons and trials within the scope of the caller, newest first, and what a new one can be made of',
  who: READERS,
  ok: z.object({
    periods: z.array(PeriodSummary),
    instruments: z.array(InstrumentChoice),
    /** What the caller may make: seasons and trials for everybody, and trials of these provinces. */
    may: z.object({ national: z.boolean(), trialsOf: z.array(z.object({ code: ProvinceCode, name: z.string() })) }),
  }),
  problems: [],
});

export const CreatePeriodInput = z
  .strictObject({
    kind: z.enum(['season', 'trial']),
    /** For a trial that one office holds. */
    province: z.nullable(ProvinceCode),
    year: Year,
    instrument: InstrumentRef,
    settings: PeriodSettings,
  })
  .check(
    z.refine(({ kind, province }) => kind === 'trial' || province === null, {
      error: 'Penilaian berlaku bagi semua provinsi',
      path: ['province'],
    }),
  );
export type CreatePeriodInput = z.infer<typeof CreatePeriodInput>;

export const PeriodView = z.object({
  ...PeriodHead.shape,
  instrument: z.object({ ...InstrumentRef.shape, title: z.string() }),
  settings: PeriodSettings,
  createdAt: z.iso.datetime(),
  /** Whoever changes the settings, opens the period or sets its days names it. */
  version: z.int(),
  /** Days for every province that has none of its own. */
  days: z.array(PhaseDays),
  /** Of every province that takes part and that the reader may see, in the order of the codes. */
  plans: z.array(ProvincePlan),
  /** Where units of this season are assessed again; null while no lot was drawn. */
  comparison: z.nullable(PeriodId),
  /** The season of a comparison. */
  compares: z.nullable(PeriodId),
  /** The caller may know which units are visited twice. */
  seesLot: z.boolean(),
  /** The caller may change the settings and the days of the period, and open it. */
  mayChange: z.boolean(),
});
export type PeriodView = z.infer<typeof PeriodView>;

export const createPeriod = contract({
  method: 'POST',
  path: '/api/periods',
  summary: 'A new season, or a trial; it stays unseen in the field until it is opened',
  who: PLANNERS,
  body: CreatePeriodInput,
  ok: PeriodView,
  problems: ['invalid-request', 'not-found', 'period-exists', 'instrument-not-usable'],
});

export const getPeriod = contract({
  method: 'GET',
  path: '/api/periods/:periodId',
  summary: 'One period with its settings, its days and the plans of the provinces within the scope of the caller',
  who: READERS,
  params: PeriodParams,
  ok: PeriodView,
  problems: ['invalid-request', 'not-found'],
});

export const changePeriod = contract({
  method: 'PUT',
  path: '/api/periods/:periodId/settings',
  summary: 'Changes what the period is run by',
  who: PLANNERS,
  params: PeriodParams,
  body: z.strictObject({ seen: Seen, settings: PeriodSettings }),
  ok: PeriodView,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile', 'assessment-published'],
});

export const openPeriod = contract({
  method: 'POST',
  path: '/api/periods/:periodId/opening',
  summary: 'From now on the phones of the teams see the units of the period; cannot be taken back',
  who: PLANNERS,
  params: PeriodParams,
  body: z.strictObject({ seen: Seen }),
  ok: PeriodView,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile', 'already-decided'],
});

export const ChangeDaysInput = z.strictObject({
  /** Null for the days of everybody. */
  province: z.nullable(ProvinceCode),
  /** Version of the period, or of the plan of the province. */
  seen: Seen,
  /** Every phase that has days; one that is not named has none. */
  days: z
    .array(PhaseDays)
    .check(
      z.refine((days) => new Set(days.map(({ phase }) => phase)).size === days.length, 'Satu tahap disebut dua kali'),
    ),
});
export type ChangeDaysInput = z.infer<typeof ChangeDaysInput>;

export const changeDays = contract({
  method: 'PUT',
  path: '/api/periods/:periodId/days',
  summary: 'Sets the days of the period, or those of one province that win over them',
  who: PLANNERS,
  params: PeriodParams,
  body: ChangeDaysInput,
  ok: PeriodView,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile'],
});
