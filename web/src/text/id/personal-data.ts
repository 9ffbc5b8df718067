import type { CountedFrom, RetentionKind, StillOpen } from '@patuh/shared/domain/retention';

import { formatBytes } from '../../ui/moment.ts';
import { formatCount } from '../../ui/number.ts';

/** Words of the page that says what is kept of people, and until when. */
export const personalDataText = {
  title: 'Data pribadi',
  lead: 'Apa yang disimpan tentang orang, sampai kapan, dan apa yang sudah dihapus.',
  kinds: {
    withdrawn: 'Wawancara yang dicabut',
    respondents: 'Data dan kata-kata responden',
    evidence: 'Foto dan dokumen',
    visits: 'Berita acara kunjungan',
    words: 'Catatan dan alasan',
    unplaced: 'Kiriman yang tidak dapat dipakai',
    devices: 'Perangkat dan tautan masuk',
    accounts: 'Akun tertutup',
  } satisfies Record<RetentionKind, string>,
  from: {
    withdrawal: 'sejak dicabut',
    'closing-of-period': 'sejak hasil diumumkan',
    arrival: 'sejak diterima',
    'end-of-use': 'sejak tidak dipakai lagi',
    'closing-of-account': 'sejak akun ditutup',
  } satisfies Record<CountedFrom, string>,
  stays:
    'Yang tetap ada: tingkat, nilai, publikasi, dan jejak audit. Di tempat kata-kata tertulis kapan semuanya dihapus.',
  byCommand:
    'Tidak ada yang terhapus dengan sendirinya. Petugas server menghapus dengan perintah “npm run purge”, yang menunjukkan dahulu apa yang akan dihapus.',
  province: 'Provinsi',
  period: (name: string, year: number): string => `${name} (${year})`,
  closedSince: (day: string): string => `Dihitung sejak ${day}.`,
  open: {
    'not-published': 'Hasilnya belum diumumkan: belum ada yang dihapus, kecuali wawancara yang dicabut.',
    clarification: 'Klarifikasi masih dibuka: belum ada yang dihapus, kecuali wawancara yang dicabut.',
    correction: 'Sedang ada koreksi: belum ada yang dihapus, kecuali wawancara yang dicabut.',
    running: 'Uji coba ini belum selesai: belum ada yang dihapus, kecuali wawancara yang dicabut.',
  } satisfies Record<StillOpen, string>,
  noPeriods: 'Provinsi ini belum mempunyai penilaian.',
  columns: { kind: 'Jenis', held: 'Masih disimpan', until: 'Sampai', state: 'Keadaan' },
  heldOf: (caption: string): string => `Data pribadi dalam ${caption}`,
  figures: (entries: number, files: number, bytes: number): string =>
    entries + files === 0
      ? 'tidak ada'
      : [
          ...(entries > 0 ? [`${formatCount(entries)} isian`] : []),
          ...(files > 0 ? [`${formatCount(files)} berkas (${formatBytes(bytes)})`] : []),
        ].join(', '),
  untilUnknown: 'belum ditentukan',
  untilEach: 'sebulan lebih sesudah dicabut, menurut lama penyimpanannya',
  due: 'Sudah waktunya dihapus',
  notDue: 'Belum waktunya',
  nothing: 'Tidak ada yang disimpan',
  nation: 'Tidak terikat provinsi',
  nationLead: 'Yang sudah waktunya dihapus di seluruh Indonesia.',
  nationNothing: 'Tidak ada yang sudah waktunya dihapus.',
  lengths: 'Lama penyimpanan',
  lengthColumns: { kind: 'Jenis', months: 'Lama', from: 'Dihitung', changed: 'Diputuskan' },
  months: (months: number): string => `${formatCount(months)} bulan`,
  byDefault: 'bawaan',
  decided: (name: string, day: string): string => `${name}, ${day}`,
  change: {
    title: 'Ubah lama penyimpanan',
    lead: 'Berlaku juga untuk yang sudah disimpan: masa yang lebih pendek dapat membuat data segera waktunya dihapus.',
    kind: 'Jenis data',
    months: 'Lama dalam bulan',
    bounds: (least: number, most: number): string => `Antara ${formatCount(least)} dan ${formatCount(most)} bulan.`,
    now: (months: number): string => `Sekarang ${formatCount(months)} bulan.`,
    save: 'Simpan lama penyimpanan',
    saved: (kind: string, months: number): string => `${kind}: disimpan ${formatCount(months)} bulan.`,
  },
  purged: 'Sudah dihapus',
  purgedColumns: { at: 'Kapan', kind: 'Jenis', period: 'Periode', what: 'Apa', trail: 'Jejak' },
  noPeriod: 'tidak terikat periode',
  nothingPurged: 'Belum ada yang dihapus.',
  trail: 'Lihat di jejak audit',
} as const;
