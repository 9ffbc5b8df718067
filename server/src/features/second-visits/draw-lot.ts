import { randomBytes, randomUUID } from 'node:crypto';

import type { ApiDeps } from '@patuh/server/platform/access';
import { appendAudit } from '@patuh/server/platform/audit';
import { inTransaction } from '@patuh/server/platform/database';
import { lockPlan } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import type { LotView } from '@patuh/shared/contracts/second-visits';
import type { Actor } from '@patuh/shared/domain/actor';
import { PeriodId } from '@patuh/shared/domain/ids';
import { candidatesHash, drawLaterLot, drawLot as drawFirst, LATER_LOT_RULE, LOT_RULE } from '@patuh/shared/domain/lot';

import { lotView } from './get-lot.ts';
import { whyNotDraw } from './policy.ts';
import { comparisonOf, findCandidates, holdSeason, insertLot, insertVisits, type SeasonOf } from './queries.ts';

const SEED_BYTES = 32;

/**
 * Draws which units of the province a second team assesses again, among all of the plan that took part in no lot yet. The server
 * makes the seed: nobody chooses.
 */
export async function drawLot(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  { seen, ...of }: SeasonOf & { readonly seen: number },
): Promise<LotView> {
  return await inTransaction(db, async (trx) => {
    const at = now();
    const before = await lotView(trx, actor, of);
    if (!before.mayDraw) throw new ProblemError('not-permitted');
    refuse(before);
    await lockPlan(trx, of, { seen, by: actor.personId, now: at });
    await holdSeason(trx, of.periodId);
    // Again, now that nobody changes the share or the plan any more.
    const { lots, percent } = refuse(await lotView(trx, actor, of));
    const candidates = await findCandidates(trx, of);
    const seed = randomBytes(SEED_BYTES).toString('hex');
    const number = lots.length + 1;
    const [rule, draw] = number === 1 ? [LOT_RULE, drawFirst] : [LATER_LOT_RULE, drawLaterLot];
    const drawn = draw(seed, candidates, percent);
    const id = PeriodId.parse(randomUUID());
    const comparison = await comparisonOf(trx, of.periodId, { id, at });
    await insertLot(trx, { ...of, number, seed, rule, percent, candidates, drawn, by: actor.personId, at });
    await insertVisits(trx, { season: of.periodId, comparison, units: drawn }, at);
    const view = await lotView(trx, actor, of);
    await appendAudit(
      trx,
      {
        office: of.province,
        actor: { kind: 'person', id: actor.personId },
        action: 'period.lot-drawn',
        subject: { kind: 'period', id: of.periodId },
        beforeHash: null,
        afterHash: candidatesHash(candidates),
        detail: { number, seed, percent, candidates: candidates.length, drawn: drawn.length },
      },
      now,
    );
    return view;
  });
}

function refuse(view: LotView): LotView {
  const { lots, candidates, percent } = view;
  const whyNot = whyNotDraw({ lots: lots.length, candidates, percent });
  if (whyNot !== undefined) throw new ProblemError(whyNot);
  return view;
}
