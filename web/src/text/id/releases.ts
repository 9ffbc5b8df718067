import type { ReleaseScope } from '@patuh/shared/contracts/releases';
import type { AssessmentState } from '@patuh/shared/domain/assessment';

import { STATE_WORDS } from './assessment-words.ts';
import { provinceName } from './places.ts';

/** Publishing by two people: what is ready, what is prepared, what was published. */

export const RELEASE_STATE: Readonly<Record<ReleaseScope['releases'][number]['state'], string>> = {
  prepared: 'Menunggu persetujuan orang kedua',
  published: 'Terbit',
  withdrawn: 'Ditarik sebelum terbit',
};

/** A state inside a table; the clarification keeps a verified unit from being published. */
export function unitStateWords(state: AssessmentState | 'planned'): string {
  if (state === 'planned') return 'belum mempunyai tim';
  const word = STATE_WORDS[state].toLowerCase();
  return state === 'verified' ? `${word}, masa klarifikasi belum selesai` : word;
}

export const releasesText = {
  title: 'Penerbitan',
  lead: 'Hasil satu provinsi terbit sekaligus, atas Keputusan Ketua Ombudsman RI, dan hanya setelah dua orang memeriksanya: satu menyiapkan, satu menyetujui.',
  emptyTitle: 'Belum ada yang dapat diterbitkan',
  emptyBody: 'Provinsi muncul di sini setelah ada unit yang dinilai dalam suatu periode.',
  back: 'Semua penerbitan',
  demo: 'Data contoh',
  open: 'Buka',
  scopeName: (period: string, province: string) => `${period}, Provinsi ${provinceName(province)}`,

  unitsTitle: 'Unit',
  units: ({ all, final, notAssessed }: ReleaseScope['units']) =>
    `${final} dari ${all} unit final${notAssessed === 0 ? '' : `, ${notAssessed} tidak dinilai dengan alasan`}.`,
  ready: 'Semua unit sudah final atau tercatat tidak dinilai.',
  blocked: (count: number) => `${count} unit belum final`,
  blockedBody: 'Hasil baru dapat disiapkan setelah semua unit di bawah ini final, atau tercatat tidak dinilai.',
  blockerCaption: 'Unit yang belum final',
  government: 'Pemerintah daerah',
  unit: 'Unit',
  state: 'Keadaan',

  publicTitle: 'Yang terbit sekarang',
  publicNone: 'Belum ada hasil yang terbit untuk provinsi dan tahun ini.',
  publicNow: (id: string, date: string) => `Publikasi ${id}, terbit ${date}.`,
  publicImported:
    'Daftar ini dihimpun dari terbitan. Hasil penilaian yang dihitung di sini terbit sebagai koreksinya; daftar lama tetap dapat dibaca.',
  publicLink: 'Buka halaman publik',

  prepareTitle: 'Siapkan publikasi',
  prepareCorrectionTitle: 'Siapkan koreksi',
  prepareWho:
    'Anda menjadi orang pertama. Setelah disiapkan, orang lain yang berwenang (Kepala Perwakilan provinsi ini atau Administrator nasional) harus memeriksa pratinjau dan menyetujuinya. Anda tidak dapat menyetujui yang Anda siapkan sendiri.',
  prepareFixed: 'Isinya dikunci saat disiapkan: hasil yang berubah sesudahnya harus disiapkan lagi.',
  decreeNumber: 'Nomor Keputusan Ketua',
  decreeNumberHint: 'Seperti tertulis pada keputusan, misalnya 252 Tahun 2024.',
  decreeDate: 'Tanggal keputusan',
  decreeDateHint: 'Tidak boleh sesudah hari ini.',
  reason: 'Alasan koreksi',
  reasonHint: 'Terbit bersama koreksinya dan dibaca publik. Jangan sebut nama orang.',
  corrects: (id: string) => `Koreksi ini menggantikan publikasi ${id}, yang tetap dapat dibaca.`,
  prepare: 'Siapkan dan lihat pratinjau',
  preparing: 'Menghitung…',

  waitingTitle: 'Sudah disiapkan',
  waiting: (by: string, at: string) => `Disiapkan oleh ${by} pada ${at}.`,
  waitingMine: 'Anda yang menyiapkan, jadi orang lain yang harus menyetujui.',
  waitingOther: 'Anda dapat menjadi orang kedua: periksa pratinjaunya, lalu setujui atau tarik.',
  toPreview: 'Lihat pratinjau',

  historyTitle: 'Riwayat',
  historyNone: 'Belum ada yang pernah disiapkan.',
  historyCaption: 'Semua yang pernah disiapkan, terbaru lebih dahulu',
  decree: 'Keputusan',
  preparedBy: 'Disiapkan',
  decidedBy: 'Diputuskan',
  outcome: 'Hasil',
  decreeOf: (number: string, date: string) => `Nomor ${number}, ${date}`,
  byAt: (by: string, at: string) => `${by}, ${at}`,

  previewTitle: {
    prepared: (province: string, year: number) => `Pratinjau: ${province} ${year}`,
    published: (province: string, year: number) => `Terbit: ${province} ${year}`,
    withdrawn: (province: string, year: number) => `Ditarik: ${province} ${year}`,
  },
  toScope: 'Unit dan riwayat penerbitan provinsi ini',
  previewHeading: 'Halaman publik',
  previewFrame: 'Halaman peringkat seperti yang akan dibaca publik',
  previewHow:
    'Di bawah ini halaman peringkat seperti yang akan dibaca publik, dibuat oleh program yang sama. Tautan di dalamnya belum dapat dibuka. Nomor publikasi, tanggal terbit, dan sidik jari berkas baru ada saat terbit.',
  previewThen: 'Halaman peringkat seperti yang disiapkan waktu itu. Tautan di dalamnya tidak dapat dibuka di sini.',
  contentHash: 'Sidik jari isi',
  contentHashWhy:
    'Orang kedua menyetujui persis isi dengan sidik jari ini. Bila hasil satu unit pun berubah, persetujuan ditolak.',
  decision: 'Keputusan orang kedua',
  cannotApprove:
    'Anda yang menyiapkan publikasi ini. Minta orang lain yang berwenang membuka halaman ini dan menyetujuinya.',
  approve: 'Setujui dan terbitkan',
  approveTitle: 'Terbitkan sekarang?',
  approveBody: (province: string, year: number) =>
    `Hasil ${province} tahun ${year} langsung dapat dibaca publik dan tidak dapat dihapus. Kesalahan hanya dapat diperbaiki dengan koreksi yang menyebut alasannya.`,
  approveCounts: 'Yang akan terbit:',
  assessed: (count: number) => `${count} pemerintah daerah dinilai`,
  incomplete: (known: number, expected: number) =>
    `Daftar belum lengkap: ${known} dari ${expected}. Peringkat dan persentase tidak ditampilkan.`,
  approveSeen: 'Saya sudah memeriksa pratinjau dan keputusannya.',
  approving: 'Menerbitkan…',
  cancel: 'Batal',
  withdraw: 'Tarik',
  withdrawTitle: 'Tarik yang sudah disiapkan?',
  withdrawBody: 'Tidak ada yang terbit. Setelah ditarik, hasil dapat disiapkan lagi.',
  withdrawn: 'Ditarik sebelum terbit. Publik tidak pernah melihatnya.',

  publishedTitle: 'Sudah terbit',
  publishedBody: (id: string, by: string, at: string) => `Publikasi ${id}, disetujui oleh ${by} pada ${at}.`,
  file: 'Unduh berkas publikasi',
  verify: 'Cara memeriksa berkas',
  verifyCommand: 'Siapa pun dapat menghitung ulang semuanya dari berkas itu, sampai tingkat indikator:',
  replaces: (id: string, reason: string) => `Koreksi atas ${id}. Alasan: ${reason}`,
} as const;
