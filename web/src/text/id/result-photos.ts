import type { ResultPhoto } from '@patuh/shared/contracts/results';

import { formatCount } from '../../ui/number.ts';

type Why = Extract<ResultPhoto, { state: 'missing' }>['why'];

/** Photos as the unit’s own government sees them. */
export const resultPhotosText = {
  title: 'Foto bukti',
  lead: 'Foto dari kunjungan yang sudah diperiksa kantor Ombudsman. Wajah, pelat nomor, dan nama ditutup sebelum foto diperlihatkan; bagian yang ditutup tidak ikut dikirim.',
  shown: (count: number): string => `${formatCount(count)} foto diperlihatkan, di indikatornya masing-masing.`,
  photos: (count: number): string => `${formatCount(count)} foto`,
  emptyTitle: 'Belum ada foto yang diperlihatkan',
  emptyBody:
    'Kantor Ombudsman menutup wajah, pelat nomor, dan nama sebelum foto keluar dari kantor. Begitu sebuah foto diputuskan, foto itu tampil di indikatornya. Catatan asesor di setiap indikator sudah dapat dibaca.',
  noneTitle: 'Tidak ada foto bukti',
  noneBody: 'Tim tidak mengirim foto atau dokumen untuk unit ini. Dasar penilaiannya adalah pengamatan dan wawancara.',
  ofUnit: 'Foto unit secara umum',
  alt: (name: string, hides: boolean): string => `Foto bukti: ${name}${hides ? ', sebagian ditutup' : ''}`,
  enlarge: (name: string): string => `Perbesar foto bukti: ${name}`,
  close: 'Tutup',
  kinds: { photo: 'Foto', 'web-address': 'Tangkapan layar situs' },
  missing: {
    'not-here': (count) => `${formatCount(count)} foto belum sampai dari lapangan.`,
    'not-decided': (count) =>
      `${formatCount(count)} foto belum diperlihatkan: kantor belum memeriksa wajah dan pelat di dalamnya.`,
    withheld: (count) => `${formatCount(count)} foto tidak diperlihatkan, menurut keputusan kantor.`,
    document: (count) => `${formatCount(count)} dokumen tidak diperlihatkan: dokumen hanya dilihat tim dan kantor.`,
  } satisfies Readonly<Record<Why, (count: number) => string>>,
} as const;
