import * as z from 'zod/mini';

import { ProvinceCode } from '../domain/government.ts';
import { PeriodId, PersonId } from '../domain/ids.ts';
import { storable } from '../domain/text.ts';
import { contract } from './contract.ts';

/**
 * How the work was done: figures that say where to look, never that somebody did wrong. What a second visit says about a
 * person is shown to that person first.
 */

const PeriodParams = z.object({ periodId: PeriodId });

/** What one person entered in one period and province, as it stands now. */
export const CollectorFigures = z.object({
  answers: z.int(),
  units: z.int(),
  /** Median seconds from one answer to the next on the same device; pauses and forms copied from paper left out. */
  medianSeconds: z.nullable(z.int()),
  /** Answers with the highest level there is. */
  top: z.int(),
  interviews: z.int(),
  /** Interviews in which every question got the same level. */
  alike: z.int(),
  /** Interviews with the answers of another one, level by level; those that are all alike not counted. */
  copied: z.int(),
  photos: z.int(),
  /** Photos that look the same as one of another unit of the province. */
  reused: z.int(),
  /** Points that a verifier gave back in units this person worked on, where the answer was theirs. */
  returned: z.int(),
  /** Of them, those whose level changed afterwards. */
  changedAfterReturn: z.int(),
});
export type CollectorFigures = z.infer<typeof CollectorFigures>;

/** What second visits say about one person. */
export const PersonLeaning = z.object({
  /** Mean of own minus other level. */
  mean: z.number(),
  things: z.int(),
  same: z.int(),
});
export type PersonLeaning = z.infer<typeof PersonLeaning>;

const Collector = z.object({
  personId: PersonId,
  name: z.string(),
  figures: CollectorFigures,
  leaning: z.nullable(PersonLeaning),
  /** Why no leaning is told: too few points were assessed twice, or the person has not seen it yet (until that moment). */
  leaningHeld: z.nullable(
    z.discriminatedUnion('why', [
      z.object({ why: z.literal('too-few'), things: z.int() }),
      z.object({ why: z.literal('own-first'), until: z.iso.datetime() }),
    ]),
  ),
  /** What the person says to it. */
  remark: z.nullable(z.string()),
});
export type Collector = z.infer<typeof Collector>;

export const Agreement = z.object({ alpha: z.number(), low: z.number(), high: z.number(), things: z.int() });
export type Agreement = z.infer<typeof Agreement>;

const IndicatorQuality = z.object({
  indicatorId: z.string(),
  name: z.string(),
  answers: z.int(),
  top: z.int(),
  medianSeconds: z.nullable(z.int()),
  /** Of units assessed twice; null where too few were, or nothing differed. */
  agreement: z.nullable(Agreement),
});
export type IndicatorQuality = z.infer<typeof IndicatorQuality>;

export const Quality = z.object({
  /** Those who entered most first. */
  collectors: z.array(Collector),
  indicators: z.array(IndicatorQuality),
  /** Null for whoever must not know of the lot: a verifier may be somebody's assessor elsewhere. */
  second: z.nullable(
    z.object({
      /** Units drawn, and of them those that both teams handed in. */
      drawn: z.int(),
      both: z.int(),
      agreement: z.nullable(Agreement),
    }),
  ),
  /** Of the practice cases: how often the agreed level was given. */
  calibration: z.array(
    z.object({ personId: PersonId, name: z.string(), answered: z.int(), same: z.int(), cases: z.int() }),
  ),
});
export type Quality = z.infer<typeof Quality>;

export const getQuality = contract({
  method: 'GET',
  path: '/api/office/periods/:periodId/quality',
  summary: 'How the work of one period was done in one province, by person and by indicator',
  who: ['head', 'verifier', 'national-admin'],
  params: PeriodParams,
  query: z.object({ province: ProvinceCode }),
  ok: Quality,
  problems: ['invalid-request', 'not-found'],
});

export const OwnQuality = z.object({
  periods: z.array(
    z.object({
      periodId: PeriodId,
      name: z.string(),
      year: z.int(),
      figures: CollectorFigures,
      leaning: z.nullable(PersonLeaning),
      /** Points assessed twice so far, of those needed before anything is told. */
      twice: z.object({ things: z.int(), needed: z.int() }),
      remark: z.nullable(z.string()),
    }),
  ),
});
export type OwnQuality = z.infer<typeof OwnQuality>;

export const getOwnQuality = contract({
  method: 'GET',
  path: '/api/quality/mine',
  summary: 'The same about oneself, before anybody in the office is told',
  who: ['assessor', 'enumerator'],
  ok: OwnQuality,
  problems: [],
});

export const answerOwnQuality = contract({
  method: 'PUT',
  path: '/api/quality/mine/:periodId',
  summary: 'One has seen what second visits say about oneself, and what one says to it',
  who: ['assessor', 'enumerator'],
  params: PeriodParams,
  body: z.strictObject({
    remark: z.nullable(z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(1_000))),
  }),
  ok: OwnQuality,
  problems: ['invalid-request', 'not-found'],
});
