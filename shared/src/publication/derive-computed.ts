import type { NumberedKind } from '../domain/answer.ts';
import type { Indicator, Instrument } from '../domain/instrument.ts';
import { formatPoints, parsePoints } from '../domain/points.ts';
import { explainUnit } from '../scoring/breakdown.ts';
import type { ScoringPlan } from '../scoring/compile.ts';
import { rollUpUnits } from '../scoring/government.ts';
import type { MergedIndicator, MergedUnit } from '../scoring/outcome.ts';
import { rankAll } from '../scoring/rankings.ts';
import { scoreMergedUnit } from '../scoring/unit.ts';
import { bandOf } from '../scoring/zones.ts';
import { publishedRules } from './bands.ts';
import { rowCounts } from './counts.ts';
import { bandNames, byPlaceInList } from './derive.ts';
import type {
  AssessedUnit,
  ComputedRow,
  FoundSubjects,
  PublishedGovernment,
  PublishedLevel,
  UnassessedUnit,
} from './computed-rows.ts';
import type { ComputedPayload } from './payload.ts';

/**
 * Everything in a computed publication that follows from its merged levels: indicator → unit → government → zone → rank →
 * counts. The publisher writes it by these functions and everybody who verifies recomputes it by them.
 */

export type SourceUnit = Pick<AssessedUnit, 'id' | 'name' | 'kind' | 'status' | 'products' | 'levels'> | UnassessedUnit;

export interface SourceGovernment {
  readonly government: PublishedGovernment;
  readonly levels: readonly PublishedLevel[];
  readonly units: readonly SourceUnit[];
}

export interface ComputedSource {
  readonly plan: ScoringPlan;
  readonly governments: readonly SourceGovernment[];
  /** Governments that should be in the list and have no units in the period. */
  readonly missing: readonly PublishedGovernment[];
}

export type DerivedComputed = Pick<ComputedPayload, 'rows' | 'notAssessed' | 'missing' | 'coverage' | 'counts'>;

/** Where the expected number of a computed list comes from. */
export const EXPECTED_SOURCE = 'Jumlah kabupaten/kota menurut data wilayah (kode Kemendagri)';

/** Throws a RangeError where merged levels give no score: too few of them, or ones that cannot be. */
export function deriveComputed({ plan, governments, missing }: ComputedSource): DerivedComputed {
  const scored = governments.filter(isAssessed).map((government) => scoredRow(plan, government));
  const complete = missing.length === 0;
  const ranks = complete ? ranksOf(scored) : new Map<string, number | null>();
  const rows = scored.map((row) => ({ ...row, rank: ranks.get(row.government.code) ?? null })).toSorted(byPlaceInList);
  const withProvince = rows.some(({ government }) => government.kind === 'province');
  return {
    rows,
    notAssessed: governments
      .filter((entry) => !isAssessed(entry))
      .map(unassessedRow)
      .toSorted(byCode),
    missing: missing.toSorted((a, b) => byText(a.code, b.code)),
    coverage: {
      scope: withProvince ? 'regencies-cities-and-province' : 'regencies-and-cities',
      known: rows.length,
      expected: rows.length + missing.length,
      complete,
      source: EXPECTED_SOURCE,
    },
    counts: rowCounts(rows, bandNames(publishedRules(plan.instrument)), complete),
  };
}

/** Merged levels in the form that scoring reads. */
export function mergedOf(levels: readonly PublishedLevel[]): readonly MergedIndicator[] {
  return levels.map((level) =>
    'n' in level
      ? { kind: 'merged', indicatorId: level.indicator, sum: level.sum, n: level.n }
      : { kind: 'not-applicable', indicatorId: level.indicator, reasons: [] },
  );
}

/** Merged levels in the form that is published: a reason in words stays behind. */
export function publishedLevels(indicators: readonly MergedIndicator[]): PublishedLevel[] {
  return indicators.map((entry) =>
    entry.kind === 'merged'
      ? { indicator: entry.indicatorId, sum: entry.sum, n: entry.n }
      : { indicator: entry.indicatorId, notApplicable: true },
  );
}

/** Everything about a unit that follows from its merged levels. */
export function derivedUnit(
  plan: ScoringPlan,
  { kind, products, levels }: Pick<AssessedUnit, 'kind' | 'products' | 'levels'>,
): Pick<AssessedUnit, 'subjects' | 'parts' | 'score'> {
  const merged: MergedUnit = { products, indicators: mergedOf(levels) };
  const result = scoreMergedUnit(plan, merged);
  if (result.kind !== 'scored') throw new RangeError(`The merged levels of a unit give no score (${result.kind})`);
  const { lines } = explainUnit(plan, { merged });
  return {
    subjects: foundSubjects(plan, kind, merged),
    parts: lines.map((line) => ({ id: line.id, points: 'display' in line ? formatPoints(line.display) : null })),
    score: formatPoints(result.score),
  };
}

/** The government's score from its units' scores, as text. */
export function governmentScore(
  plan: ScoringPlan,
  units: ComputedRow['units'],
  levels: readonly PublishedLevel[],
): string {
  const byProducts = plan.instrument.rules.rollUp.unitWeight === 'products';
  const assessed = units.flatMap((unit) =>
    unit.status === 'assessed'
      ? [{ unitId: unit.id, score: parsePoints(unit.score), weight: byProducts ? unit.products : 1 }]
      : [],
  );
  const result = rollUpUnits(plan, assessed, mergedOf(levels));
  if (result.kind !== 'scored') throw new RangeError(`The units of a government give no score (${result.kind})`);
  return formatPoints(result.score);
}

/** Band and zone of a score; null where the year has no bands for the kind of government. */
export function bandAndZone(
  instrument: Instrument,
  { kind }: PublishedGovernment,
  score: string,
): Pick<ComputedRow, 'band' | 'zone'> {
  const band = bandOf(instrument, kind, parsePoints(score));
  return { band: band?.band ?? null, zone: band?.zone ?? null };
}

function isAssessed({ units }: SourceGovernment): boolean {
  return units.some(({ status }) => status === 'assessed');
}

function scoredRow(plan: ScoringPlan, { government, levels, units }: SourceGovernment): Omit<ComputedRow, 'rank'> {
  const derived = units
    .map((unit) => (unit.status === 'assessed' ? { ...unit, ...derivedUnit(plan, unit) } : unit))
    .toSorted(byName);
  const score = governmentScore(plan, derived, levels);
  return { government, score, ...bandAndZone(plan.instrument, government, score), levels: [...levels], units: derived };
}

function unassessedRow({ government, units }: SourceGovernment): ComputedPayload['notAssessed'][number] {
  return { government, units: units.flatMap((unit) => (unit.status === 'assessed' ? [] : [unit])).toSorted(byName) };
}

/** Among regencies and cities only: the provincial government stands apart. */
function ranksOf(rows: readonly Omit<ComputedRow, 'rank'>[]): ReadonlyMap<string, number | null> {
  const entries = rows
    .filter(({ government }) => government.kind !== 'province')
    .map(({ government, score }) => ({ code: government.code, score: parsePoints(score) }));
  return new Map(rankAll(entries).map(({ code, rank }) => [code, rank]));
}

function foundSubjects({ instrument, indicators }: ScoringPlan, unitKind: string, merged: MergedUnit): FoundSubjects[] {
  const counted = new Map(
    merged.indicators.flatMap((entry) => (entry.kind === 'merged' ? [[entry.indicatorId, entry.n]] : [])),
  );
  return instrument.rules.subjects.map(({ subject, target, targetPerUnitKind = {} }) => {
    const ofKind = indicators.map(({ indicator }) => indicator).filter((indicator) => showsCount(indicator, subject));
    const seen = ofKind.flatMap(({ id }) => counted.get(id) ?? []);
    const most = seen.length === 0 ? null : Math.max(...seen);
    const found = subject === 'product' ? merged.products : most;
    const goal = new Map<string, number>(Object.entries(targetPerUnitKind)).get(unitKind) ?? target;
    return { subject, found, target: goal, belowTarget: found === null ? null : found < goal };
  });
}

/** Only a mean counts everybody: the lowest and the latest level are of one. */
export function showsCount(indicator: Indicator, subject: NumberedKind): boolean {
  return indicator.subject === subject && indicator.merge === 'mean';
}

function byName(
  a: { readonly name: string; readonly id: string },
  b: { readonly name: string; readonly id: string },
): number {
  return byText(a.name, b.name) || byText(a.id, b.id);
}

function byCode(
  a: { readonly government: PublishedGovernment },
  b: { readonly government: PublishedGovernment },
): number {
  return byText(a.government.code, b.government.code);
}

function byText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
