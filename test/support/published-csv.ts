/** Lines of a file of published results, as an office would send it. */
export const PUBLISHED_HEADER =
  'government_code,government_name,kind,year,score,category,zone,rank_province,rank_national,rank_national_of,status,award,note,source';

export interface PublishedCells {
  readonly code?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly year?: string;
  readonly score?: string;
  readonly category?: string;
  readonly zone?: string;
  readonly rank?: string;
  readonly national?: string;
  readonly nationalOf?: string;
  readonly status?: string;
  readonly award?: string;
  readonly note?: string;
  readonly source?: string;
}

/** One line; what is not named says that Ngada scored 51.43 in 2022. */
export function aLine(cells: PublishedCells = {}): string {
  const line = [
    cells.code ?? '53.09',
    cells.name ?? 'Kabupaten Ngada',
    cells.kind ?? 'regency',
    cells.year ?? '2022',
    cells.score ?? '51.43',
    cells.category ?? '',
    cells.zone ?? '',
    cells.rank ?? '',
    cells.national ?? '',
    cells.nationalOf ?? '',
    cells.status ?? '',
    cells.award ?? '',
    cells.note ?? '',
    cells.source ?? 'surat kabar',
  ];
  return line.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

export function aFile(lines: readonly string[], separator = '\n'): Uint8Array {
  return new TextEncoder().encode([PUBLISHED_HEADER, ...lines, ''].join(separator));
}
