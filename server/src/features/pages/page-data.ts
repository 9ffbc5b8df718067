import type { CalculatorEntries, PublicPage } from '@patuh/shared/contracts/pages';
import { DEMO_MARK, isDemo } from '@patuh/shared/domain/demo';
import { type GovernmentCode, provinceOf } from '@patuh/shared/domain/government';

import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import { ProblemError } from '@patuh/server/platform/problem';
import { readyKinds } from './ready-kinds.ts';

/** What each public page is made from. Pure: catalogue and address in, page out. */

export function homePage(catalogue: Catalogue, homeProvince: string, search: string): PublicPage {
  const text = search.trim();
  const home = catalogue.provinces.find(({ code }) => code === homeProvince);
  const year = home?.newestCompleteYear ?? home?.years[0];
  return {
    page: 'home',
    search: text === '' ? null : { text, matches: catalogue.findGovernments(text) },
    ranking: home === undefined || year === undefined ? null : (catalogue.ranking(home.code, year) ?? null),
    provinces: catalogue.provinces,
    nationalYears: catalogue.nationalYears,
  };
}

/** `year` null leads to the newest known result. A government without results has a page that says so. */
export function governmentPage(catalogue: Catalogue, code: GovernmentCode, year: number | null): PublicPage {
  const history = catalogue.government(code);
  if (history === undefined) throw new ProblemError('government-not-found');
  const shown = year ?? history.results[0]?.year;
  if (shown !== undefined && history.results.some((result) => result.year === shown)) {
    return { page: 'government', history, year: shown };
  }
  const { name, kind, province } = history.government;
  const years = catalogue.province(provinceOf(code))?.years ?? [];
  const mark = isDemo(code) ? DEMO_MARK : null;
  return { page: 'government-unknown', mark, government: { code, name, kind }, province: { ...province, years }, year };
}

export function nationalPage(catalogue: Catalogue, year: number): PublicPage {
  const national = catalogue.national(year);
  if (national === undefined) throw new ProblemError('national-not-found');
  const others = catalogue.nationalYears
    .filter((other) => other !== year)
    .flatMap((other) => catalogue.national(other) ?? []);
  return { page: 'national', national, others };
}

export function methodPage(catalogue: Catalogue, year: number, entries: CalculatorEntries): PublicPage {
  const instrument = catalogue.instrument(year);
  if (instrument === undefined) throw new ProblemError('instrument-not-found');
  return { page: 'method', instrument, year, years: catalogue.instrumentYears, entries };
}

export function readyPage(catalogue: Catalogue, year: number, slug: string): PublicPage {
  const instrument = catalogue.instrument(year);
  if (instrument === undefined) throw new ProblemError('instrument-not-found');
  const kind = readyKinds().find((known) => known.slug === slug);
  if (kind === undefined) throw new ProblemError('not-found');
  return { page: 'ready', instrument, year, years: catalogue.instrumentYears, kind };
}

export function readyIndexPage(catalogue: Catalogue, year: number): PublicPage {
  if (catalogue.instrument(year) === undefined) throw new ProblemError('instrument-not-found');
  return { page: 'ready-index', year, years: catalogue.instrumentYears, kinds: readyKinds() };
}

export function dataPage(catalogue: Catalogue, keyId: string): PublicPage {
  const { publications, nationalYears, provinces, instrumentYears } = catalogue;
  return { page: 'data', publications, keyId, years: instrumentYears, nationalYears, provinces };
}

/** Most entries a calculator address may carry: far more than any instrument has indicators. */
const MOST_ENTRIES = 500;

/** The levels in a calculator address, as typed; the page checks them against its instrument and says what is wrong. */
export function calculatorEntries(query: unknown): CalculatorEntries {
  if (typeof query !== 'object' || query === null) return {};
  const entries = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= 100,
  );
  return Object.fromEntries(entries.slice(0, MOST_ENTRIES));
}
