import type { FastifyRequest } from 'fastify';

import type { RenderPage } from '@patuh/shared/contracts/pages';
import type { ProblemCode } from '@patuh/shared/contracts/problems';

import type { Catalogue } from '@patuh/server/platform/catalogue/catalogue';
import type { ProblemPage } from '@patuh/server/platform/problem-handler';

export interface ProblemPageDeps {
  readonly catalogue: () => Catalogue | undefined;
  readonly render: RenderPage;
  readonly publicUrl: string | null;
  readonly homeProvince: string;
}

interface Suggestion {
  readonly href: string;
  readonly label: string;
}

/** Addresses that machines read answer with JSON problems; everywhere else a person stands and gets a page. */
const FOR_MACHINES = /^\/(?:api|assets|healthz|readyz|metrics)(?:[/?]|$)/;
const MOST_SUGGESTIONS = 6;

export function problemPage(deps: ProblemPageDeps): ProblemPage {
  return (code, request) => {
    if (FOR_MACHINES.test(request.url) || wantsJson(request)) return undefined;
    const catalogue = deps.catalogue();
    const suggestions = catalogue === undefined ? [] : suggest(catalogue, code, request.url, deps.homeProvince);
    return deps.render(
      { page: 'problem', code, path: pathOf(request.url), suggestions },
      { path: pathOf(request.url), publicUrl: deps.publicUrl },
    );
  };
}

function wantsJson(request: FastifyRequest): boolean {
  const accepted = request.headers.accept ?? '';
  return accepted.includes('json') && !accepted.includes('text/html');
}

function pathOf(url: string): string {
  const path = url.split('?')[0] ?? url;
  try {
    return decodeURIComponent(path).slice(0, 200);
  } catch {
    return path.slice(0, 200);
  }
}

/** What the reader may have meant: other years of the same place, a name in the address, the home province. */
function suggest(catalogue: Catalogue, code: ProblemCode, url: string, homeProvince: string): readonly Suggestion[] {
  const words = pathOf(url).split('/').filter(Boolean);
  return [
    ...ready(catalogue, words),
    ...yearsOf(catalogue, code, words[1] ?? ''),
    ...namesIn(catalogue, words),
    ...home(catalogue, homeProvince),
  ]
    .filter((found, index, all) => all.findIndex((other) => other.href === found.href) === index)
    .slice(0, MOST_SUGGESTIONS);
}

/** A checklist before a visit, mistyped: the years that have one, where the kinds of unit stand. */
function ready(catalogue: Catalogue, words: readonly string[]): readonly Suggestion[] {
  if (words[0] !== 'siap-dikunjungi') return [];
  return catalogue.instrumentYears.map((year) => ({
    href: `/siap-dikunjungi/${year}`,
    label: `Siap dikunjungi ${year}`,
  }));
}

function yearsOf(catalogue: Catalogue, code: ProblemCode, second: string): readonly Suggestion[] {
  if (code === 'national-not-found') {
    return catalogue.nationalYears.map((year) => ({ href: `/nasional/${year}`, label: `Rekap nasional ${year}` }));
  }
  if (code === 'instrument-not-found') {
    return catalogue.instrumentYears.map((year) => ({ href: `/metodologi/${year}`, label: `Metodologi ${year}` }));
  }
  const province = catalogue.provinces.find((known) => known.code === second.slice(0, 2));
  return (province?.years ?? []).map((year) => ({
    href: `/peringkat/${second.slice(0, 2)}/${year}`,
    label: `Peringkat ${province?.name ?? ''} ${year}`,
  }));
}

function namesIn(catalogue: Catalogue, words: readonly string[]): readonly Suggestion[] {
  const letters = words.map((word) => word.replaceAll(/[^\p{L}]+/gu, ' ').trim()).filter((word) => word.length >= 4);
  const known = new Set(['peringkat', 'pemda', 'nasional', 'metodologi', 'siap dikunjungi', 'data', 'verifikasi']);
  return letters
    .filter((word) => !known.has(word.toLowerCase()))
    .flatMap((word) => catalogue.findGovernments(word).slice(0, 3))
    .map((found) => ({ href: `/pemda/${found.code}`, label: found.name }));
}

function home(catalogue: Catalogue, homeProvince: string): readonly Suggestion[] {
  const province = catalogue.provinces.find((known) => known.code === homeProvince);
  const year = province?.newestCompleteYear ?? province?.years[0];
  if (province === undefined || year === undefined) return [];
  return [{ href: `/peringkat/${province.code}/${year}`, label: `Peringkat ${province.name} ${year}` }];
}
