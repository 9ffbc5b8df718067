import type { ProvinceCode } from '../domain/government.ts';
import type { Instrument } from '../domain/instrument.ts';
import { type PublishedRules, publishedRules } from './bands.ts';
import { contentDifference } from './consistency.ts';
import { bandAndZoneOf, deriveImported, type SourceRow } from './derive.ts';
import { inEnglish } from './difference.ts';
import { instrumentContentHash } from './hash.ts';
import { type Coverage, ImportedPayload, type PublicationId, type PublishedCounts } from './payload.ts';
import { withProvinsi } from './titles.ts';

/** Published history of one province and year, as it was collected. */
export interface ImportedInput {
  readonly id: PublicationId;
  readonly chain: ImportedPayload['chain'];
  readonly year: number;
  readonly province: { readonly code: ProvinceCode; readonly name: string };
  /** Absent: `importedTitle`. */
  readonly title?: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly publishedAt: string;
  readonly replaces: ImportedPayload['replaces'];
  readonly instrument: Instrument;
  readonly coverage: Pick<Coverage, 'scope' | 'expected' | 'source'>;
  readonly publishedCounts: readonly PublishedCounts[];
  readonly rows: readonly SourceRow[];
}

/**
 * A complete payload with all that follows from the rows. Throws a RangeError that names the row and both values where
 * the source contradicts itself or the year's bands, and a ZodError where a value is not one the format allows.
 */
export function importedPayload(input: ImportedInput): ImportedPayload {
  const { id, chain, year, province, publishedAt, replaces, instrument } = input;
  const rules = publishedRules(instrument);
  refuseContradictions(input.rows, rules);
  const payload = ImportedPayload.parse({
    format: 'patuh-publication/1',
    publicationKind: 'imported',
    id,
    chain,
    year,
    title: input.title ?? importedTitle(year, province.name),
    publishedAt,
    replaces,
    scope: { kind: 'province', code: province.code, name: province.name },
    instrument: { id: instrument.id, version: instrument.version, contentHash: instrumentContentHash(instrument) },
    rules,
    publishedCounts: input.publishedCounts,
    ...deriveImported({ rules, coverage: input.coverage, rows: input.rows }),
  });
  const difference = contentDifference(payload);
  if (difference !== undefined) throw new RangeError(inEnglish(difference));
  return payload;
}

/** "Hasil penilaian kepatuhan 2024, Provinsi Nusa Tenggara Timur (dihimpun dari sumber terbit)" */
export function importedTitle(year: number, provinceName: string): string {
  return `Hasil penilaian kepatuhan ${year}, ${withProvinsi(provinceName)} (dihimpun dari sumber terbit)`;
}

/** What was printed must agree with what its score or band gives: nothing printed is replaced silently. */
function refuseContradictions(rows: readonly SourceRow[], rules: PublishedRules): void {
  for (const row of rows) {
    const result = bandAndZoneOf(row, rules);
    for (const field of ['band', 'zone'] as const) {
      if (row[field] === null || row[field] === result[field]) continue;
      const gives = result[field] ?? `no ${field}`;
      throw new RangeError(
        `${row.government.name}: ${field} ${row[field]} contradicts ${basisOf(row, field)}, which gives ${gives}`,
      );
    }
  }
}

function basisOf({ score, band }: SourceRow, field: 'band' | 'zone'): string {
  if (score !== null) return `score ${score}`;
  return band === null || field === 'band' ? 'the bands of the year' : `band ${band}`;
}
