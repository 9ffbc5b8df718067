import type { BandView, RankingRow } from '@patuh/shared/contracts/rankings';
import type { Zone } from '@patuh/shared/domain/zone';

/**
 * Search in the table, by name and by the words people use for results: "zona hijau", "rapor merah", "kualitas
 * tertinggi", "predikat kurang", "A", "piagam". What a word means depends on the year's bands, so they come in.
 */
export interface SearchReading {
  readonly zones: readonly Zone[];
  readonly bands: readonly string[];
  readonly award: boolean;
  readonly inferred: boolean;
  /** The rest: parts of a name. */
  readonly words: readonly string[];
}

const ZONE_WORDS: ReadonlyMap<string, Zone> = new Map([
  ['hijau', 'green'],
  ['kuning', 'yellow'],
  ['merah', 'red'],
]);

/** Words around a result that carry no choice of their own. */
const FRAME = new Set([
  'zona',
  'zonasi',
  'rapor',
  'raport',
  'predikat',
  'kategori',
  'opini',
  'kualitas',
  'kepatuhan',
  'nilai',
  'warna',
]);

/** Everyday words for a result in a year whose own bands do not use them. */
const COMMON: ReadonlyMap<string, Zone> = new Map([
  ['kurang', 'red'],
  ['kurang baik', 'red'],
  ['tidak baik', 'red'],
  ['buruk', 'red'],
  ['rendah', 'red'],
  ['cukup', 'yellow'],
  ['sedang', 'yellow'],
  ['baik', 'green'],
  ['sangat baik', 'green'],
  ['tinggi', 'green'],
]);

/** What a search text means in a year with these bands. */
export function readSearch(text: string, bands: readonly BandView[]): SearchReading {
  const core = tokens(text).filter((token) => !FRAME.has(token));
  const phrase = core.join(' ');
  const named = bands.filter(
    ({ band, opinion }) => phrase !== '' && (fold(band) === phrase || opinionCore(opinion) === phrase),
  );
  const nothing = { zones: [], bands: [], award: false, inferred: false, words: [] };
  if (named.length > 0) return { ...nothing, bands: named.map(({ band }) => band) };
  const common = COMMON.get(phrase);
  if (common !== undefined) return { ...nothing, zones: [common] };
  return {
    ...nothing,
    zones: core.flatMap((token) => ZONE_WORDS.get(token) ?? []),
    award: core.some((token) => token === 'piagam' || token === 'penghargaan'),
    inferred: core.includes('disimpulkan'),
    words: core.filter((token) => !isResultWord(token)),
  };
}

function isResultWord(token: string): boolean {
  return ZONE_WORDS.has(token) || ['piagam', 'penghargaan', 'disimpulkan'].includes(token);
}

/** "Kualitas Tertinggi" → "tertinggi": "tinggi" must find Kualitas Tinggi and not this one. */
function opinionCore(opinion: string): string {
  return tokens(opinion)
    .filter((token) => !FRAME.has(token))
    .join(' ');
}

/** Rows that fit the search. Where no name fits, names that differ by one letter do. */
export function matchRows(
  rows: readonly RankingRow[],
  bands: readonly BandView[],
  text: string,
): { readonly rows: readonly RankingRow[]; readonly reading: SearchReading } {
  const reading = readSearch(text, bands);
  const fitting = rows.filter((row) => fitsResult(row, reading));
  const exact = fitting.filter((row) => reading.words.every((word) => fitsName(row.government.name, word)));
  if (exact.length > 0) return { rows: exact, reading };
  const near = fitting.filter((row) => reading.words.every((word) => isNearName(row.government.name, word)));
  return { rows: near, reading };
}

function fitsResult(row: RankingRow, { zones, bands, award, inferred }: SearchReading): boolean {
  return (
    (zones.length === 0 || (row.zone !== null && zones.includes(row.zone))) &&
    (bands.length === 0 || (row.band !== null && bands.includes(row.band))) &&
    (!award || row.award === true) &&
    (!inferred || row.status === 'inferred')
  );
}

/** Part of the name, or its initials: TTU is Timor Tengah Utara. */
function fitsName(name: string, word: string): boolean {
  const parts = tokens(name);
  return fold(name).includes(word) || initials(parts.slice(1)) === word;
}

function isNearName(name: string, word: string): boolean {
  return fitsName(name, word) || (word.length >= 4 && tokens(name).some((part) => isOneEditAway(part, word)));
}

function initials(parts: readonly string[]): string {
  return parts.map((part) => part.slice(0, 1)).join('');
}

/** One letter changed, missing, added, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const start = sharedStart(a, b);
  const swapped = a[start + 1] === b[start] && a[start] === b[start + 1] && a.slice(start + 2) === b.slice(start + 2);
  return (
    swapped ||
    a.slice(start + 1) === b.slice(start + 1) ||
    a.slice(start + 1) === b.slice(start) ||
    a.slice(start) === b.slice(start + 1)
  );
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function tokens(text: string): readonly string[] {
  return fold(text).split(' ').filter(Boolean);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
