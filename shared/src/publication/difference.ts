import { assertNever } from '../domain/assert-never.ts';

/** What verification found, as data: the command says it in English, a page in Indonesian. */

/** Where in a publication: a row is named by its government too. */
export interface Place {
  readonly row: { readonly index: number; readonly name: string } | null;
  /** Path in the payload, or in the row or unit where one is named. */
  readonly path: string;
  readonly unit?: { readonly index: number; readonly name: string };
}

/** Where on the way from merged levels to the public list a computed publication stops following from itself. */
export const STEPS = ['indicator', 'unit', 'government', 'zone', 'rank', 'counts'] as const;
export type Step = (typeof STEPS)[number];

interface OnTheWay {
  /** Of a computed publication; everything below this step holds. */
  readonly step?: Step;
}

/** Sentences that hold for every publication although no figure is computed for them. */
export const CONTENT_RULES = {
  'id-of-scope-and-year': 'the id must name the scope and the year',
  'replaces-an-earlier-one': 'a correction replaces an earlier publication of the same scope and year',
  'kind-in-one-table': 'a kind of government has one list of bands',
  'band-named-once': 'a band is named once in its list',
  'bands-descend': 'bands stand highest first and the last one begins at 0.00',
  'in-the-province': 'the government must stand in the province of the publication',
  'kind-matches-code': 'a province has two digits, a regency or city four',
  'once-per-list': 'it may stand in the list only once',
  'something-known': 'a row has a score, a band or a zone',
  'band-of-the-year': 'it must be one of the bands of the year',
  'not-more-than-expected': 'more governments are known than were expected',
  'counts-add-up': 'the zones must add up to the assessed',
  'units-need-products': 'the units’ products are not in the file, so the score cannot be recomputed from units',
  'decree-before-publication': 'the decree must not be younger than the publication',
  'instrument-of-the-year': 'it must be an instrument of the year',
  'instrument-scores': 'the instrument contradicts itself, so nothing can be scored by it',
  'unit-once': 'a unit, and its name in a government, may stand in the list only once',
  'some-unit-assessed': 'a government in the rows has an assessed unit, any other stands in notAssessed',
  'level-possible':
    'the sum must lie between 0 and n times the maximum, n must be 1 where one level counts, and an indicator that may not be skipped must be there',
  'levels-in-order': 'the levels must be those of the instrument, once each, in its order',
  'products-fit': 'the products must be as many as the levels of their indicators say',
  'audit-of-both-offices': 'the audit heads are of the national office and of the province, once each',
} as const;
export type ContentRule = keyof typeof CONTENT_RULES;

export type Difference =
  | { readonly problem: 'too-large'; readonly limit: number }
  | { readonly problem: 'not-utf8' | 'byte-order-mark' }
  | { readonly problem: 'not-json' | 'unreadable'; readonly reason: string }
  | { readonly problem: 'missing'; readonly path: string }
  | { readonly problem: 'not-allowed' | 'unknown-field'; readonly path: string; readonly found: string }
  | { readonly problem: 'not-canonical'; readonly position: number; readonly found: string; readonly expected: string }
  | (OnTheWay & {
      readonly problem: 'recomputed';
      readonly at: Place;
      readonly found: string;
      readonly expected: string;
    })
  | (OnTheWay & { readonly problem: 'rule'; readonly at: Place; readonly found: string; readonly rule: ContentRule })
  | (OnTheWay & {
      readonly problem: 'order';
      readonly index: number;
      readonly found: string;
      readonly expected: string;
    })
  | { readonly problem: 'hash'; readonly found: string; readonly expected: string }
  | { readonly problem: 'signature'; readonly keyId: string }
  | { readonly problem: 'key'; readonly found: string; readonly expected: string };

/** The step at which a computed publication first differs; undefined where the difference is of another kind. */
export function stepOf(difference: Difference): Step | undefined {
  return 'step' in difference ? difference.step : undefined;
}

/** One sentence, without a full stop: `rows[3] Kabupaten Belu: rank is 5, recomputed 4`. */
export function inEnglish(difference: Difference): string {
  const step = stepOf(difference);
  return step === undefined ? sentence(difference) : `differs first at the step ${step}: ${sentence(difference)}`;
}

function sentence(difference: Difference): string {
  switch (difference.problem) {
    case 'too-large':
      return `the file is larger than ${difference.limit / 1_000_000} MB`;
    case 'not-utf8':
      return 'the bytes are not valid UTF-8';
    case 'byte-order-mark':
      return 'the file begins with a byte order mark';
    case 'not-json':
      return `the file is not JSON: ${difference.reason}`;
    case 'unreadable':
      return `the file cannot be judged: ${difference.reason}`;
    case 'missing':
      return `${difference.path} is missing`;
    case 'not-allowed':
      return `${difference.path} is ${difference.found}, which the format does not allow`;
    case 'unknown-field':
      return `${difference.path} has a field that the format does not know: ${difference.found}`;
    case 'not-canonical':
      return `the bytes are not canonical (RFC 8785): character ${difference.position + 1} is ${difference.found}, expected ${difference.expected}`;
    case 'recomputed':
      return `${placeInWords(difference.at)} is ${difference.found}, recomputed ${difference.expected}`;
    case 'rule':
      return `${placeInWords(difference.at)} is ${difference.found}: ${CONTENT_RULES[difference.rule]}`;
    case 'order':
      return `rows[${difference.index}] is ${difference.found}, but by rank, score and zone ${difference.expected} stands here`;
    case 'hash':
      return `hash is ${difference.found}, recomputed ${difference.expected}`;
    case 'signature':
      return `the signature is not one of this hash by the key ${difference.keyId}`;
    case 'key':
      return `the key is ${difference.found}, but the trusted key is ${difference.expected}`;
    default:
      return assertNever(difference);
  }
}

function placeInWords({ row, unit, path }: Place): string {
  const inUnit = unit === undefined ? path : `units[${unit.index}] ${shownText(unit.name)}: ${path}`;
  return row === null ? inUnit : `rows[${row.index}] ${shownText(row.name)}: ${inUnit}`;
}

const LONGEST = 200;

/** A value as JSON writes it, cut where it is long; a foreign file can print nothing that steers a terminal. */
export function shown(value: unknown): string {
  return value === undefined ? 'missing' : shownText(JSON.stringify(value));
}

function shownText(text: string): string {
  const visible = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escaped);
  return visible.length <= LONGEST ? visible : `${visible.slice(0, LONGEST)}…`;
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}
