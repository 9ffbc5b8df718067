import type { Zone } from '@patuh/shared/domain/zone';

import { zonePhrase, ZONE_TEXT } from './zones.ts';

/** Sentences of the rankings page around its table. */
export const rankingsText = {
  section: 'Peringkat',
  heading: 'Peringkat kepatuhan pelayanan publik',
  summaryTitle: 'Ringkasan',
  tableTitle: 'Peringkat kabupaten dan kota',
  provinceTitle: 'Pemerintah provinsi',
  bandsTitle: 'Arti zona dan kategori tahun ini',
  bandsTitleNoZones: 'Arti kategori tahun ini',
  publishedTitle: 'Rekapitulasi sebagaimana diterbitkan',
  pressTitle: 'Salin kalimat untuk berita',
  downloadsTitle: 'Unduh dan periksa',
  sourcesTitle: 'Sumber',
  notesTitle: 'Keterangan',
  complete: 'daftar lengkap',
  incomplete: 'daftar belum lengkap',
  incompleteTitle: 'Daftar belum lengkap',
  missing: 'Pemerintah daerah yang hasilnya belum diketahui',
  noYearZones: 'Tahun ini hasil dinyatakan dalam kategori, tanpa warna zona.',
  unofficial: 'belum resmi',
  unofficialMeaning: 'Bertanda “belum resmi”: batas ini tidak ditemukan dalam terbitan resmi dan merupakan anggapan.',
  inferredMeaning:
    'Bertanda “disimpulkan”: hasil ini tidak diterbitkan untuk daerah tersebut, tetapi mengikuti angka lain yang diterbitkan (misalnya jumlah per zona dikurangi daerah yang sudah disebut).',
  publishedRankMeaning:
    'Peringkat terbit adalah peringkat yang disebut dalam terbitan, bukan hasil hitungan dari daftar ini.',
  rankRangeMeaning:
    'Peringkat “antara … dan …” ditampilkan bila nilai daerah lain tidak diterbitkan, sehingga urutan pastinya tidak dapat dihitung.',
  noRankMeaning: 'Peringkat “–”: nilai daerah ini tidak diterbitkan, sehingga peringkatnya tidak dapat dihitung.',
  tiesMeaning: 'Nilai yang sama mendapat peringkat yang sama; peringkat berikutnya dilewati.',
  publishedCaption: 'Jumlah per zona menurut terbitan, tidak dihitung dari daftar di atas',
  publishedScope: 'Cakupan',
  publishedAssessed: 'Dinilai',
  bandsCaption: 'Kategori, batas nilai, opini, dan zona',
  bandRange: 'Nilai',
  bandOpinion: 'Opini',
  csv: 'Tabel (CSV)',
  json: 'Data (JSON)',
  publication: 'Berkas publikasi bertanda tangan',
  verify: 'Cara memeriksa berkas publikasi',
  hash: 'Sidik jari SHA-256',
  pressLabel: 'Kalimat yang angkanya sudah diperiksa terhadap publikasi',
  pressButton: 'Salin kalimat',
  pressCopied: 'Kalimat sudah disalin.',
  pressSelected: 'Kalimat sudah dipilih. Tekan Ctrl+C atau “Salin”.',
  stripLabel: 'Jumlah per zona',
  moreComparison: 'Lihat perbandingannya.',
} as const;

export const SCOPE_TEXT = {
  'regencies-and-cities': 'kabupaten/kota',
  'regencies-cities-and-province': 'kabupaten/kota dan pemerintah provinsi',
} as const;

export function title(province: string, year: number): string {
  return `${rankingsText.heading} — ${place(province, year)}`;
}

/** The second line of the heading. */
export function place(province: string, year: number): string {
  return `Provinsi ${province}, ${year}`;
}

export function description(province: string, year: number, counts: string): string {
  return `Hasil penilaian kepatuhan pelayanan publik Ombudsman RI tahun ${year} di Provinsi ${province}. ${counts}`;
}

/** A page of invented figures claims nothing of the Ombudsman. */
export function demoLead(year: number): string {
  return `Contoh halaman peringkat, dengan nilai rekaan tahun ${year}.`;
}

export function lead(year: number): string {
  return `Hasil penilaian Ombudsman Republik Indonesia tahun ${year} atas kepatuhan pemerintah daerah terhadap standar pelayanan publik.`;
}

export function provenance(id: string, date: string): string {
  return `Publikasi ${id}, dimuat di sini pada ${date}`;
}

/** Said above the figures, so that nobody who remembers other ones has to wonder. */
export function correctionOf(reason: string): string {
  return `Daftar ini koreksi. Alasan: ${reason}`;
}

export function replacedFile(id: string): string {
  return `Berkas yang diganti: ${id}`;
}

/** "dari 22 · 54,55 %", or without a percentage while the list is incomplete. */
export function shareOf(total: number, percent: string | null): string {
  return percent === null ? `dari ${total} yang diketahui` : `dari ${total} · ${percent}`;
}

/** What a count without percentage is counted over: all that were assessed, or only those whose result is known. */
export function countBase(total: number, complete: boolean): string {
  return complete ? `dari ${total}` : shareOf(total, null);
}

export function zoneLabel(zone: Zone): string {
  return `Zona ${ZONE_TEXT[zone].word.toLowerCase()}`;
}

export function percentBase(scope: string, count: number): string {
  return `Persentase dihitung terhadap ${count} pemerintah daerah yang dinilai (${scope}).`;
}

export function roundingRemark(sum: string): string {
  return `Jumlah ${sum} % karena pembulatan.`;
}

export function incompleteList(known: number, expected: number): string {
  return `Diketahui ${known} dari ${expected} pemerintah daerah. Daftar ini belum lengkap, karena itu persentase dan peringkat tidak ditampilkan.`;
}

export function incompleteUnknown(known: number): string {
  return `Diketahui ${known} pemerintah daerah. Berapa yang dinilai tahun ini tidak diketahui dari terbitan yang ada, karena itu persentase dan peringkat tidak ditampilkan.`;
}

export function incompleteZones(known: number): string {
  return `Hasil ${known} pemerintah daerah diketahui, tetapi tidak semuanya dengan zona, karena itu persentase tidak ditampilkan.`;
}

export function expectedFrom(source: string): string {
  return `Sumber jumlah yang dinilai: ${source}.`;
}

export function provinceUnknown(province: string, year: number): string {
  return `Nilai Pemerintah Provinsi ${province} tahun ${year} belum tercatat.`;
}

export function provinceApart(year: number): string {
  return `Pemerintah provinsi dinilai dari unit layanannya sendiri dan tidak ikut dalam peringkat kabupaten/kota. Peringkatnya pada ${year} dihitung di antara pemerintah provinsi se-Indonesia.`;
}

export function nationalRank(rank: number, of: number | null): string {
  return of === null
    ? `peringkat ${rank} di antara pemerintah provinsi`
    : `peringkat ${rank} dari ${of} pemerintah provinsi`;
}

export function bandRange(lower: string, next: string | null): string {
  return next === null ? `${lower} – 100,00` : `${lower} – < ${next}`;
}

export function awardRule(rule: string): string {
  return `Piagam tahun ini: ${rule}`;
}

export function awardCount(count: number): string {
  return `${count} pemerintah daerah menerima piagam.`;
}

export function methodLink(year: number): string {
  return `Cara menilai ${year}`;
}

export function publishedOf(year: number): string {
  return `Angka ini disalin dari terbitan tentang tahun ${year} sebagaimana diterbitkan dan tidak digabungkan dengan hitungan dari daftar.`;
}

/** Names of zones with counts: "12 di zona hijau, 10 di zona kuning, dan tidak ada di zona merah". */
export function zoneCount(zone: Zone, count: number, percent: string | null): string {
  if (percent === null) return `${count} di ${zonePhrase(zone)}`;
  return `${count} (${percent}) di ${zonePhrase(zone)}`;
}

export function bandCount(opinion: string, count: number): string {
  return `${count} berkategori ${opinion}`;
}

/** "a, b, dan c". */
export function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  if (parts.length === 2) return parts.join(' dan ');
  return `${parts.slice(0, -1).join(', ')}, dan ${parts.at(-1) ?? ''}`;
}
