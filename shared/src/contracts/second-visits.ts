import * as z from 'zod/mini';

import { ProvinceCode } from '../domain/government.ts';
import { PeriodId, UnitId } from '../domain/ids.ts';
import { Sha256 } from '../publication/payload.ts';
import { contract } from './contract.ts';

/** Which units of a season a second team assesses again, blind: drawn by a lot that anybody can draw again. */

/** Not a verifier: they may be somebody’s assessor, and who assesses does not know. */
const READERS = ['head', 'national-admin'] as const;

const LotUnit = z.object({ id: UnitId, name: z.string(), government: z.string() });

/** Everything that anybody needs to draw the same lot again. */
export const Lot = z.object({
  /** The first is 1; each later one is among units that were in the plan at none before. */
  number: z.int(),
  seed: Sha256,
  /** The rule in words, as it stood when it was drawn. */
  rule: z.string(),
  percent: z.int(),
  candidates: z.int(),
  /** SHA-256 over the ids of the candidates. */
  candidatesHash: Sha256,
  drawnBy: z.string(),
  drawnAt: z.iso.datetime(),
  /** In the order in which they were drawn. */
  units: z.array(
    z.object({
      ...LotUnit.shape,
      /** What became of the second visit. */
      secondTeam: z.nullable(z.string()),
      /** Closed, because the unit is no longer assessed in the season. */
      closed: z.boolean(),
    }),
  ),
});
export type Lot = z.infer<typeof Lot>;

const LotParams = z.object({ periodId: PeriodId, province: ProvinceCode });

export const LotView = z.object({
  /** In their order; each was drawn once. */
  lots: z.array(Lot),
  percent: z.int(),
  /** Units that took part in none yet and would now, and how many of them would be drawn. */
  candidates: z.int(),
  share: z.object({ least: z.int(), most: z.int() }),
  /** Version of the plan. */
  version: z.int(),
  mayDraw: z.boolean(),
});
export type LotView = z.infer<typeof LotView>;

export const getLot = contract({
  method: 'GET',
  path: '/api/periods/:periodId/lots/:province',
  summary: 'Who is visited twice in a province, and by which lot that was decided',
  who: READERS,
  params: LotParams,
  ok: LotView,
  problems: ['invalid-request', 'not-found'],
});

export const drawLot = contract({
  method: 'POST',
  path: '/api/periods/:periodId/lots/:province',
  summary:
    'Draws which units of the province a second team assesses again, blind: once, and once more among those that came later',
  who: ['head'],
  params: LotParams,
  /** Version of the plan on the screen. */
  body: z.strictObject({ seen: z.int().check(z.minimum(0)) }),
  ok: LotView,
  problems: ['invalid-request', 'not-found', 'changed-meanwhile', 'already-decided', 'nothing-to-draw'],
});
