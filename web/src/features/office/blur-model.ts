import type { ClearanceView, UnitPhoto, UnitPhotos } from '@patuh/shared/contracts/clearances';
import { type Area, Areas } from '@patuh/shared/domain/clearance';
import * as z from 'zod/mini';

import { clearancesText as text } from '../../text/id/clearances.ts';

/**
 * What somebody drew or decided and the server has not taken yet, and the number of the decision it was drawn over. Null:
 * nobody outside is to see the photo.
 */
const Draft = z.object({ areas: z.nullable(Areas), seen: z.int() });
export type Draft = z.infer<typeof Draft>;

const Drafts = z.record(z.string(), Draft);
/** By the hash of the photo. */
export type Drafts = Readonly<Record<string, Draft>>;

export function readDrafts(kept: string): Drafts {
  if (kept === '') return {};
  try {
    return Drafts.safeParse(JSON.parse(kept)).data ?? {};
  } catch {
    return {};
  }
}

export function writeDrafts(drafts: Drafts): string {
  return Object.keys(drafts).length === 0 ? '' : JSON.stringify(drafts);
}

export function tallyOf({ photos }: Pick<UnitPhotos, 'photos'>) {
  const decided = photos.flatMap(({ clearance }) => (clearance === null ? [] : [clearance.areas]));
  const withheld = decided.filter((areas) => areas === null).length;
  return { all: photos.length, cleared: decided.length - withheld, withheld };
}

/** The next photo after this one that nobody decided about, going round; -1 for none. */
export function nextOpen(photos: readonly UnitPhoto[], at: number, isOpen: (photo: UnitPhoto) => boolean): number {
  const order = photos.map((_, index) => (at + 1 + index) % photos.length);
  return order.find((index) => index !== at && isOpenAt(photos, index, isOpen)) ?? -1;
}

function isOpenAt(photos: readonly UnitPhoto[], index: number, isOpen: (photo: UnitPhoto) => boolean): boolean {
  const photo = photos[index];
  return photo !== undefined && isOpen(photo);
}

/** It was kept already, and only the answer got lost: what stands is what was sent. */
export function isSettled({ areas, seen }: Draft, { clearance }: Pick<UnitPhoto, 'clearance'>): boolean {
  return clearance !== null && clearance.number > seen && isSame(areas, clearance.areas);
}

const SIDES = ['left', 'top', 'width', 'height'] as const;

function isSame(one: readonly Area[] | null, other: readonly Area[] | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.length === other.length &&
    one.every((area, index) => SIDES.every((side) => area[side] === other[index]?.[side]))
  );
}

/** What stands, in words. */
export function decisionWords(areas: readonly Area[] | null): string {
  return areas === null ? text.withheld : text.hidden(areas.length);
}

/** A decision that came after the one that stood on the screen. */
export function newerThan({ clearance }: UnitPhoto, seen: number): ClearanceView | null {
  return clearance !== null && clearance.number > seen ? clearance : null;
}
