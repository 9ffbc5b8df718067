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

/** The same of every later lot, among the units that came into the plan after the one before. */
export const LATER_LOT_RULE =
  'Undian susulan bagi unit yang masuk rencana sesudah undian sebelumnya. Setiap unit diurutkan menurut SHA-256 dari seed, spasi, dan id unit (heksadesimal huruf kecil, urutan naik). Persentase kali jumlah unit dibagi 100; diambil dari atas sebanyak hasil bulatnya, dan satu lagi bila SHA-256 dari seed, spasi, dan kata “sisa”, sebagai bilangan dibagi 100, bersisa kurang daripada sisa pembagian itu.';

/** How many units a share of whole percents is: half up, and at least one where there is a share and a unit. */
export function shareOf(candidates: number, percent: number): number {
  if (candidates === 0 || percent === 0) return 0;
  return Math.max(1, Math.floor((2 * candidates * percent + 100) / 200));
}

/** The units drawn, in the order of the lot; it does not matter in which order the candidates are named. */
export function drawLot(seed: string, candidates: readonly UnitId[], percent: number): readonly UnitId[] {
  const ordered = inOrder(seed, candidates);
  return ordered.slice(0, shareOf(ordered.length, percent));
}

/** Between which numbers of units a later lot draws. */
export function laterShareOf(candidates: number, percent: number): { readonly least: number; readonly most: number } {
  const whole = Math.floor((candidates * percent) / 100);
  return { least: whole, most: (candidates * percent) % 100 === 0 ? whole : whole + 1 };
}

/**
 * The units of a later lot. What is left of the share is drawn too, and not rounded: each unit has the chance of the share,
 * none is sure, and whoever draws after every single unit decides no more than whoever draws once.
 */
export function drawLaterLot(seed: string, candidates: readonly UnitId[], percent: number): readonly UnitId[] {
  const ordered = inOrder(seed, candidates);
  const { least, most } = laterShareOf(ordered.length, percent);
  const left = (ordered.length * percent) % 100;
  const isOneMore = BigInt(`0x${hashOf(`${seed} sisa`)}`) % 100n < BigInt(left);
  return ordered.slice(0, isOneMore ? most : least);
}

function inOrder(seed: string, candidates: readonly UnitId[]): readonly UnitId[] {
  return [...new Set(candidates)]
    .map((id) => ({ id, place: hashOf(`${seed} ${id}`) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
    .map(({ id }) => id);
}

/** Over the ids in their own order, one a line: two who compare it know that they drew among the same units. */
export function candidatesHash(candidates: readonly UnitId[]): string {
  return hashOf([...new Set(candidates)].toSorted().join('\n'));
}

function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
