import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import type { UnitId } from './ids.ts';

/**
 * The lot of second visits: whoever knows the seed and the candidates draws the same units again. Nobody chooses, and
 * nobody who does not know the seed can tell beforehand.
 */

/** Kept with each lot as it stood when it was drawn. */
export const LOT_RULE =
  'Setiap unit diurutkan menurut SHA-256 dari seed, spasi, dan id unit (heksadesimal huruf kecil, urutan naik). Diambil dari atas sebanyak persentase kali jumlah unit, dibulatkan setengah ke atas, paling sedikit satu.';

/** How many units a share of whole percents is: half up, and at least one where there is a share and a unit. */
export function shareOf(candidates: number, percent: number): number {
  if (candidates === 0 || percent === 0) return 0;
  return Math.max(1, Math.floor((2 * candidates * percent + 100) / 200));
}

/** The units drawn, in the order of the lot; it does not matter in which order the candidates are named. */
export function drawLot(seed: string, candidates: readonly UnitId[], percent: number): readonly UnitId[] {
  const all = [...new Set(candidates)];
  const ordered = all
    .map((id) => ({ id, place: hashOf(`${seed} ${id}`) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)));
  return ordered.slice(0, shareOf(all.length, percent)).map(({ id }) => id);
}

/** Over the ids in their own order, one a line: two who compare it know that they drew among the same units. */
export function candidatesHash(candidates: readonly UnitId[]): string {
  return hashOf([...new Set(candidates)].toSorted().join('\n'));
}

function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
