import type { GovernmentKind } from '../domain/government.ts';
import { contentDifference } from './consistency.ts';
import { sumOfKinds, withPercentages } from './counts.ts';
import { inEnglish } from './difference.ts';
import { ImportedCountsPayload, type PublicationId, type PublicationScope } from './payload.ts';
import { withProvinsi } from './titles.ts';

/** Governments per zone as somebody printed them. */
export interface CountsInput {
  readonly assessed: number;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
}

/** Published totals without rows: the nation's per kind of government, or a province's as one total. */
export interface ImportedCountsInput {
  readonly id: PublicationId;
  readonly chain: ImportedCountsPayload['chain'];
  readonly year: number;
  readonly scope: PublicationScope;
  /** Absent: `importedCountsTitle`. */
  readonly title?: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly publishedAt: string;
  readonly replaces: ImportedCountsPayload['replaces'];
  readonly source: string;
  /** Either counts per kind, whose sum is the total, or the total alone. */
  readonly counts:
    | { readonly kinds: readonly (CountsInput & { readonly kind: GovernmentKind })[] }
    | { readonly total: CountsInput };
}

/**
 * A complete payload with its percentages and total. Throws a RangeError where counts do not add up exactly, and a
 * ZodError where a value is not one the format allows.
 */
export function importedCountsPayload(input: ImportedCountsInput): ImportedCountsPayload {
  const { id, chain, year, scope, publishedAt, replaces, source, counts } = input;
  const kinds =
    'kinds' in counts
      ? counts.kinds.map((entry) => ({ kind: entry.kind, ...withPercentages(entry.assessed, entry) }))
      : [];
  const payload = ImportedCountsPayload.parse({
    format: 'patuh-publication/1',
    publicationKind: 'imported-counts',
    id,
    chain,
    year,
    title: input.title ?? importedCountsTitle(year, scope),
    publishedAt,
    replaces,
    scope,
    source,
    kinds,
    total: 'total' in counts ? withPercentages(counts.total.assessed, counts.total) : sumOfKinds(kinds),
  });
  const difference = contentDifference(payload);
  if (difference !== undefined) throw new RangeError(inEnglish(difference));
  return payload;
}

/** "Rekapitulasi hasil penilaian kepatuhan 2022, nasional (angka terbit)" */
export function importedCountsTitle(year: number, scope: PublicationScope): string {
  const whose = scope.kind === 'national' ? 'nasional' : withProvinsi(scope.name);
  return `Rekapitulasi hasil penilaian kepatuhan ${year}, ${whose} (angka terbit)`;
}
