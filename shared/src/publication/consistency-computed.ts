import { checkInstrument } from '../domain/instrument-check.ts';
import { compileInstrument, type ScoringPlan } from '../scoring/compile.ts';
import type { ComputedRow, ComputedUnit } from './computed-rows.ts';
import { at, firstIn, firstOf, recomputed, unless } from './comparison.ts';
import { levelsDifference, unitLevelsDifference } from './consistency-levels.ts';
import { bandAndZone, derivedUnit, deriveComputed, governmentScore } from './derive-computed.ts';
import { type Difference, type Place, shown, type Step } from './difference.ts';
import { instrumentContentHash } from './hash.ts';
import type { ComputedPayload } from './payload.ts';
import { computedTitle } from './titles.ts';

/**
 * A computed publication against what follows from its own merged levels and instrument, step by step over the whole list:
 * what is reported first is the lowest step that does not hold, because everything above it then cannot.
 */
export function computedDifference(payload: ComputedPayload): Difference | undefined {
  return firstOf(
    () => headDifference(payload),
    () => instrumentDifference(payload),
    () => listDifference(payload),
    () => stepsDifference(payload, compileInstrument(payload.instrument.content)),
  );
}

function headDifference({
  chain,
  title,
  year,
  scope,
  decree,
  publishedAt,
  auditHeads,
}: ComputedPayload): Difference | undefined {
  const offices = auditHeads.map(({ office }) => office);
  const right =
    new Set(offices).size === offices.length && offices.every((office) => office === 'pusat' || office === scope.code);
  return firstOf(
    () => recomputed(at('title'), title, computedTitle(chain, year, scope.name)),
    () => unless(decree.date <= latestDateAt(publishedAt), at('decree.date'), decree.date, 'decree-before-publication'),
    () => unless(right, at('auditHeads'), offices, 'audit-of-both-offices'),
  );
}

const EAST_OF_UTC_MS = 9 * 3_600_000;

/** The date it then was in the east of the country, where the day begins first. */
function latestDateAt(moment: string): string {
  return new Date(Date.parse(moment) + EAST_OF_UTC_MS).toISOString().slice(0, 10);
}

function instrumentDifference({ instrument, year }: ComputedPayload): Difference | undefined {
  const { content, ...named } = instrument;
  const { id, version } = content;
  const [problem] = checkInstrument(content);
  return firstOf(
    () => recomputed(at('instrument'), named, { id, version, contentHash: instrumentContentHash(content) }),
    () => unless(content.years.includes(year), at('instrument.content.years'), content.years, 'instrument-of-the-year'),
    () => unless(problem === undefined, at('instrument.content'), problem, 'instrument-scores'),
  );
}

/** Who stands in the list, before anything is computed. */
function listDifference({ scope, rows, notAssessed, missing }: ComputedPayload): Difference | undefined {
  const seen = new Set<string>();
  const entries = [
    ...rows.map((row, index) => ({ ...row, place: placesIn(row, index) })),
    ...notAssessed.map((row, index) => ({ ...row, place: (path: string) => at(`notAssessed[${index}].${path}`) })),
    ...missing.map((government, index) => ({
      government,
      units: [],
      place: (path: string) => at(`missing[${index}].${path}`),
    })),
  ];
  return firstIn(entries, ({ government: { code, kind }, units, place }) => {
    const isNew = !seen.has(code);
    seen.add(code);
    return firstOf(
      () => unless(code.startsWith(scope.code), place('government.code'), code, 'in-the-province'),
      () => unless((code.length === 2) === (kind === 'province'), place('government.kind'), kind, 'kind-matches-code'),
      () => unless(isNew, place('government.code'), code, 'once-per-list'),
      () => unitsDifference(units, place, seen),
    );
  });
}

function unitsDifference(
  units: readonly Pick<ComputedUnit, 'id' | 'name'>[],
  place: (path: string) => Place,
  seen: Set<string>,
): Difference | undefined {
  const names = units.map(({ name }) => name);
  return firstOf(
    () => unless(new Set(names).size === names.length, place('units'), names, 'unit-once'),
    () =>
      firstIn(units, ({ id }, index) => {
        const isNew = !seen.has(id);
        seen.add(id);
        return unless(isNew, place(`units[${index}].id`), id, 'unit-once');
      }),
  );
}

function stepsDifference(payload: ComputedPayload, plan: ScoringPlan): Difference | undefined {
  const { rows } = payload;
  const eachRow = (
    check: (row: ComputedRow, place: (path: string) => Place, index: number) => Difference | undefined,
  ) => firstIn(rows, (row, index) => check(row, placesIn(row, index), index));
  const eachUnit = (check: (unit: ComputedUnit, place: (path: string) => Place) => Difference | undefined) =>
    firstIn(rows, (row, index) =>
      firstIn(row.units, (unit, position) => check(unit, placesInUnit(row, index, unit, position))),
    );
  return firstOf(
    () => onStep('indicator', () => eachUnit((unit, place) => unitLevelsDifference(plan, unit, place))),
    () =>
      onStep('indicator', () =>
        eachRow(({ levels, units }, place) =>
          firstOf(
            () =>
              unless(
                units.some(({ status }) => status === 'assessed'),
                place('units'),
                units.length,
                'some-unit-assessed',
              ),
            () => levelsDifference(plan, levels, place, ({ subject }) => subject === 'government'),
          ),
        ),
      ),
    () => onStep('unit', () => eachUnit((unit, place) => unitDifference(plan, unit, place))),
    () =>
      onStep('government', () =>
        eachRow(({ score, units, levels }, place) =>
          recomputed(place('score'), score, governmentScore(plan, units, levels)),
        ),
      ),
    () =>
      onStep('zone', () =>
        eachRow(({ government, score, band, zone }, place) => {
          const expected = bandAndZone(plan.instrument, government, score);
          return firstOf(
            () => recomputed(place('band'), band, expected.band),
            () => recomputed(place('zone'), zone, expected.zone),
          );
        }),
      ),
    () => listStepsDifference(payload, plan),
  );
}

function unitDifference(plan: ScoringPlan, unit: ComputedUnit, place: (path: string) => Place): Difference | undefined {
  if (unit.status === 'not-assessed') return undefined;
  const { subjects, parts, score } = derivedUnit(plan, unit);
  return firstOf(
    () => recomputed(place('score'), unit.score, score),
    () => recomputed(place('parts'), unit.parts, parts),
    () => recomputed(place('subjects'), unit.subjects, subjects),
  );
}

/** What only the whole list decides: ranks, order, coverage and counts. */
function listStepsDifference(payload: ComputedPayload, plan: ScoringPlan): Difference | undefined {
  const { rows, notAssessed, missing, coverage, counts } = payload;
  const derived = deriveComputed({
    plan,
    governments: [...rows, ...notAssessed.map((row) => ({ ...row, levels: [] }))],
    missing,
  });
  const expected = new Map(derived.rows.map((row) => [row.government.code, row]));
  return firstOf(
    () =>
      onStep('rank', () =>
        firstIn(rows, (row, index) =>
          recomputed(placesIn(row, index)('rank'), row.rank, expected.get(row.government.code)?.rank),
        ),
      ),
    () => onStep('rank', () => firstIn(rows, (row, index) => orderDifference(row, index, derived.rows[index]))),
    () => onStep('counts', () => recomputed(at('notAssessed'), notAssessed, derived.notAssessed)),
    () => onStep('counts', () => recomputed(at('missing'), missing, derived.missing)),
    () => onStep('counts', () => recomputed(at('coverage'), coverage, derived.coverage)),
    () => onStep('counts', () => recomputed(at('counts'), counts, derived.counts)),
  );
}

function orderDifference(row: ComputedRow, index: number, expected: ComputedRow | undefined): Difference | undefined {
  const { code, name } = row.government;
  if (code !== expected?.government.code) {
    return { problem: 'order', index, found: shown(name), expected: shown(expected?.government.name) };
  }
  const names = (units: readonly ComputedUnit[] | undefined) => (units ?? []).map((unit) => unit.name);
  return recomputed(placesIn(row, index)('units'), names(row.units), names(expected.units));
}

function onStep(step: Step, check: () => Difference | undefined): Difference | undefined {
  const difference = check();
  return difference?.problem === 'recomputed' || difference?.problem === 'rule' || difference?.problem === 'order'
    ? { ...difference, step }
    : difference;
}

function placesIn({ government: { name } }: Pick<ComputedRow, 'government'>, index: number): (path: string) => Place {
  return (path) => ({ row: { index, name }, path });
}

function placesInUnit(
  row: ComputedRow,
  index: number,
  { name }: ComputedUnit,
  position: number,
): (path: string) => Place {
  return (path) => ({ ...placesIn(row, index)(path), unit: { index: position, name } });
}
