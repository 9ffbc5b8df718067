import * as z from 'zod/mini';

import { storable } from './text.ts';

/**
 * Berita acara kunjungan: who was there, with which letter, who was met, what was handed over, what the unit says, and its
 * signature. People of the unit appear by their post, not by name.
 */

const Line = z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(200));
const Prose = z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(2_000));
const LocalDate = z.iso.date();
/** “09:30”, by the clock of the place. */
const LocalTime = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));

/** The field that is signed, in the units of its strokes. */
export const SIGNATURE_WIDTH = 600;
export const SIGNATURE_HEIGHT = 200;

/** Strokes of a pen: the points of one stroke one after the other, x and y in turn. */
export const Signature = z.strictObject({
  strokes: z
    .array(z.array(z.int().check(z.minimum(0), z.maximum(SIGNATURE_WIDTH))).check(z.minLength(2), z.maxLength(2_000)))
    .check(z.minLength(1), z.maxLength(60)),
  /** Of the person who signed: “Kepala Puskesmas”. */
  post: Line,
  /** By the device’s clock. */
  at: z.iso.datetime({ precision: 3 }),
});
export type Signature = z.infer<typeof Signature>;

export const Visit = z.strictObject({
  date: LocalDate,
  from: LocalTime,
  /** Null while the visit goes on. */
  until: z.nullable(LocalTime),
  letter: z.strictObject({ number: z.nullable(Line), date: z.nullable(LocalDate) }),
  /** Names of the team that was there. */
  team: z.array(Line).check(z.maxLength(10)),
  /** Posts of the people met. */
  met: z.array(Line).check(z.maxLength(30)),
  /** Copies and things that changed hands, one per line. */
  handedOver: z.array(Line).check(z.maxLength(30)),
  /** What the unit wants written down. */
  unitRemarks: z.nullable(Prose),
  /** Why nobody of the unit signed; null where somebody did, or not yet. */
  unsignedReason: z.nullable(Prose),
  signature: z.nullable(Signature),
});
export type Visit = z.infer<typeof Visit>;
