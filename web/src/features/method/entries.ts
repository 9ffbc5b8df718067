import type { CalculatorEntries } from '@patuh/shared/contracts/pages';
import type { Indicator } from '@patuh/shared/domain/instrument';
import { type Hundredths, hundredths } from '@patuh/shared/domain/points';

/** What a reader chose for one indicator. */
export type Choice = { readonly kind: 'level'; readonly level: number } | { readonly kind: 'not-applicable' };

/** In an address: `n.maklumat=2`, `n.pelayanan-terpadu=-`. */
export const NOT_APPLICABLE = '-';
/** Names in the form and the address: levels `n.maklumat`, unit scores `u.1=95,32`, their products `p.1=3`. */
export const LEVEL_PREFIX = 'n.';
export const UNIT_PREFIX = 'u.';
export const PRODUCTS_PREFIX = 'p.';
/** Rows of the unit calculator; a regency has seven units. */
export const UNIT_ROWS = 10;

/** Reads the choices; what cannot be a level of the indicator counts as not chosen. */
export function readChoices(indicators: readonly Indicator[], entries: CalculatorEntries): ReadonlyMap<string, Choice> {
  const choices = new Map<string, Choice>();
  for (const indicator of indicators) {
    const choice = readChoice(indicator, entries[`${LEVEL_PREFIX}${indicator.id}`] ?? '');
    if (choice !== undefined) choices.set(indicator.id, choice);
  }
  return choices;
}

function readChoice({ maximum, notApplicable }: Indicator, text: string): Choice | undefined {
  if (text === NOT_APPLICABLE) return notApplicable ? { kind: 'not-applicable' } : undefined;
  if (!/^\d{1,2}$/.test(text)) return undefined;
  const level = Number(text);
  return level <= maximum ? { kind: 'level', level } : undefined;
}

/** A unit's score as typed, with what is wrong with it. */
export type UnitEntry =
  | { readonly kind: 'unit'; readonly row: number; readonly score: Hundredths; readonly products: number }
  | {
      readonly kind: 'not-a-score' | 'too-many-decimals' | 'out-of-range' | 'not-a-count';
      readonly row: number;
      readonly text: string;
    };

/** Reads the filled rows; an empty row is no unit. A missing number of products is 1. */
export function readUnits(entries: CalculatorEntries): readonly UnitEntry[] {
  const rows = Array.from({ length: UNIT_ROWS }, (_, index) => index + 1);
  return rows.flatMap((row): UnitEntry[] => {
    const text = (entries[`${UNIT_PREFIX}${row}`] ?? '').trim();
    if (text === '') return [];
    const score = readScore(text);
    if (typeof score === 'string') return [{ kind: score, row, text }];
    const products = (entries[`${PRODUCTS_PREFIX}${row}`] ?? '').trim();
    if (products !== '' && !/^[1-9]\d{0,3}$/.test(products)) return [{ kind: 'not-a-count', row, text: products }];
    return [{ kind: 'unit', row, score, products: products === '' ? 1 : Number(products) }];
  });
}

/** `95,32`, `95.32`, `95,3` or `95`; more than two decimals is an error, never rounded silently. */
export function readScore(text: string): Hundredths | 'not-a-score' | 'too-many-decimals' | 'out-of-range' {
  const match = /^(\d{1,6})(?:[.,](\d*))?$/.exec(text.trim());
  if (match === null) return 'not-a-score';
  const [, whole = '', decimals = ''] = match;
  if (decimals.length > 2) return 'too-many-decimals';
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return value > 10_000 ? 'out-of-range' : hundredths(value);
}

/** What belongs to the calculator: an address may carry anything else beside it. */
export function relevantEntries(entries: CalculatorEntries): CalculatorEntries {
  const prefixes = [LEVEL_PREFIX, UNIT_PREFIX, PRODUCTS_PREFIX];
  return Object.fromEntries(
    Object.entries(entries).filter(([name]) => prefixes.some((prefix) => name.startsWith(prefix))),
  );
}
