import type { getSeason, SeasonTile } from '@patuh/shared/contracts/season';
import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import { PeriodId } from '@patuh/shared/domain/ids';
import { doneOf, type Standing, standingOf } from '@patuh/shared/season/standing';

import type { CallInput } from '../../platform/call.ts';

export const SEASON_PATH = '/kantor/musim';

export type SeasonQuery = CallInput<typeof getSeason>['query'];

/** What is looked at, as the address says it; what does not fit is left out. */
export function seasonIn(search: URLSearchParams): SeasonQuery {
  const read = (name: string): string | undefined => search.get(name) ?? undefined;
  return {
    period: PeriodId.safeParse(read('periode')).data,
    province: ProvinceCode.safeParse(read('provinsi')).data,
    government: GovernmentCode.safeParse(read('pemda')).data,
  };
}

/** The address of something else; another province or period has other governments. */
export function seasonAddress(before: URLSearchParams, name: 'periode' | 'provinsi' | 'pemda', value: string): string {
  const after = new URLSearchParams(before);
  if (value === '') after.delete(name);
  else after.set(name, value);
  if (name !== 'pemda') after.delete('pemda');
  const search = after.toString();
  return search === '' ? SEASON_PATH : `${SEASON_PATH}?${search}`;
}

/** How many governments stand where, and how many units are done of all. */
export function overviewOf(tiles: readonly SeasonTile[]) {
  const standings = new Map<Standing, number>();
  for (const tile of tiles) {
    const standing = standingOf(tile);
    standings.set(standing, (standings.get(standing) ?? 0) + 1);
  }
  return {
    standings,
    done: tiles.reduce((sum, { states }) => sum + doneOf(states), 0),
    units: tiles.reduce((sum, { units }) => sum + units, 0),
  };
}
