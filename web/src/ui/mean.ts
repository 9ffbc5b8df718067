import { formatCount } from './number.ts';
import { pointsText } from './points.ts';

/** A mean of scores taken apart in front of the reader; all in hundredths of a point unless said otherwise. */
export interface MeanParts {
  /** Σ score × weight. */
  readonly sum: number;
  /** Σ weight: how many scores, where each counts once. */
  readonly count: number;
  /** The mean with four decimals, cut off and not rounded, in ten-thousandths of a point. */
  readonly cut: number;
  /** Whether more decimals follow the four. */
  readonly goesOn: boolean;
  /** Rounded half up to two decimals, as it is published. */
  readonly rounded: number;
}

interface Weighted {
  readonly score: number;
  readonly weight: number;
}

/** Undefined where nothing is counted. */
export function meanParts(scores: readonly Weighted[]): MeanParts | undefined {
  const count = scores.reduce((total, { weight }) => total + weight, 0);
  if (count === 0) return undefined;
  const sum = scores.reduce((total, { score, weight }) => total + score * weight, 0);
  return {
    sum,
    count,
    cut: Math.floor((sum * 100) / count),
    goesOn: (sum * 100) % count !== 0,
    rounded: Math.floor((2 * sum + count) / (2 * count)),
  };
}

/** "655,96 ÷ 7 ≈ 93,7086 → 93,71". */
export function meanSentence(parts: MeanParts): string {
  return `${quotientSentence(parts)} → ${pointsText(parts.rounded)}`;
}

/** "655,96 ÷ 7 ≈ 93,7086", where the mean is not rounded itself but goes on into another sum. */
export function quotientSentence(parts: MeanParts): string {
  return `${sumText(parts.sum)} ÷ ${formatCount(parts.count)} ${fourDecimals(parts)}`;
}

/**
 * Four decimals that lead to the right two: rounded where that does, else cut off with dots (77.99496 is 77,9949… and not
 * 77,9950, which would look as if it rounded to 78,00).
 */
function fourDecimals({ sum, count, cut, goesOn, rounded }: MeanParts): string {
  if (!goesOn) return `= ${tenThousandths(cut)}`;
  const nearest = Math.floor((200 * sum + count) / (2 * count));
  return Math.floor((nearest + 50) / 100) === rounded ? `≈ ${tenThousandths(nearest)}` : `= ${tenThousandths(cut)}…`;
}

function tenThousandths(value: number): string {
  const digits = String(value).padStart(5, '0');
  return `${digits.slice(0, -4)},${digits.slice(-4)}`;
}

/** Hundredths of a point as text; a sum may be far above 100 points. */
export function sumText(hundredths: number): string {
  return `${formatCount(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, '0')}`;
}
