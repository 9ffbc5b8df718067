import { ZONES } from '../domain/zone.ts';
import { parsePoints } from '../domain/points.ts';
import { rankAll, type Ranked } from '../scoring/rankings.ts';
import { bandOf, type BandRules, type Extent } from '../scoring/zones.ts';
import { bandsFor, certainExtent, type PublishedRules, scoringRules } from './bands.ts';
import { rowCounts } from './counts.ts';
import type { Coverage, ImportedPayload, ListScope, PublishedRow } from './payload.ts';

/**
 * Everything in an imported publication that follows from what was published elsewhere: the publisher writes it by these
 * functions and everybody who verifies recomputes it by them.
 */

/** A row as it was published: without what follows from it. Band and zone are what the source printed, null if neither. */
export type SourceRow = Omit<PublishedRow, 'rank' | 'rankRange'>;

export interface ImportedSource {
  readonly rules: PublishedRules;
  readonly coverage: Pick<Coverage, 'scope' | 'expected' | 'source'>;
  readonly rows: readonly SourceRow[];
}

export type Derived = Pick<ImportedPayload, 'coverage' | 'counts' | 'rows'>;

/** Adds band, zone and rank to the rows, puts them in order, and counts them. The order of the given rows is of no matter. */
export function deriveImported({ rules, coverage, rows }: ImportedSource): Derived {
  const known = rows.filter((row) => isInScope(row, coverage.scope)).length;
  const complete = coverage.expected !== null && known === coverage.expected;
  const scoring = scoringRules(rules);
  const judged = rows.map((row) => ({ ...row, ...bandAndZoneOf(row, rules, scoring) }));
  const ranks = complete ? ranksOf(judged, rules) : new Map<string, Ranked>();
  return {
    coverage: { ...coverage, known, complete },
    counts: rowCounts(judged, bandNames(rules), complete),
    rows: judged.map((row) => withRank(row, ranks.get(row.government.code))).toSorted(byPlaceInList),
  };
}

/** A list of regencies and cities may hold the provincial government's row too, but it is not one of the expected. */
function isInScope({ government }: Pick<SourceRow, 'government'>, scope: ListScope): boolean {
  return scope === 'regencies-cities-and-province' || government.kind !== 'province';
}

/**
 * A score decides (`>=`, after rounding). Only between bands whose bound was never published the printed band knows better
 * than the assumed one. Without a score the printed band decides, and a government known by its zone only has the band if
 * no other band has that zone. What the year does not have gives null.
 */
export function bandAndZoneOf(
  { government, score, band, zone }: SourceRow,
  rules: PublishedRules,
  scoring: BandRules = scoringRules(rules),
): BandAndZone {
  const bands = bandsFor(rules.bands, government.kind);
  const printed = bands.find((entry) => entry.band === band);
  if (score !== null) {
    const points = parsePoints(score);
    if (printed !== undefined && isPossible(points, certainExtent(bands, printed))) return bandAndZone(printed);
    return bandAndZone(bandOf(scoring, government.kind, points));
  }
  if (band !== null) return bandAndZone(printed);
  const [only, another] = zone === null ? [] : bands.filter((entry) => entry.zone === zone);
  if (only === undefined) return bandAndZone(undefined);
  return { band: another === undefined ? only.band : null, zone };
}

type BandAndZone = Pick<PublishedRow, 'band' | 'zone'>;

function bandAndZone(band: BandAndZone | undefined): BandAndZone {
  return { band: band?.band ?? null, zone: band?.zone ?? null };
}

function isPossible(score: number, { lowest, highest }: Extent): boolean {
  return lowest <= score && score <= highest;
}

/** Among regencies and cities only: the provincial government stands apart. */
function ranksOf(rows: readonly SourceRow[], rules: PublishedRules): ReadonlyMap<string, Ranked> {
  const entries = rows
    .filter((row) => row.government.kind !== 'province')
    .map((row) => {
      const { code, kind } = row.government;
      if (row.score !== null) return { code, score: parsePoints(row.score) };
      return { code, score: null, ...certainExtent(bandsFor(rules.bands, kind), row) };
    });
  return new Map(rankAll(entries).map((ranked) => [ranked.code, ranked]));
}

function withRank(row: SourceRow, ranked: Ranked | undefined): PublishedRow {
  const range = ranked?.rankRange ?? null;
  return { ...row, rank: ranked?.rank ?? null, rankRange: range === null ? null : [range[0], range[1]] };
}

/** The bands of local governments; a band without rows is counted too, as 0. */
export function bandNames({ bands }: PublishedRules): readonly string[] {
  const local = bands.filter(({ kinds }) => kinds.some((kind) => kind !== 'ministry' && kind !== 'agency'));
  return local.flatMap((table) => table.bands.map(({ band }) => band));
}

type PlacedRow = Pick<PublishedRow, 'government' | 'score' | 'zone'>;

/**
 * Best first: by score, which is the order of ranks too, then by zone where no score is known, then by code; the
 * provincial government comes last.
 */
export function byPlaceInList(a: PlacedRow, b: PlacedRow): number {
  return (
    Number(a.government.kind === 'province') - Number(b.government.kind === 'province') ||
    scoreOrBelowAll(b) - scoreOrBelowAll(a) ||
    zonePlace(a) - zonePlace(b) ||
    Number(a.government.code > b.government.code) - Number(a.government.code < b.government.code)
  );
}

function scoreOrBelowAll({ score }: PlacedRow): number {
  return score === null ? -1 : parsePoints(score);
}

function zonePlace({ zone }: PlacedRow): number {
  return zone === null ? ZONES.length : ZONES.indexOf(zone);
}
