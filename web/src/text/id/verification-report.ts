import { type ContentRule, type Difference, type Place, type Step, stepOf } from '@patuh/shared/publication/difference';
import type { ChainFault } from '@patuh/shared/publication/chain';
import { assertNever } from '@patuh/shared/domain/assert-never';

/** What verification found, in Indonesian; apart from the page, because it travels to the browser. */

const RULES: Readonly<Record<ContentRule, string>> = {
  'id-of-scope-and-year': 'nomornya harus menyebut cakupan dan tahunnya',
  'replaces-an-earlier-one': 'koreksi mengganti publikasi terdahulu dengan cakupan dan tahun yang sama',
  'kind-in-one-table': 'satu jenis instansi hanya mempunyai satu daftar kategori',
  'band-named-once': 'satu kategori hanya disebut satu kali dalam daftarnya',
  'bands-descend': 'kategori berurut dari yang tertinggi, dan yang terakhir mulai dari 0,00',
  'in-the-province': 'daerahnya harus berada di provinsi publikasi ini',
  'kind-matches-code': 'kode provinsi dua angka, kode kabupaten atau kota empat angka',
  'once-per-list': 'satu daerah hanya boleh satu kali dalam daftar',
  'something-known': 'setiap baris harus mempunyai nilai, kategori, atau zona',
  'band-of-the-year': 'kategorinya harus salah satu kategori tahun itu',
  'not-more-than-expected': 'daerah yang diketahui lebih banyak daripada yang dinilai',
  'counts-add-up': 'jumlah ketiga zona harus sama dengan jumlah yang dinilai',
  'units-need-products':
    'jumlah produk setiap unit tidak ada dalam berkas, jadi nilainya tidak dapat dihitung ulang dari unit',
  'decree-before-publication': 'tanggal keputusan tidak boleh sesudah publikasi ini terbit',
  'instrument-of-the-year': 'instrumennya harus dipakai pada tahun itu',
  'instrument-scores': 'instrumennya bertentangan dengan dirinya sendiri, jadi tidak dapat dipakai menghitung',
  'unit-once': 'satu unit, dan namanya dalam satu daerah, hanya boleh satu kali dalam daftar',
  'some-unit-assessed': 'daerah dalam daftar nilai harus mempunyai unit yang dinilai, yang lain dicatat terpisah',
  'level-possible':
    'jumlah tingkat harus antara 0 dan n kali tingkat tertinggi, n harus 1 bila hanya satu tingkat yang dihitung, dan indikator wajib harus ada',
  'levels-in-order': 'indikatornya harus persis sama dengan instrumen, masing-masing satu kali dan menurut urutannya',
  'products-fit': 'jumlah produk harus sama dengan yang tercatat pada indikatornya',
  'audit-of-both-offices': 'ujung catatan audit harus dari kantor pusat dan provinsi itu, masing-masing satu kali',
};

/** How far up the way from levels to the public list the recomputed figures still agree. */
const STEPS: Readonly<Record<Step, string>> = {
  indicator: 'tingkat indikator',
  unit: 'nilai unit',
  government: 'nilai pemerintah daerah',
  zone: 'kategori dan zona',
  rank: 'peringkat dan urutan',
  counts: 'jumlah dan persentase',
};

/** One sentence, without a full stop: what the file says and what it should say. */
export function differenceText(difference: Difference): string {
  const step = stepOf(difference);
  return step === undefined ? sentence(difference) : `Pertama berbeda pada ${STEPS[step]}. ${sentence(difference)}`;
}

function sentence(difference: Difference): string {
  switch (difference.problem) {
    case 'too-large':
      return `Berkas lebih besar dari ${difference.limit / 1_000_000} MB, jadi bukan publikasi`;
    case 'not-utf8':
      return 'Isi berkas bukan teks UTF-8';
    case 'byte-order-mark':
      return 'Berkas diawali tanda urutan bita (BOM), yang tidak ada pada berkas asli';
    case 'not-json':
      return `Isi berkas bukan JSON: ${difference.reason}`;
    case 'unreadable':
      return `Berkas tidak dapat diperiksa: ${difference.reason}`;
    case 'missing':
      return `${difference.path} tidak ada`;
    case 'not-allowed':
      return `${difference.path} berisi ${difference.found}, yang tidak sesuai dengan bentuk publikasi`;
    case 'unknown-field':
      return `${difference.path} memuat bagian yang tidak dikenal: ${difference.found}`;
    case 'not-canonical':
      return `Susunan bitanya bukan bentuk baku (RFC 8785): karakter ke-${difference.position + 1} adalah ${difference.found}, seharusnya ${difference.expected}`;
    case 'recomputed':
      return `${placeText(difference.at)} tertulis ${difference.found}, hasil hitung ulang ${difference.expected}`;
    case 'rule':
      return `${placeText(difference.at)} berisi ${difference.found}: ${RULES[difference.rule]}`;
    case 'order':
      return `Baris ke-${difference.index + 1} adalah ${difference.found}, seharusnya ${difference.expected} menurut peringkat, nilai, dan zona`;
    case 'hash':
      return `Sidik jari yang tertulis ${difference.found}, hasil hitung ulang ${difference.expected}`;
    case 'signature':
      return `Tanda tangan bukan buatan kunci ${difference.keyId} untuk isi ini`;
    case 'key':
      return `Berkas ditandatangani kunci ${difference.found}, sedangkan kunci yang Anda percayai ${difference.expected}`;
    default:
      return assertNever(difference);
  }
}

function placeText({ row, unit, path }: Place): string {
  const inUnit = unit === undefined ? path : `unit ${unit.name}, ${path}`;
  return row === null ? inUnit : `Baris ke-${row.index + 1} (${row.name}), ${inUnit}`;
}

/** One sentence about publications that do not hang together, without a full stop. */
export function chainFaultText(fault: ChainFault): string {
  switch (fault.problem) {
    case 'fork':
      return fault.after === null
        ? `${names(fault.names)} sama-sama mengaku sebagai publikasi pertama`
        : `${names(fault.names)} sama-sama mengaku menyambung publikasi ${fault.after}`;
    case 'gap':
      return `${fault.name} menyambung publikasi ${fault.after}, yang tidak ada di antara berkas ini`;
    case 'same-id':
      return `${names(fault.names)} berbeda isinya tetapi bernomor sama (${fault.id})`;
    case 'replaced-twice':
      return `${names(fault.names)} sama-sama mengganti ${fault.id}`;
    case 'replaced-hash':
      return `${fault.name} menyebut sidik jari ${fault.found} untuk ${fault.id} yang digantinya, padahal sidik jarinya ${fault.expected}`;
    case 'replaced-later':
      return `${fault.name} mengganti ${fault.id}, padahal ${fault.id} terbit sesudahnya`;
    case 'key-again':
      return `${fault.name} ditandatangani dengan kunci ${fault.keyId}, padahal kunci itu sudah diganti sebelumnya`;
    default:
      return assertNever(fault);
  }
}

function names(all: readonly string[]): string {
  return all.join(' dan ');
}

export const reportText = {
  filesLabel: 'Pilih berkas publikasi',
  filesHint: 'Satu berkas atau lebih (.json). Berkas diperiksa di peramban Anda dan tidak dikirim ke mana pun.',
  drop: 'Atau seret berkas ke kotak ini.',
  keyLabel: 'Sidik jari kunci yang Anda percayai (boleh kosong)',
  keyHint: '64 huruf dan angka, dari sumber di luar berkas itu sendiri, misalnya pengumuman resmi.',
  keyWrong: 'Sidik jari kunci terdiri atas tepat 64 karakter 0–9 dan a–f.',
  ownButton: (count: number) => `Periksa semua publikasi di situs ini (${count} berkas)`,
  working: 'Sedang memeriksa …',
  failed: 'Pemeriksaan tidak dapat dijalankan di peramban ini. Pakai perintah di bawah.',
  unreachable: 'Sebagian berkas tidak dapat diunduh. Periksa sambungan Anda, lalu coba lagi.',
  resultTitle: 'Hasil pemeriksaan',
  allGood: (count: number) => (count === 1 ? 'Berkas ini cocok.' : `Semua ${count} berkas cocok.`),
  notGood: (bad: number, count: number) => `${bad} dari ${count} berkas tidak cocok.`,
  chainsBad: 'Berkasnya masing-masing cocok, tetapi tidak bersambung dengan benar.',
  fileGood: 'Cocok: isinya dapat dihitung ulang, sidik jari dan tanda tangannya benar.',
  fileBad: 'Tidak cocok. Perbedaan pertama:',
  more: (count: number) => `dan ${count} perbedaan lain`,
  keyUnchecked: (keyId: string) =>
    `Tanda tangan cocok dengan kunci ${keyId}, tetapi siapa pemilik kunci itu belum diperiksa: isi kunci yang Anda percayai di atas.`,
  keyChecked: 'Kunci penandatangannya adalah kunci yang Anda percayai.',
  chainGood: (count: number) => `Rantai ${count} publikasi bersambung tanpa celah.`,
  chainLater: 'Rantai ini tidak dimulai dari publikasi pertama: yang sebelumnya tidak diperiksa.',
  published: (title: string, id: string) => `${title} (${id})`,
  demo: 'Publikasi contoh dengan data rekaan.',
} as const;
