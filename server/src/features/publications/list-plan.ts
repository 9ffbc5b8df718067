import { type GovernmentCode, type ProvinceCode, provinceOf } from '@patuh/shared/domain/government';
import { canonicalText } from '@patuh/shared/publication/canonical';
import type { SourceRow } from '@patuh/shared/publication/derive';
import { type ImportedInput, importedPayload } from '@patuh/shared/publication/imported';
import {
  type Coverage,
  type ImportedPayload,
  type ListScope,
  type PublicationFile,
  PublicationId,
  type PublishedCounts,
} from '@patuh/shared/publication/payload';

import { instrumentOf, type Reference, regenciesAndCities } from '@patuh/server/platform/catalogue/reference';
import type { ProvinceCountLine } from './counts-rows.ts';
import type { Fault } from './csv-file.ts';
import { contradictions, strayLines } from './list-faults.ts';
import type { PublishedLine } from './published-rows.ts';
import type { UnitLine } from './unit-rows.ts';

/** What a file says, checked line by line. */
export interface PublishedInput {
  readonly lines: readonly PublishedLine[];
  readonly provinceCounts: readonly ProvinceCountLine[];
  readonly units: readonly UnitLine[];
}

/** The list of one province and year as it would be after the import, without what only publishing decides. */
export interface PlannedList {
  readonly province: ProvinceCode;
  readonly year: number;
  readonly current: { readonly file: PublicationFile; readonly payload: ImportedPayload } | undefined;
  readonly content: Omit<ImportedInput, 'id' | 'chain' | 'publishedAt' | 'replaces'>;
  /** Lines of the file whose values differ from what is published. */
  readonly changes: readonly ListChange[];
  readonly unchanged: boolean;
}

export interface ListChange {
  readonly line: number | null;
  readonly government: string;
  readonly message: string;
}

/** Lists that the file touches, oldest year first. Lines are laid over the published list: a file never removes a row. */
export function planLists(
  input: PublishedInput,
  published: readonly PublicationFile[],
  reference: Reference,
): { readonly lists: readonly PlannedList[]; readonly faults: readonly Fault[] } {
  const groups = Map.groupBy(input.lines, (line) => `${line.year} ${provinceOf(line.row.government.code)}`);
  const faults = strayLines(input.lines, input.provinceCounts, input.units);
  const lists: PlannedList[] = [];
  for (const key of [...groups.keys()].toSorted()) {
    const planned = planList(groups.get(key) ?? [], input, published, reference);
    if ('faults' in planned) faults.push(...planned.faults);
    else lists.push(planned);
  }
  return { lists, faults };
}

function planList(
  lines: readonly PublishedLine[],
  input: PublishedInput,
  published: readonly PublicationFile[],
  reference: Reference,
): PlannedList | { readonly faults: readonly Fault[] } {
  const [first] = lines;
  if (first === undefined) throw new RangeError('A list has at least one line');
  const { year } = first;
  const code = provinceOf(first.row.government.code);
  const instrument = instrumentOf(reference, year)?.instrument;
  const name = reference.provinces.get(code)?.name;
  if (instrument === undefined || name === undefined) throw new RangeError(`Unchecked line ${first.line}`);
  if (isComputedHere(published, code, year)) {
    const message = `${name} ${year}: hasil tahun ini dihitung dari penilaian di sini; koreksi lewat Penerbitan, bukan lewat impor.`;
    return { faults: [{ line: first.line, column: null, message }] };
  }
  const current = currentList(published, code, year);
  const rows = mergedRows(lines, input.units, year, current?.payload);
  const counts = input.provinceCounts.filter((count) => count.province === code && count.year === year);
  const content = {
    year,
    province: { code, name },
    instrument,
    rows,
    publishedCounts: counts.length > 0 ? counts.map(publishedCountOf) : (current?.payload.publishedCounts ?? []),
    coverage: coverageOf(counts, rows, code, reference, instrument.rules.coverage, current?.payload.coverage),
  };
  const units = input.units.filter((unit) => unit.year === year && provinceOf(unit.government) === code);
  const faults = contradictions({ ...content, lines, counts, units });
  if (faults.length > 0) return { faults };
  const derived = tryPayload(content, current?.payload);
  if (typeof derived === 'string') return { faults: [{ line: first.line, column: null, message: derived }] };
  return {
    province: code,
    year,
    current,
    content,
    changes: current === undefined ? [] : changesOf(derived, current.payload, lines),
    unchanged: current !== undefined && sameContent(derived, current.payload),
  };
}

/** The newest publication of a list: the one that no other replaces. */
export function currentList(
  published: readonly PublicationFile[],
  province: ProvinceCode,
  year: number,
): { readonly file: PublicationFile; readonly payload: ImportedPayload } | undefined {
  const replaced = new Set(published.map((file) => file.payload.replaces?.id));
  for (const file of published) {
    const { payload } = file;
    if (payload.publicationKind !== 'imported' || replaced.has(payload.id)) continue;
    if (payload.scope.code === province && payload.year === year) return { file, payload };
  }
  return undefined;
}

/** What two people published from assessments is not overwritten by a file. */
function isComputedHere(published: readonly PublicationFile[], province: ProvinceCode, year: number): boolean {
  return published.some(
    ({ payload }) => payload.publicationKind === 'computed' && payload.scope.code === province && payload.year === year,
  );
}

function mergedRows(
  lines: readonly PublishedLine[],
  units: readonly UnitLine[],
  year: number,
  current: ImportedPayload | undefined,
): readonly SourceRow[] {
  const unitsOf = (code: GovernmentCode): SourceRow['units'] => {
    const found = units.filter((unit) => unit.government === code && unit.year === year);
    if (found.length > 0) return found.map(({ unit }) => unit);
    return current?.rows.find((row) => row.government.code === code)?.units ?? null;
  };
  const given = new Map(lines.map(({ row }) => [row.government.code, { ...row, units: unitsOf(row.government.code) }]));
  const kept = (current?.rows ?? [])
    .filter((row) => !given.has(row.government.code))
    .map(({ rank: _rank, rankRange: _range, ...row }) => row);
  return [...kept, ...given.values()];
}

/** Scope and expected number: as declared beside the file, else as published before, else every regency and city. */
function coverageOf(
  counts: readonly ProvinceCountLine[],
  rows: readonly SourceRow[],
  province: ProvinceCode,
  reference: Reference,
  assessed: 'all' | 'selected',
  before: Coverage | undefined,
): Pick<Coverage, 'scope' | 'expected' | 'source'> {
  const withProvince = rows.some((row) => row.government.kind === 'province');
  const scope: ListScope = withProvince ? 'regencies-cities-and-province' : 'regencies-and-cities';
  const declared = counts.find((count) => count.scope === scope) ?? counts[0];
  if (declared !== undefined) return { scope: declared.scope, expected: declared.assessed, source: declared.source };
  if (before !== undefined && before.scope === scope) {
    return { scope: before.scope, expected: before.expected, source: before.source };
  }
  if (assessed === 'selected') return { scope, expected: null, source: null };
  const expected = regenciesAndCities(reference, province).length + (withProvince ? 1 : 0);
  return { scope, expected, source: 'Jumlah kabupaten/kota menurut data wilayah (kode Kemendagri)' };
}

function publishedCountOf({ scope, assessed, green, yellow, red, source }: ProvinceCountLine): PublishedCounts {
  return { scope, assessed, green, yellow, red, source };
}

/** What the list would say, or why it cannot be: whatever the format refuses that no fault above has named. */
function tryPayload(content: PlannedList['content'], current: ImportedPayload | undefined): ImportedPayload | string {
  try {
    return importedPayload({
      ...content,
      id: PublicationId.parse(`${content.province.code}-${content.year}-1`),
      chain: 'main',
      publishedAt: current?.publishedAt ?? '2000-01-01T00:00:00.000Z',
      replaces: null,
    });
  } catch (error) {
    if (error instanceof RangeError) return `${content.province.name} ${content.year}: ${error.message}`;
    throw error;
  }
}

function sameContent(a: ImportedPayload, b: ImportedPayload): boolean {
  const content = ({ rows, coverage, publishedCounts }: ImportedPayload): string =>
    canonicalText({ rows, coverage, publishedCounts });
  return content(a) === content(b);
}

const FIELD_NAMES = [
  ['score', 'nilai'],
  ['band', 'kategori'],
  ['zone', 'zona'],
  ['status', 'status'],
  ['rankPublished', 'peringkat terbit'],
  ['nationalRank', 'peringkat nasional'],
  ['award', 'piagam'],
  ['note', 'catatan'],
  ['source', 'sumber'],
  ['units', 'nilai unit'],
] as const satisfies readonly (readonly [keyof ImportedPayload['rows'][number], string])[];

function changesOf(
  next: ImportedPayload,
  current: ImportedPayload,
  lines: readonly PublishedLine[],
): readonly ListChange[] {
  return next.rows.flatMap((row) => {
    const before = current.rows.find((known) => known.government.code === row.government.code);
    const line = lines.find((given) => given.row.government.code === row.government.code)?.line ?? null;
    if (before === undefined) return [{ line, government: row.government.name, message: 'belum ada dalam publikasi' }];
    return FIELD_NAMES.filter(([field]) => canonicalText(row[field]) !== canonicalText(before[field])).map(
      ([field, name]) => ({
        line,
        government: row.government.name,
        message: `${name} terbit ${shown(before[field])}, dalam berkas ${shown(row[field])}`,
      }),
    );
  });
}

function shown(value: unknown): string {
  if (value === null) return '(kosong)';
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
}
