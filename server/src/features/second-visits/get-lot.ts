import type { ApiDeps } from '@patuh/server/platform/access';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { planVersion } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import type { Lot, LotView } from '@patuh/shared/contracts/second-visits';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import { candidatesHash, shareOf } from '@patuh/shared/domain/lot';

import { whyNotReadLot } from './policy.ts';
import { findCandidates, findLot, findSeason, findVisits, type SeasonOf } from './queries.ts';

/** Which units of a province are visited twice, and by which lot that was decided. */
export async function getLot({ db }: Pick<ApiDeps, 'db'>, actor: Actor, of: SeasonOf): Promise<LotView> {
  return await inSnapshot(db, async (snapshot) => await lotView(snapshot, actor, of));
}

export async function lotView(db: Reader, actor: Actor, of: SeasonOf): Promise<LotView> {
  const season = await findSeason(db, of.periodId);
  const whyNot = whyNotReadLot(actor, season, of.province);
  if (season === undefined || whyNot !== undefined) throw new ProblemError(whyNot ?? 'not-found');
  const candidates = await findCandidates(db, of);
  return {
    lot: await lotOf(db, of),
    percent: season.percent,
    candidates: candidates.length,
    share: shareOf(candidates.length, season.percent),
    version: await planVersion(db, of),
    mayDraw: hasRole(actor, ['head'], { province: of.province }),
  };
}

async function lotOf(db: Reader, of: SeasonOf): Promise<Lot | null> {
  const lot = await findLot(db, of);
  if (lot === undefined) return null;
  const visits = new Map((await findVisits(db, of.periodId, lot.drawn)).map((visit) => [visit.id, visit]));
  return {
    seed: lot.seed,
    rule: lot.rule,
    percent: lot.percent,
    candidates: lot.candidates.length,
    candidatesHash: candidatesHash(lot.candidates),
    drawnBy: lot.drawnBy,
    drawnAt: lot.drawnAt.toISOString(),
    units: lot.drawn.flatMap((id) => visits.get(id) ?? []),
  };
}
