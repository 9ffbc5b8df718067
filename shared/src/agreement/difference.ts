/** How one person's levels lie beside those of others who looked at the same things. */
export interface Leaning {
  /** Mean of own minus other level, in levels: +0.4 is “nearly half a level higher”. */
  readonly mean: number;
  /** Things both rated. */
  readonly things: number;
  /** Of them, those with the same level. */
  readonly same: number;
}

export interface Pair {
  readonly own: number;
  readonly other: number;
}

/** Of fewer things nobody is told a leaning: one quarrel about one indicator is none. */
export const FEWEST_PAIRS = 20;

/** Undefined where too few things were rated by both. */
export function leaningOf(pairs: readonly Pair[]): Leaning | undefined {
  if (pairs.length < FEWEST_PAIRS) return undefined;
  const total = pairs.reduce((sum, { own, other }) => sum + own - other, 0);
  return {
    mean: total / pairs.length,
    things: pairs.length,
    same: pairs.filter(({ own, other }) => own === other).length,
  };
}
