import * as z from 'zod/mini';

import { GovernmentCode, ProvinceCode } from '../domain/government.ts';
import { PeriodId } from '../domain/ids.ts';
import { PlanFault } from '../domain/plan-rows.ts';
import { Sha256 } from '../publication/payload.ts';
import { contract } from './contract.ts';

/** The plan of units as a file that spreadsheets read: out, and in again. */

/** Holds 50,000 rows, so that whoever brings ten times too many is told so. */
export const MOST_FILE_BYTES = 6 * 1024 * 1024;
const BASE64 = Math.ceil((MOST_FILE_BYTES * 4) / 3) + 4;

const PlanFile = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  content: z.string().check(z.minLength(1), z.maxLength(BASE64), z.regex(/^[A-Za-z0-9+/]+={0,2}$/)),
});

/** What a row of the file comes to: a unit nobody knew, one of the register, or one that is planned already. */
export const PlanLine = z.object({
  row: z.int(),
  government: z.object({ code: GovernmentCode, name: z.string() }),
  kindName: z.string(),
  name: z.string(),
  what: z.enum(['new', 'known', 'planned']),
  /** The team that gets it by this file. */
  team: z.nullable(z.string()),
  /** What whoever takes the file should look at first. */
  remarks: z.array(z.string()),
});
export type PlanLine = z.infer<typeof PlanLine>;

export const PlanFileOutcome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refused'),
    faults: z.array(PlanFault),
    /** Beyond those that are named. */ more: z.int(),
  }),
  z.object({
    kind: z.literal('ready'),
    /** Version of the plan, and what was found: both are named when it is taken. */
    version: z.int(),
    checked: Sha256,
    lines: z.array(PlanLine),
  }),
]);
export type PlanFileOutcome = z.infer<typeof PlanFileOutcome>;

const Params = z.object({ periodId: PeriodId });

export const checkPlanFile = contract({
  method: 'POST',
  path: '/api/office/periods/:periodId/units/file-check',
  summary: 'What taking the file would do, or every place in it that keeps it from being taken; changes nothing',
  who: ['head'],
  params: Params,
  body: z.strictObject({ province: ProvinceCode, file: PlanFile }),
  bodyLimit: BASE64 + 4_096,
  ok: PlanFileOutcome,
  problems: ['invalid-request', 'not-found', 'request-too-large', 'plan-closed'],
});

export const takePlanFile = contract({
  method: 'POST',
  path: '/api/office/periods/:periodId/units/file',
  summary: 'Does exactly what was found before, all of it or nothing',
  who: ['head'],
  params: Params,
  body: z.strictObject({
    province: ProvinceCode,
    file: PlanFile,
    version: z.int().check(z.minimum(0)),
    checked: Sha256,
  }),
  bodyLimit: BASE64 + 4_096,
  ok: z.object({ registered: z.int(), planned: z.int(), assigned: z.int() }),
  problems: [
    'invalid-request',
    'not-found',
    'request-too-large',
    'changed-meanwhile',
    'plan-closed',
    'second-team-not-blind',
  ],
});

const FileParams = z.object({ ...Params.shape, province: ProvinceCode, format: z.enum(['csv', 'xlsx']) });
const READERS = ['head', 'verifier', 'national-admin'] as const;

export const exportPlan = contract({
  method: 'GET',
  path: '/api/office/periods/:periodId/plan-file/:province/:format',
  summary: 'The plan of a province as a file that can be taken in again',
  who: READERS,
  params: FileParams,
  ok: z.unknown(),
  problems: ['invalid-request', 'not-found'],
});

export const planTemplate = contract({
  method: 'GET',
  path: '/api/office/periods/:periodId/plan-template/:province/:format',
  summary: 'An empty file to fill in, with the governments of the province and the kinds of units',
  who: READERS,
  params: FileParams,
  ok: z.unknown(),
  problems: ['invalid-request', 'not-found'],
});
