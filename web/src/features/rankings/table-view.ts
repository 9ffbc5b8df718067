import type { RankingTableView } from '@patuh/shared/contracts/pages';
import type { BandView, RankingRow } from '@patuh/shared/contracts/rankings';
import type { Zone } from '@patuh/shared/domain/zone';

import { toHundredths } from '../../ui/number.ts';
import { matchRows } from './search.ts';
import type { SearchReading } from './search.ts';

/**
 * How the table is looked at: kind, search and order. The same functions run on the server for `?urut=…` and in the
 * browser, so both show the same rows in the same order.
 */

export type SortKey = RankingTableView['urut'];
export const SORT_KEYS = ['peringkat', 'nama', 'nilai', 'zona', 'perubahan'] as const satisfies readonly SortKey[];
export const KINDS = ['semua', 'kabupaten', 'kota'] as const satisfies readonly RankingTableView['jenis'][];
export const DIRECTIONS = ['naik', 'turun'] as const satisfies readonly RankingTableView['arah'][];

export const DEFAULT_VIEW: RankingTableView = { urut: 'peringkat', arah: 'naik', jenis: 'semua', cari: '' };

export interface TableRows {
  readonly rows: readonly RankingRow[];
  /** What the search was understood to mean. */
  readonly reading: SearchReading;
}

/** Rows of regencies and cities that the view shows, in its order. The provincial government is never among them. */
export function rowsOf(rows: readonly RankingRow[], bands: readonly BandView[], view: RankingTableView): TableRows {
  const ofKind = rows.filter((row) => hasKind(row, view.jenis));
  const { rows: found, reading } = matchRows(ofKind, bands, view.cari);
  return { rows: sortRows(found, view.urut, view.arah), reading };
}

function hasKind(row: RankingRow, kind: RankingTableView['jenis']): boolean {
  if (row.government.kind === 'province') return false;
  if (kind === 'semua') return true;
  return row.government.kind === (kind === 'kota' ? 'city' : 'regency');
}

/** Rows with nothing to sort by stay at the end in both directions; ties keep the order of the ranking. */
export function sortRows(
  rows: readonly RankingRow[],
  key: SortKey,
  direction: RankingTableView['arah'],
): readonly RankingRow[] {
  const factor = direction === 'naik' ? 1 : -1;
  return rows.toSorted((a, b) => {
    if (key === 'peringkat') return factor * byStanding(a, b);
    if (key === 'nama') return factor * byName(a, b);
    const x = sortValue(a, key);
    const y = sortValue(b, key);
    if (x === null || y === null) return x === y ? byStanding(a, b) : x === null ? 1 : -1;
    return factor * (x - y) || byStanding(a, b);
  });
}

/**
 * Best first. The zone comes before the rank, because a list may know the zone of all and the rank of few: a rank that
 * was published for one red government must not carry it above the yellow ones.
 */
function byStanding(a: RankingRow, b: RankingRow): number {
  return (
    compareKnown(zoneStep(a.zone), zoneStep(b.zone)) ||
    compareKnown(a.rank ?? a.rankPublished, b.rank ?? b.rankPublished) ||
    compareKnown(negative(scoreOf(a)), negative(scoreOf(b))) ||
    byName(a, b)
  );
}

function compareKnown(x: number | null, y: number | null): number {
  if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
  return x - y;
}

function byName(a: RankingRow, b: RankingRow): number {
  const [x, y] = [shortName(a.government.name), shortName(b.government.name)];
  if (x !== y) return x < y ? -1 : 1;
  return a.government.code < b.government.code ? -1 : 1;
}

/** People look for Ngada under N, not under "Kabupaten". */
function shortName(name: string): string {
  return name.replace(/^(Kabupaten|Kota) /, '');
}

function sortValue(row: RankingRow, key: Exclude<SortKey, 'peringkat' | 'nama'>): number | null {
  if (key === 'nilai') return scoreOf(row);
  if (key === 'zona') return zoneStep(row.zone);
  return changeOf(row);
}

/** Zone steps weigh more than any difference of scores; 0 where neither is known to have changed. */
function changeOf(row: RankingRow): number | null {
  if (row.previous === null) return null;
  const [then, now] = [zoneStep(row.previous.zone), zoneStep(row.zone)];
  const steps = then === null || now === null ? 0 : then - now;
  return steps * 100_000 + (scoreDifference(row) ?? 0);
}

/** This year's score less the earlier one, in hundredths; null where one is unknown or the method changed. */
export function scoreDifference(row: RankingRow): number | null {
  const then = row.previous?.score ?? null;
  if (row.score === null || then === null || row.previous?.comparable !== true) return null;
  return toHundredths(row.score) - toHundredths(then);
}

const STEPS: Readonly<Record<Zone, number>> = { green: 0, yellow: 1, red: 2 };

/** 0 green, 1 yellow, 2 red. */
export function zoneStep(zone: Zone | null): number | null {
  return zone === null ? null : STEPS[zone];
}

function scoreOf(row: RankingRow): number | null {
  return row.score === null ? null : toHundredths(row.score);
}

function negative(value: number | null): number | null {
  return value === null ? null : -value;
}

/** Address of a view: only what differs from the default stands in it. */
export function viewHref(path: string, view: RankingTableView): string {
  const query = new URLSearchParams();
  if (view.urut !== DEFAULT_VIEW.urut) query.set('urut', view.urut);
  if (view.arah !== DEFAULT_VIEW.arah) query.set('arah', view.arah);
  if (view.jenis !== DEFAULT_VIEW.jenis) query.set('jenis', view.jenis);
  if (view.cari !== '') query.set('cari', view.cari);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A click on a column: its natural direction first (best score on top), then the other way round. */
export function nextSort(view: RankingTableView, key: SortKey): RankingTableView {
  const natural = key === 'nilai' || key === 'perubahan' ? 'turun' : 'naik';
  const other = natural === 'naik' ? 'turun' : 'naik';
  const arah = view.urut === key && view.arah === natural ? other : natural;
  return { ...view, urut: key, arah };
}
