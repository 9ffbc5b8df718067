import { formatPoints, parsePoints } from '../domain/points.ts';
import { meanHalfUp } from '../scoring/rounding.ts';
import { bandsFor } from './bands.ts';
import { at, firstIn, firstOf, recomputed, unless } from './comparison.ts';
import { deriveImported } from './derive.ts';
import { type Difference, type Place, shown } from './difference.ts';
import type { ImportedPayload, PublishedRow } from './payload.ts';

/** Rows, their order, coverage and counts of an imported list against what follows from the published values in it. */
export function rowsDifference(payload: ImportedPayload): Difference | undefined {
  const seen = new Set<string>();
  return firstOf(
    () => firstIn(payload.rows, (row, index) => sourceDifference(row, index, payload, seen)),
    () => derivedDifference(payload),
  );
}

/** What must hold of a row's published values before anything can be derived from them. */
function sourceDifference(
  row: PublishedRow,
  index: number,
  { scope, rules }: ImportedPayload,
  seen: Set<string>,
): Difference | undefined {
  const { code, kind } = row.government;
  const place = placesIn(row, index);
  const isNew = !seen.has(code);
  seen.add(code);
  return firstOf(
    () => unless(code.startsWith(scope.code), place('government.code'), code, 'in-the-province'),
    () => unless((code.length === 2) === (kind === 'province'), place('government.kind'), kind, 'kind-matches-code'),
    () => unless(isNew, place('government.code'), code, 'once-per-list'),
    () => unless(isKnown(row), place('score'), row.score, 'something-known'),
    () =>
      unless(
        row.band === null || bandsFor(rules.bands, kind).some(({ band }) => band === row.band),
        place('band'),
        row.band,
        'band-of-the-year',
      ),
    () => oneFormOf(place('score'), row.score),
    () => unitsDifference(row, place, rules.unitWeight),
  );
}

function isKnown({ score, band, zone }: PublishedRow): boolean {
  return score !== null || band !== null || zone !== null;
}

function oneFormOf(place: Place, score: string | null): Difference | undefined {
  return score === null ? undefined : recomputed(place, score, formatPoints(parsePoints(score)));
}

/** A government's score is the mean of its units' rounded scores; weighing them by products needs figures not in the file. */
function unitsDifference(
  { units, score }: PublishedRow,
  place: (path: string) => Place,
  unitWeight: ImportedPayload['rules']['unitWeight'],
): Difference | undefined {
  if (units === null) return undefined;
  return firstOf(
    () => unless(unitWeight === 'equal', place('units'), units.length, 'units-need-products'),
    () => firstIn(units, (unit, index) => oneFormOf(place(`units[${index}].score`), unit.score)),
    () => {
      const mean = meanHalfUp(units.map((unit) => ({ score: parsePoints(unit.score), weight: 1 })));
      return recomputed(place('score'), score, formatPoints(mean));
    },
  );
}

function derivedDifference(payload: ImportedPayload): Difference | undefined {
  const derived = deriveImported(payload);
  const expected = new Map(derived.rows.map((row) => [row.government.code, row]));
  const { coverage } = derived;
  return firstOf(
    () => firstIn(payload.rows, (row, index) => rowDifference(row, index, expected.get(row.government.code))),
    () => firstIn(payload.rows, (row, index) => orderDifference(row, index, derived.rows[index])),
    () => recomputed(at('coverage'), payload.coverage, coverage),
    () =>
      unless(
        coverage.expected === null || coverage.known <= coverage.expected,
        at('coverage.known'),
        coverage.known,
        'not-more-than-expected',
      ),
    () => recomputed(at('counts'), payload.counts, derived.counts),
  );
}

function rowDifference(row: PublishedRow, index: number, expected: PublishedRow | undefined): Difference | undefined {
  const place = placesIn(row, index);
  const fields = ['band', 'zone', 'rank', 'rankRange'] as const;
  return firstOf(...fields.map((field) => () => recomputed(place(field), row[field], expected?.[field])));
}

function orderDifference(row: PublishedRow, index: number, expected: PublishedRow | undefined): Difference | undefined {
  if (row.government.code === expected?.government.code) return undefined;
  return { problem: 'order', index, found: shown(row.government.name), expected: shown(expected?.government.name) };
}

function placesIn(row: PublishedRow, index: number): (path: string) => Place {
  return (path) => ({ row: { index, name: row.government.name }, path });
}
