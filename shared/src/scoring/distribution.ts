/**
 * How users answered, without telling what one of them said. The answers of few people are the answers of somebody: in a
 * small office the leadership remembers who came that day.
 */

/** A level that one to four users chose could point at them (the smallest cell that official statistics publish). */
export const SMALLEST_CELL = 5;

/**
 * How many chose each level, from 0 to the maximum; null unless every level was chosen by nobody or by at least five.
 *
 * It is all or nothing because the merged level of the same indicator is published as its sum and its number of users:
 * with both, a single suppressed cell could be solved for from the others.
 */
export function distributionOf(levels: readonly number[], maximum: number): readonly number[] | null {
  const counts = Array.from({ length: maximum + 1 }, (_, level) => levels.filter((chosen) => chosen === level).length);
  return counts.every((count) => count === 0 || count >= SMALLEST_CELL) ? counts : null;
}
