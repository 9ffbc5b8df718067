import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { type Actor, hasRole } from '@patuh/shared/domain/actor';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import { readersOf, takesPart } from '@patuh/shared/domain/period';

import type { SeasonRow } from './queries.ts';

type Asking = Pick<Actor, 'grants'>;

/** Only a season has second visits, and nobody who verifies or assesses is told of them. */
export function whyNotReadLot(
  actor: Asking,
  season: SeasonRow | undefined,
  province: ProvinceCode,
): ProblemCode | undefined {
  if (season === undefined || !takesPart({ chain: season.chain, province: null }, province)) return 'not-found';
  return hasRole(actor, readersOf('comparison'), { province }) ? undefined : 'not-found';
}

/** Each unit takes part once: nobody draws until they like what came out. */
export function whyNotDraw({
  lots,
  candidates,
  percent,
}: {
  readonly lots: number;
  readonly candidates: number;
  readonly percent: number;
}): ProblemCode | undefined {
  if (candidates === 0 && lots > 0) return 'already-decided';
  return candidates === 0 || percent === 0 ? 'nothing-to-draw' : undefined;
}
