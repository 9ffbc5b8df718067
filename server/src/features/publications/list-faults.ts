import { provinceOf } from '@patuh/shared/domain/government';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { formatPoints, parsePoints } from '@patuh/shared/domain/points';
import { type Zone, ZONES } from '@patuh/shared/domain/zone';
import { publishedRules } from '@patuh/shared/publication/bands';
import { bandAndZoneOf, type SourceRow } from '@patuh/shared/publication/derive';
import type { Coverage, ListScope } from '@patuh/shared/publication/payload';
import { meanHalfUp } from '@patuh/shared/scoring/rounding';

import { comma, ZONE_NAMES } from './cell.ts';
import type { ProvinceCountLine } from './counts-rows.ts';
import type { Fault } from './csv-file.ts';
import type { PublishedLine } from './published-rows.ts';
import type { UnitLine } from './unit-rows.ts';

/** What keeps the files beside the results from being read with them: lines that belong to no result. */
export function strayLines(
  lines: readonly PublishedLine[],
  counts: readonly ProvinceCountLine[],
  units: readonly UnitLine[],
): Fault[] {
  const results = new Set(lines.map(({ year, row }) => `${row.government.code} ${year}`));
  const lists = new Set(lines.map(({ year, row }) => `${provinceOf(row.government.code)} ${year}`));
  return [
    ...units
      .filter(({ government, year }) => !results.has(`${government} ${year}`))
      .map(({ line, government, year, unit }) => ({
        line,
        column: 'government_code',
        message: `--units: ${unit.name}: hasil ${government} tahun ${year} tidak ada di berkas hasil.`,
      })),
    ...counts
      .filter(({ province, year }) => !lists.has(`${province} ${year}`))
      .map(({ line, province, year }) => ({
        line,
        column: 'province_code',
        message: `--counts: tidak ada satu pun hasil ${province} tahun ${year} di berkas hasil.`,
      })),
  ];
}

/** A list as it would be, and what the files beside the results say about it. */
export interface ListClaims {
  readonly rows: readonly SourceRow[];
  readonly coverage: Pick<Coverage, 'scope' | 'expected'>;
  readonly instrument: Instrument;
  readonly lines: readonly PublishedLine[];
  readonly counts: readonly ProvinceCountLine[];
  readonly units: readonly UnitLine[];
}

/** Where rows, published totals, ranks and unit scores cannot all be true; each fault names both sides. */
export function contradictions(claims: ListClaims): Fault[] {
  return [...tooManyRows(claims), ...ranksBeyond(claims), ...countsAgainstRows(claims), ...meansBesideScores(claims)];
}

function tooManyRows({ rows, coverage, counts }: ListClaims): Fault[] {
  const { scope, expected } = coverage;
  const known = inScope(rows, scope).length;
  if (expected === null || known <= expected) return [];
  const line = counts.find((count) => count.scope === scope)?.line ?? null;
  return [
    { line, column: null, message: `Daftar memuat ${known} pemerintah daerah, padahal yang dinilai ${expected}.` },
  ];
}

function ranksBeyond({ lines, coverage }: ListClaims): Fault[] {
  if (coverage.expected === null) return [];
  const last = coverage.expected - (coverage.scope === 'regencies-cities-and-province' ? 1 : 0);
  return lines.flatMap(({ line, row }) =>
    row.rankPublished === null || row.rankPublished <= last
      ? []
      : [
          {
            line,
            column: 'rank_province',
            message: `Peringkat ${row.rankPublished} di antara ${last} kabupaten/kota.`,
          },
        ],
  );
}

/** Totals may know more than the rows, never less: what stands in a row was counted too. */
function countsAgainstRows({ rows, instrument, counts }: ListClaims): Fault[] {
  const rules = publishedRules(instrument);
  return counts.flatMap((count) => {
    const zones = inScope(rows, count.scope).map((row) => bandAndZoneOf(row, rules).zone);
    return ZONES.flatMap((zone: Zone) => {
      const known = zones.filter((other) => other === zone).length;
      if (known <= count[zone]) return [];
      const name = ZONE_NAMES[zone];
      const message = `--counts: ${count[zone]} zona ${name} menurut terbitan, padahal daftar memuat ${known} zona ${name}.`;
      return [{ line: count.line, column: zone, message }];
    });
  });
}

/** Also where only the score is new and the units were published before. */
function meansBesideScores({ rows, instrument, lines, units }: ListClaims): Fault[] {
  return lines.flatMap(({ line, row: { government } }) => {
    const row = rows.find((other) => other.government.code === government.code);
    const message = row === undefined ? undefined : whyNotTheMean(row, instrument);
    const unitLine = units.find((unit) => unit.government === government.code)?.line;
    return message === undefined ? [] : [{ line: unitLine ?? line, column: 'score', message }];
  });
}

function whyNotTheMean({ government, score, units }: SourceRow, { rules }: Instrument): string | undefined {
  if (units === null) return undefined;
  if (rules.rollUp.unitWeight === 'products') {
    return `${government.name}: tahun ini nilai unit ditimbang menurut jumlah produk, yang tidak ada di berkas.`;
  }
  const mean = formatPoints(meanHalfUp(units.map((unit) => ({ score: parsePoints(unit.score), weight: 1 }))));
  if (mean === score) return undefined;
  const published = score === null ? 'tidak diisi' : comma(score);
  return `Rata-rata ${units.length} unit ${government.name} ${comma(mean)}, sedangkan nilainya ${published}.`;
}

function inScope(rows: readonly SourceRow[], scope: ListScope): readonly SourceRow[] {
  return scope === 'regencies-cities-and-province' ? rows : rows.filter((row) => row.government.kind !== 'province');
}
