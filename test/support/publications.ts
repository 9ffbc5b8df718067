import { readFileSync } from 'node:fs';

import { type GovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import { canonicalText } from '@patuh/shared/publication/canonical';
import type { SourceRow } from '@patuh/shared/publication/derive';
import { publicationHash } from '@patuh/shared/publication/hash';
import { importedCountsPayload } from '@patuh/shared/publication/imported-counts';
import { type ImportedInput, importedPayload } from '@patuh/shared/publication/imported';
import {
  type ImportedCountsPayload,
  type ImportedPayload,
  type Payload,
  PublicationFile,
  PublicationId,
} from '@patuh/shared/publication/payload';
import { keyIdOf, signHash } from '@patuh/shared/publication/sign';
import { parse } from 'csv-parse/sync';

import { instrumentOf } from './reference-instruments.ts';
import { ROOT } from './root.ts';

/** Publications made of the published figures, read apart from the server's own import. */

type Line = Readonly<Record<string, string | undefined>>;

const results = lines('published-results.csv');
const totals = lines('province-counts.csv');
const unitScores = lines('unit-scores.csv');
const national = lines('national-counts.csv');

const NAMES: Readonly<Record<string, string>> = {
  '19': 'Provinsi Kepulauan Bangka Belitung',
  '53': 'Provinsi Nusa Tenggara Timur',
};

/** Two keys for tests: the office's and a stranger's. */
export const OFFICE_KEY = new Uint8Array(32).fill(7);
export const OTHER_KEY = new Uint8Array(32).fill(8);
export const OFFICE_KEY_ID = keyIdOf(OFFICE_KEY);

/** What was published of a province and year, as the import hands it over. */
export function publishedInput(
  province: '19' | '53',
  year: number,
  overrides: Partial<ImportedInput> = {},
): ImportedInput {
  const ofYear = (line: Line) => Number(line['year']) === year;
  const rows = results.filter((line) => ofYear(line) && line['government_code']?.startsWith(province)).map(sourceRow);
  const withProvince = rows.some((row) => row.government.kind === 'province');
  const scope = withProvince ? 'regencies-cities-and-province' : 'regencies-and-cities';
  const counts = totals
    .filter((line) => ofYear(line) && line['province_code'] === province)
    .map((line) => ({
      scope: line['scope']?.includes('provincial') === true ? 'regencies-cities-and-province' : 'regencies-and-cities',
      ...zoneCounts(line),
      source: line['source'] ?? '',
    })) satisfies { scope: string }[] as ImportedInput['publishedCounts'];
  const total = counts.find((entry) => entry.scope === scope);
  return {
    id: PublicationId.parse(`${province}-${year}-1`),
    chain: 'main',
    year,
    province: { code: ProvinceCode.parse(province), name: NAMES[province] ?? '' },
    publishedAt: '2026-01-29T02:00:00.000Z',
    replaces: null,
    instrument: instrumentOf(year),
    coverage: { scope, expected: total?.assessed ?? null, source: total?.source ?? null },
    publishedCounts: counts,
    rows,
    ...overrides,
  };
}

export function publishedPayload(
  province: '19' | '53',
  year: number,
  overrides: Partial<ImportedInput> = {},
): ImportedPayload {
  return importedPayload(publishedInput(province, year, overrides));
}

/** The national counts of a year, published per kind of government. */
export function nationalPayload(year: number): ImportedCountsPayload {
  return importedCountsPayload({
    id: PublicationId.parse(`nasional-${year}-1`),
    chain: 'main',
    year,
    scope: { kind: 'national' },
    publishedAt: '2026-01-29T02:00:00.000Z',
    replaces: null,
    source: 'Ombudsman RI',
    counts: {
      kinds: national
        .filter((line) => Number(line['year']) === year)
        .map((line) => ({ kind: line['kind'] as GovernmentKind, ...zoneCounts(line) })),
    },
  });
}

/**
 * Seals whatever it is given, right or wrong: what a forger with a key would do. The format is not checked, so that
 * `change` may break it too.
 */
export function forge(payload: unknown, previous: string | null = null, secretKey: Uint8Array = OFFICE_KEY): string {
  const keyId = keyIdOf(secretKey);
  const hash = publicationHash({ keyId, payload: payload as Payload, previous });
  return canonicalText({ payload, hash, previous, keyId, signature: signHash(hash, secretKey) });
}

/** A deep copy with something else in it. */
export function changed<Value>(value: Value, change: (copy: Value) => void): Value {
  const copy = structuredClone(value);
  change(copy);
  return copy;
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function fileOf(text: string): PublicationFile {
  return PublicationFile.parse(JSON.parse(text));
}

/** The row of a government, which must be there. */
export function rowOf(payload: ImportedPayload, code: string): ImportedPayload['rows'][number] {
  const row = payload.rows.find(({ government }) => government.code === code);
  if (row === undefined) throw new RangeError(`No row of ${code}`);
  return row;
}

function sourceRow(line: Line): SourceRow {
  const text = (column: string) => line[column] || null;
  const whole = (column: string) => (text(column) === null ? null : Number(line[column]));
  const units = unitScores.filter(
    (unit) => unit['government_code'] === line['government_code'] && unit['year'] === line['year'],
  );
  const rank = whole('rank_national');
  return {
    government: { code: line['government_code'], name: line['government_name'], kind: line['kind'] },
    score: text('score'),
    band: text('category'),
    zone: text('zone'),
    status: line['status'],
    rankPublished: whole('rank_province'),
    nationalRank: rank === null ? null : { rank, of: whole('rank_national_of') },
    award: text('award') === null ? null : line['award'] === 'yes',
    note: text('note'),
    source: line['source'],
    units:
      units.length === 0
        ? null
        : units.map((unit) => ({
            name: unit['unit_name'],
            kind: unit['unit_kind'],
            score: unit['score'],
            source: unit['source'],
          })),
  } as SourceRow;
}

function zoneCounts(line: Line): { assessed: number; green: number; yellow: number; red: number } {
  const count = (column: string) => Number(line[column]);
  return { assessed: count('assessed'), green: count('green'), yellow: count('yellow'), red: count('red') };
}

function lines(file: string): readonly Line[] {
  return parse<Line>(readFileSync(`${ROOT}seeds/reference/published/${file}`), { columns: true });
}
