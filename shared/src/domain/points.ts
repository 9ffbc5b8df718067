import * as z from 'zod/mini';

/**
 * A score in hundredths of a point: the integer 9371 is 93.71 of 100. Published scores have two decimals, so
 * hundredths are exact where a float is not (`Math.round(1.005 * 100) / 100` is 1).
 */
export const Hundredths = z.int().check(z.minimum(0), z.maximum(10_000)).brand<'Hundredths'>();
export type Hundredths = z.infer<typeof Hundredths>;

/** A score as it travels: two decimals and a point, `"82.65"`. Screens show the Indonesian form, 82,65. */
export const PointsText = z.string().check(z.regex(/^(?:100\.00|\d{1,2}\.\d{2})$/));

/** Integer hundredths as a score; anything that is not an integer within 0–100 points throws a RangeError. */
export function hundredths(value: number): Hundredths {
  const parsed = Hundredths.safeParse(value);
  if (!parsed.success) throw new RangeError(`Not a score in hundredths of a point: ${value}`);
  return parsed.data;
}

/** `"93.71"` → 9371. Throws a RangeError on anything but the two-decimal form. */
export function parsePoints(text: string): Hundredths {
  if (!PointsText.safeParse(text).success) throw new RangeError(`Not a score with two decimals: ${text}`);
  return hundredths(Number(text.replace('.', '')));
}

/** 9371 → `"93.71"`. */
export function formatPoints(score: number): string {
  const digits = String(score).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
