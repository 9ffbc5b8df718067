import type { ThresholdComparison } from '@patuh/shared/contracts/rankings';
import type { Zone } from '@patuh/shared/domain/zone';

import { ZONE_TEXT } from './zones.ts';

/** Sentences that compare a year with an earlier one, and say how much of the change is moved thresholds. */

/** "Dibandingkan dengan hasil 2022 dan 2023": a government's own earlier result may be older than the newest list. */
export function comparisonTitle(years: readonly number[]): string {
  return `Dibandingkan dengan hasil ${joined(years.map(String))}`;
}

/** Within one method the indicators changed: the reader must not take every point for progress. */
export function otherIndicators(earlier: readonly number[], year: number): string {
  return `Daftar indikator ${joined(earlier.map(String))} berbeda dari ${year}, meskipun metodenya sama: baca selisih nilai dengan hati-hati.`;
}

export function methodBreakTitle(earlier: number, year: number): string {
  return `Metode penilaian berubah antara ${earlier} dan ${year}`;
}

export function methodBreak(earlier: number, earlierMethod: string, year: number, method: string): string {
  return `Tahun ${earlier} dinilai dengan ${quoted(earlierMethod)}, tahun ${year} dengan ${quoted(method)}. Nilai kedua tahun tidak dapat dibandingkan langsung, dan perubahan zona dapat berasal dari perubahan metode.`;
}

export function sameMethod(earlier: number, year: number): string {
  return `Metode penilaian ${earlier} dan ${year} sama.`;
}

export function sameBands(earlier: number, year: number): string {
  return `Ambang zona ${year} sama dengan ${earlier}.`;
}

/** "Menurut ambang 2021: 5 hijau, 3 kuning." Rows whose zone would not be certain are counted apart. */
export function byOldBands(year: number, counts: ThresholdComparison['counts']): string {
  const judged = (['green', 'yellow', 'red'] as const)
    .filter((zone) => counts[zone] > 0)
    .map((zone) => `${counts[zone]} ${word(zone)}`);
  if (judged.length === 0)
    return `Nilai tahun ini tidak diterbitkan, sehingga zona menurut ambang ${year} tidak dapat dipastikan.`;
  const rest = counts.unknown === 0 ? '' : ` (${counts.unknown} lainnya tidak dapat dipastikan tanpa nilainya)`;
  return `Menurut ambang ${year}: ${judged.join(', ')}${rest}.`;
}

/** One line per government whose zone the old thresholds would change. */
export function moved(name: string, zone: Zone, old: Zone, year: number): string {
  return `${name}: ${word(zone)}; menurut ambang ${year} ${word(old)}.`;
}

/** The one sentence that says how many zone changes the thresholds alone explain. */
export function zoneChanges({ zoneChanges: all, explainedByBands, undecidable }: ZoneChanges): string {
  if (all === 0) return 'Tidak ada pemerintah daerah yang zonanya berubah dari hasil terdahulunya.';
  const parts = [
    explainedByBands === 0
      ? 'tidak ada yang terjadi semata-mata karena ambang bergeser'
      : `${explainedByBands} terjadi semata-mata karena ambang bergeser (menurut ambang lama zonanya tetap)`,
  ];
  if (undecidable > 0) parts.push(`${undecidable} tidak dapat dipastikan karena nilainya tidak diterbitkan`);
  const rest = all - explainedByBands - undecidable;
  if (rest > 0) parts.push(`${rest} tetap berubah menurut ambang lama`);
  return `Dari ${all} perubahan zona terhadap hasil terdahulu, ${joined(parts)}.`;
}

type ZoneChanges = Pick<ThresholdComparison, 'zoneChanges' | 'explainedByBands' | 'undecidable'>;

/** Bands did not move between the years compared, so no change of zone can come from them. */
export function changesWithSameBands(all: number): string {
  if (all === 0) return 'Tidak ada pemerintah daerah yang zonanya berubah dari hasil terdahulunya.';
  if (all === 1) return 'Satu-satunya perubahan zona tidak berasal dari pergeseran ambang.';
  return `Tidak satu pun dari ${all} perubahan zona berasal dari pergeseran ambang.`;
}

export const movedTitle = 'Zona yang akan berbeda menurut ambang lama';
export const movedScope = 'Hanya daerah yang hasil terdahulunya diketahui, dengan ambang tahun hasil itu.';
export const noZonesToCompare =
  'Salah satu dari kedua tahun tidak memakai warna zona, sehingga zona tidak dibandingkan.';

function word(zone: Zone): string {
  return ZONE_TEXT[zone].word.toLowerCase();
}

function quoted(name: string): string {
  return `“${name}”`;
}

function joined(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(' dan ');
  return `${parts.slice(0, -1).join(', ')}, dan ${parts.at(-1) ?? ''}`;
}
