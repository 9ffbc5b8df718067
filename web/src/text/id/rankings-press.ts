/** The sentence for the press, part by part. */

interface Total {
  readonly province: string;
  readonly year: number;
  readonly total: number;
  readonly scope: string;
  /** "12 (54,55 %) di zona hijau, …, dan …". */
  readonly parts: string;
  readonly complete: boolean;
}

export function pressTotal({ province, year, total, scope, parts, complete }: Total): string {
  const counted = complete
    ? `dari ${total} pemerintah daerah yang dinilai (${scope})`
    : `dari ${total} pemerintah daerah yang hasilnya diketahui`;
  return `Penilaian Kepatuhan Penyelenggaraan Pelayanan Publik Ombudsman RI tahun ${year} di Provinsi ${province}: ${counted}, ${parts}.`;
}

/** First of all: a sentence that is copied leaves its page behind. */
export function pressMark(mark: string): string {
  return `${mark.toUpperCase()}, semua angka rekaan, bukan untuk diberitakan.`;
}

export function pressIncomplete(known: number, expected: number | null): string {
  const of = expected === null ? 'jumlah yang dinilai tidak diketahui' : `${known} dari ${expected} diketahui`;
  return `Daftar belum lengkap (${of}), sehingga persentase tidak dihitung.`;
}

export function pressPublication(parts: {
  readonly sources: readonly string[];
  readonly id: string | null;
  readonly date: string | null;
}): string {
  const publication = parts.id === null || parts.date === null ? '' : `; publikasi ${parts.id}, ${parts.date}`;
  return `Sumber: ${parts.sources.join(', ')}${publication}.`;
}

export function pressAddress(address: string): string {
  return address;
}
