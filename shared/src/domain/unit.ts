import * as z from 'zod/mini';

import { ONE_LINE } from './text.ts';

/** A permanent unit: what may be written down about it by hand or in a file. */

/**
 * How a name or an address begins: never like a formula, so that no table it is copied into runs it, and never with an
 * apostrophe, which spreadsheets take away.
 */
const HARMLESS_START = /^[^=+\-@'＝＋－＠\s]/u;

const line = (least: number, most: number) =>
  z.string().check(z.trim(), z.minLength(least), z.maxLength(most), z.regex(ONE_LINE), z.regex(HARMLESS_START));

export const UnitName = line(3, 150);
export const UnitAddress = line(3, 300);

/** In millionths of a degree; nothing that is assessed lies outside of Indonesia. */
export const INDONESIA = {
  latitude: { least: -11_200_000, most: 6_400_000 },
  longitude: { least: 94_800_000, most: 141_200_000 },
} as const;

export const UnitCoordinates = z.strictObject({
  latitude: z.int().check(z.minimum(INDONESIA.latitude.least), z.maximum(INDONESIA.latitude.most)),
  longitude: z.int().check(z.minimum(INDONESIA.longitude.least), z.maximum(INDONESIA.longitude.most)),
});
export type UnitCoordinates = z.infer<typeof UnitCoordinates>;

/**
 * Two names that differ only in capitals, spaces and what nobody sees are the same name: characters without a width, and those
 * that look like others only because of where they were copied from.
 */
export function sameName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replaceAll(/\s+/gu, ' ')
    .toLocaleLowerCase('id');
}

/** What happened to a unit in its life. */
export const UNIT_EVENTS = ['registered', 'renamed', 'moved', 'split', 'closed', 'reopened'] as const;
export const UnitEventKind = z.enum(UNIT_EVENTS);
export type UnitEventKind = z.infer<typeof UnitEventKind>;
