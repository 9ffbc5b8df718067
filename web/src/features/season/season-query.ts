import type { OfficeScope } from '@patuh/shared/contracts/office-units';
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

/** The address with the units of one government, or of none. */
export function withGovernment(before: URLSearchParams, government: string | null): string {
  const after = new URLSearchParams(before);
  if (government === null) after.delete('pemda');
  else after.set('pemda', government);
  const search = after.toString();
  return search === '' ? SEASON_PATH : `${SEASON_PATH}?${search}`;
}

/** The address of another period or province. */
export function seasonAddress({ periodId, province }: OfficeScope): string {
  return `${SEASON_PATH}?${new URLSearchParams({ periode: periodId, provinsi: province.code }).toString()}`;
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
