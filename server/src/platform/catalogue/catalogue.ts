import type { GovernmentHistory, GovernmentMatch } from '@patuh/shared/contracts/governments';
import type { NationalCounts } from '@patuh/shared/contracts/national';
import type { ProvinceSummary } from '@patuh/shared/contracts/pages';
import type { PublicationListEntry } from '@patuh/shared/contracts/publications';
import type { Ranking } from '@patuh/shared/contracts/rankings';
import type { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import type { Instrument } from '@patuh/shared/domain/instrument';

import { withDemo } from './demo-catalogue.ts';
import { governmentHistory } from './government-view.ts';
import { governmentSearch } from './government-search.ts';
import { nationalViews } from './national-view.ts';
import { publicationEntries } from './publication-list.ts';
import { publishedList } from './published-list.ts';
import type { StoredPublication } from './stored-publication.ts';
import { type KnownList, rankingView } from './ranking-view.ts';
import { instrumentOf, type Reference, type ReferenceGovernment } from './reference.ts';

/**
 * Everything the public can read, as one value made from the publications and the reference data. It never changes: a
 * new publication makes a new catalogue, and whatever was rendered from the old one is dropped with it.
 */
export interface Catalogue {
  /** Names the newest publication of every chain in it; null while there is none. */
  readonly head: string | null;
  readonly reference: Reference;
  readonly provinces: readonly ProvinceSummary[];
  readonly nationalYears: readonly number[];
  readonly instrumentYears: readonly number[];
  readonly publications: readonly PublicationListEntry[];
  /** A province with known results, listed or not. */
  province(code: ProvinceCode): ProvinceSummary | undefined;
  ranking(province: ProvinceCode, year: number): Ranking | undefined;
  /** Undefined for an unknown code; without results the history is empty. */
  government(code: GovernmentCode): GovernmentHistory | undefined;
  findGovernments(text: string): readonly GovernmentMatch[];
  national(year: number): NationalCounts | undefined;
  instrument(year: number): Instrument | undefined;
  publicationText(id: string): string | undefined;
}

/**
 * `stored` in the order of each chain. The demo has a reference of its own and is never in a list; without that reference
 * its publications are left out altogether.
 */
export function buildCatalogue(
  stored: readonly StoredPublication[],
  reference: Reference,
  demo?: Reference,
): Catalogue {
  const real = chainCatalogue('main', stored, reference);
  return demo === undefined ? real : withDemo(real, chainCatalogue('demo', stored, demo));
}

/** What the publications of one chain tell. Also made of one that is only prepared, to look at it beforehand. */
export function chainCatalogue(
  chain: 'main' | 'demo',
  stored: readonly StoredPublication[],
  reference: Reference,
): Catalogue {
  const ofChain = stored.filter(({ file }) => file.payload.chain === chain);
  const replaced = new Set(ofChain.map(({ file }) => file.payload.replaces?.id));
  const current = ofChain.filter(({ file }) => !replaced.has(file.payload.id));
  const texts = new Map(ofChain.map(({ file, text }) => [String(file.payload.id), text]));
  const lists = knownLists(current, reference);
  const national = nationalViews(
    current.map(({ file }) => file),
    reference,
  );
  const rankings = new Map([...lists].map(([province, known]) => [province, rankingsOf(known, reference)]));
  const provinces = [...rankings].map(([code, ofProvince]) => provinceSummary(code, ofProvince));
  const latestYear = (government: ReferenceGovernment): number | null =>
    historyOf(government.code)?.results[0]?.year ?? null;
  const historyOf = (code: GovernmentCode): GovernmentHistory | undefined =>
    governmentHistory(code, lists, rankings, reference);
  const search = governmentSearch(reference);
  return {
    head: ofChain.at(-1)?.file.hash ?? null,
    reference,
    provinces: provinces.toSorted((a, b) => a.code.localeCompare(b.code, 'en')),
    nationalYears: [...national.keys()].toSorted((a, b) => b - a),
    instrumentYears: reference.instruments.flatMap(({ instrument }) => instrument.years).toSorted((a, b) => b - a),
    publications: publicationEntries(ofChain),
    province: (code) => provinces.find((province) => province.code === code),
    ranking: (province, year) => rankings.get(province)?.get(year),
    government: historyOf,
    findGovernments: (text) => search(text).map((found) => matchOf(found, latestYear(found), reference)),
    national: (year) => national.get(year),
    instrument: (year) => instrumentOf(reference, year)?.instrument,
    publicationText: (id) => texts.get(id),
  };
}

/** The current list per province and year, newest year first. */
function knownLists(
  current: readonly StoredPublication[],
  reference: Reference,
): Map<ProvinceCode, readonly KnownList[]> {
  const lists = current.flatMap(({ file }): readonly KnownList[] => {
    const payload = publishedList(file.payload);
    const instrument = payload?.computed?.instrument.content ?? instrumentOf(reference, file.payload.year)?.instrument;
    return payload === undefined || instrument === undefined ? [] : [{ file, payload, instrument }];
  });
  return Map.groupBy(
    lists.toSorted((a, b) => b.payload.year - a.payload.year),
    (list) => list.payload.scope.code,
  );
}

function rankingsOf(lists: readonly KnownList[], reference: Reference): ReadonlyMap<number, Ranking> {
  const years = lists.map((list) => list.payload.year);
  return new Map(
    lists.map((list, index) => [list.payload.year, rankingView(list, lists.slice(index + 1), years, reference)]),
  );
}

function provinceSummary(code: ProvinceCode, rankings: ReadonlyMap<number, Ranking>): ProvinceSummary {
  const all = [...rankings.values()];
  return {
    code,
    name: all[0]?.province.name ?? code,
    years: all.map((ranking) => ranking.year),
    newestCompleteYear: all.find((ranking) => ranking.coverage.complete)?.year ?? null,
  };
}

function matchOf(found: ReferenceGovernment, latestYear: number | null, reference: Reference): GovernmentMatch {
  const { code, name, kind, provinceCode } = found;
  const province = { code: provinceCode, name: reference.provinces.get(provinceCode)?.name ?? provinceCode };
  return { code, name, kind, province, latestYear };
}
