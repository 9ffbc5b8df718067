import type {
  PreviousResult,
  PublicationSummary,
  Ranking,
  RankingRow,
  ThresholdComparison,
} from '@patuh/shared/contracts/rankings';
import { DEMO_MARK } from '@patuh/shared/domain/demo';
import { parsePoints } from '@patuh/shared/domain/points';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { bandsFor, opinionOf } from '@patuh/shared/publication/bands';
import type { PublicationFile, PublishedRow } from '@patuh/shared/publication/payload';

import { possibleZones, sameBands, zoneBy } from './old-bands.ts';
import type { PublishedList } from './published-list.ts';
import { type Reference, regenciesAndCities } from './reference.ts';

/** One province and year as it stands now: the newest publication of it and the instrument it was made by. */
export interface KnownList {
  readonly file: PublicationFile;
  readonly payload: PublishedList;
  readonly instrument: Instrument;
}

export function summaryOf(file: PublicationFile): PublicationSummary {
  const { id, publicationKind, publishedAt } = file.payload;
  return { id, publicationKind, hash: file.hash, publishedAt };
}

function correctionOf({ payload: { replaces } }: PublicationFile): Ranking['correction'] {
  return replaces === null ? null : { replaces: replaces.id, reason: replaces.reason };
}

export function methodOf(instrument: Instrument): { readonly id: string; readonly name: string } {
  return { id: instrument.method.id, name: instrument.method.name };
}

/** The list as the public reads it, with each government's newest earlier result. `earlier` is newest first. */
export function rankingView(
  list: KnownList,
  earlier: readonly KnownList[],
  years: readonly number[],
  reference: Reference,
): Ranking {
  const { payload, instrument } = list;
  return {
    mark: payload.chain === 'demo' ? DEMO_MARK : null,
    province: { code: payload.scope.code, name: payload.scope.name },
    year: payload.year,
    years: [...years],
    publication: summaryOf(list.file),
    decree: payload.computed?.decree ?? null,
    correction: correctionOf(list.file),
    method: methodOf(instrument),
    zoned: bandsFor(payload.rules.bands, 'regency').some((band) => band.zone !== null),
    awardRule: instrument.rules.award,
    coverage: {
      ...payload.coverage,
      missing: payload.coverage.expected === null ? [] : missingFrom(payload, reference),
      notAssessed: notAssessedOf(payload),
    },
    bands: [...bandsFor(payload.rules.bands, 'regency')],
    counts: payload.counts,
    publishedCounts: payload.publishedCounts,
    comparison: comparisonOf(list, earlier),
    rows: payload.rows.map((row) => rowView(row, list, earlier)),
  };
}

/** Nobody can be missing from a list whose size is not known. */
function missingFrom({ rows, scope, computed }: PublishedList, reference: Reference): string[] {
  if (computed !== undefined) return computed.missing.map(({ name }) => name);
  const known = new Set(rows.map((row) => row.government.code));
  return regenciesAndCities(reference, scope.code)
    .filter((government) => !known.has(government.code))
    .map((government) => government.name);
}

function notAssessedOf({ computed }: PublishedList): Ranking['coverage']['notAssessed'] {
  return (computed?.notAssessed ?? []).map(({ government, units }) => ({
    name: government.name,
    reasons: [...new Set(units.map(({ reason }) => reason))],
  }));
}

function rowView(row: PublishedRow, list: KnownList, earlier: readonly KnownList[]): RankingRow {
  const { units: _units, source, ...kept } = row;
  return {
    ...kept,
    opinion: opinionOf(list.payload.rules.bands, row.government.kind, row.band),
    source: { title: source },
    previous: previousOf(row, list, earlier),
  };
}

function earlierRow(
  row: PublishedRow,
  earlier: readonly KnownList[],
): { readonly list: KnownList; readonly row: PublishedRow } | undefined {
  for (const list of earlier) {
    const found = list.payload.rows.find((other) => other.government.code === row.government.code);
    if (found !== undefined) return { list, row: found };
  }
  return undefined;
}

function previousOf(row: PublishedRow, list: KnownList, earlier: readonly KnownList[]): PreviousResult | null {
  const before = earlierRow(row, earlier);
  if (before === undefined) return null;
  const oldBands = bandsFor(before.list.payload.rules.bands, row.government.kind);
  return {
    year: before.list.payload.year,
    score: before.row.score,
    zone: before.row.zone,
    comparable: before.list.instrument.method.id === list.instrument.method.id,
    sameInstrument: before.list.instrument.id === list.instrument.id,
    zoneUnderOldBands: row.score === null ? null : zoneBy(oldBands, parsePoints(row.score)),
  };
}

function comparisonOf(list: KnownList, earlier: readonly KnownList[]): ThresholdComparison | null {
  const [before] = earlier;
  if (before === undefined) return null;
  const ownBands = bandsFor(list.payload.rules.bands, 'regency');
  const oldBands = bandsFor(before.payload.rules.bands, 'regency');
  return {
    year: before.payload.year,
    sameBands: sameBands(ownBands, oldBands),
    sameMethod: before.instrument.method.id === list.instrument.method.id,
    sameInstrument: before.instrument.id === list.instrument.id,
    methodName: before.instrument.method.name,
    counts: countsUnder(list, before),
    ...zoneChanges(list, earlier),
  };
}

function countsUnder(list: KnownList, before: KnownList): ThresholdComparison['counts'] {
  const counts = { green: 0, yellow: 0, red: 0, unknown: 0 };
  for (const row of list.payload.rows) {
    const [zone, another] = zonesUnder(row, list, before);
    counts[zone === undefined || another !== undefined ? 'unknown' : zone] += 1;
  }
  return counts;
}

function zonesUnder(row: PublishedRow, list: KnownList, before: KnownList): ReturnType<typeof possibleZones> {
  const { kind } = row.government;
  return possibleZones(row, bandsFor(list.payload.rules.bands, kind), bandsFor(before.payload.rules.bands, kind));
}

/** A change is explained by the bands alone if the earlier year's bands would certainly have kept the earlier zone. */
function zoneChanges(
  list: KnownList,
  earlier: readonly KnownList[],
): Pick<ThresholdComparison, 'zoneChanges' | 'explainedByBands' | 'undecidable'> {
  const result = { zoneChanges: 0, explainedByBands: 0, undecidable: 0 };
  for (const row of list.payload.rows) {
    const before = earlierRow(row, earlier);
    if (before === undefined || row.zone === null || before.row.zone === null || before.row.zone === row.zone) continue;
    result.zoneChanges += 1;
    const zones = zonesUnder(row, list, before.list);
    if (!zones.includes(before.row.zone)) continue;
    result[zones.length === 1 ? 'explainedByBands' : 'undecidable'] += 1;
  }
  return result;
}
