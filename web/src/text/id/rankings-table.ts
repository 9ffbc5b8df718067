import type { Zone } from '@patuh/shared/domain/zone';

import { zonePhrase, ZONE_TEXT } from './zones.ts';

/** Words of the ranking table: everything its island needs in the browser, and nothing else. */
export const tableText = {
  caption: 'Kabupaten dan kota menurut peringkat',
  search: 'Cari nama atau hasil',
  kind: 'Jenis',
  sort: 'Urut',
  direction: 'Arah',
  apply: 'Terapkan',
  reset: 'Tampilkan semua',
  rank: 'Peringkat',
  government: 'Pemerintah daerah',
  score: 'Nilai',
  band: 'Kategori',
  zone: 'Zona',
  change: 'Perubahan',
  award: 'Piagam',
  source: 'Sumber',
  noRank: 'Tidak dapat dihitung',
  noScore: 'Tidak diterbitkan',
  noPrevious: 'Belum ada hasil terdahulu',
  awardYes: 'Ya',
  awardNo: 'Tidak',
  unknown: 'Tidak diketahui',
  inferred: 'disimpulkan',
  computed: 'dihitung ulang',
  empty: 'Tidak ada yang cocok dengan pencarian ini.',
  emptyHint: 'Periksa ejaan, pilih jenis lain, atau',
} as const;

export const KIND_TEXT = { semua: 'Semua', kabupaten: 'Kabupaten', kota: 'Kota' } as const;
export const SORT_TEXT = {
  peringkat: 'Peringkat',
  nama: 'Nama',
  nilai: 'Nilai',
  zona: 'Zona',
  perubahan: 'Perubahan',
} as const;
export const DIRECTION_TEXT = { naik: 'Naik', turun: 'Turun' } as const;

/** What may be typed, in words that find something in this list. */
export function searchHint(examples: readonly string[]): string {
  const quoted = examples.map((example) => `“${example}”`);
  if (quoted.length < 2) return quoted.map((example) => `Misalnya ${example}.`).join('');
  const comma = quoted.length > 2 ? ',' : '';
  return `Misalnya ${quoted.slice(0, -1).join(', ')}${comma} atau ${quoted.at(-1) ?? ''}.`;
}

/** What people call a bad or good result: "rapor merah". */
export function exampleReport(zone: Zone): string {
  return `rapor ${ZONE_TEXT[zone].word.toLowerCase()}`;
}

export function shownCount(shown: number, total: number): string {
  return `Menampilkan ${shown} dari ${total} kabupaten/kota.`;
}

/** How a search was understood: "zona merah", "kategori A (Kualitas Tertinggi)". */
export function understood(parts: readonly string[]): string {
  return `Pencarian dibaca sebagai: ${parts.join(', ')}.`;
}

export function understoodZone(zone: Zone): string {
  return zonePhrase(zone);
}

export function understoodBand(band: string, opinion: string): string {
  return band === opinion ? `kategori ${band}` : `kategori ${band} (${opinion})`;
}

export const understoodAward = 'penerima piagam';
export const understoodInferred = 'hasil yang disimpulkan';

export function rankBetween(best: number, worst: number): string {
  return `antara ${best} dan ${worst}`;
}

export function publishedRank(rank: number): string {
  return `peringkat terbit ${rank}`;
}

/** Steps of the zone since the earlier result; a lower number is better. */
export function zoneChange(then: Zone, year: number, direction: 'up' | 'same' | 'down'): string {
  const word = ZONE_TEXT[then].word.toLowerCase();
  if (direction === 'same') return `Tetap ${word} (${year})`;
  return direction === 'up' ? `Naik dari ${word} (${year})` : `Turun dari ${word} (${year})`;
}

export function scoreChange(then: string, difference: string, year: number): string {
  return `${difference} dari ${then} (${year})`;
}

export function otherMethod(then: string, year: number): string {
  return `${then} pada ${year}, metode berbeda`;
}

export function underOldBands(zone: Zone, year: number): string {
  return `Menurut ambang ${year}: ${ZONE_TEXT[zone].word.toLowerCase()}`;
}

export function sourceNumber(number: number): string {
  return `[${number}]`;
}

export function sourceLabel(number: number): string {
  return `Sumber nomor ${number}`;
}

export function sortBy(label: string): string {
  return `urutkan menurut ${label.toLowerCase()}`;
}
