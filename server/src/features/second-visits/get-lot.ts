import type { ApiDeps } from '@patuh/server/platform/access';
import { inSnapshot, type Reader } from '@patuh/server/platform/database';
import { planVersion } from '@patuh/server/platform/plan-lock';
import { ProblemError } from '@patuh/server/platform/problem';
import type { Lot, LotView } from '@patuh/shared/contracts/second-visits';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import { candidatesHash, laterShareOf, shareOf } from '@patuh/shared/domain/lot';

import { whyNotReadLot } from './policy.ts';
import { findCandidates, findLots, findSeason, findVisits, type SeasonOf } from './queries.ts';

/** Which units of a province are visited twice, and by which lots that was decided. */
export async function getLot({ db }: Pick<ApiDeps, 'db'>, actor: Actor, of: SeasonOf): Promise<LotView> {
  return await inSnapshot(db, async (snapshot) => await lotView(snapshot, actor, of));
}

export async function lotView(db: Reader, actor: Actor, of: SeasonOf): Promise<LotView> {
  const season = await findSeason(db, of.periodId);
  const whyNot = whyNotReadLot(actor, season, of.province);
  if (season === undefined || whyNot !== undefined) throw new ProblemError(whyNot ?? 'not-found');
  const candidates = await findCandidates(db, of);
  const lots = await lotsOf(db, of);
  return {
    lots,
    percent: season.percent,
    candidates: candidates.length,
    share: rangeOf({ lots: lots.length, candidates: candidates.length, percent: season.percent }),
    version: await planVersion(db, of),
    mayDraw: hasRole(actor, ['head'], { province: of.province }),
  };
}

function rangeOf({ lots, candidates, percent }: { lots: number; candidates: number; percent: number }) {
  if (lots > 0) return laterShareOf(candidates, percent);
  const share = shareOf(candidates, percent);
  return { least: share, most: share };
}

async function lotsOf(db: Reader, of: SeasonOf): Promise<Lot[]> {
  const lots = await findLots(db, of);
  const drawn = lots.flatMap((lot) => lot.drawn);
  const visits = new Map((await findVisits(db, of.periodId, drawn)).map((visit) => [visit.id, visit]));
  return lots.map((lot) => ({
    number: lot.number,
    seed: lot.seed,
    rule: lot.rule,
    percent: lot.percent,
    candidates: lot.candidates.length,
    candidatesHash: candidatesHash(lot.candidates),
    drawnBy: lot.drawnBy,
    drawnAt: lot.drawnAt.toISOString(),
    units: lot.drawn.flatMap((id) => visits.get(id) ?? []),
  }));
}
