import { formatCount } from '../../ui/number.ts';

/** What of photos is seen outside the team and the office: words of the office. */

interface Tally {
  readonly all: number;
  readonly cleared: number;
  readonly withheld: number;
}

export const clearancesText = {
  title: 'Foto yang boleh dilihat ke luar',
  lead: 'Foto asli hanya dilihat tim dan kantor. Kantor Sekda melihat foto yang sudah Anda putuskan, setelah hasil lengkap; wajah, pelat, dan nama yang Anda tutup tidak ikut dikirim. Dokumen tidak pernah diperlihatkan.',
  back: 'Kembali ke meja verifikasi',
  open: 'Samarkan wajah dan pelat',
  goThrough: (open: number): string => (open === 0 ? 'Lihat keputusan foto' : `Putuskan ${formatCount(open)} foto`),
  tally: ({ all, cleared }: Tally): string =>
    `${formatCount(cleared)} dari ${formatCount(all)} foto siap diperlihatkan`,
  tallyMore: ({ all, cleared, withheld }: Tally): string => {
    const open = all - cleared - withheld;
    const parts = [
      ...(open > 0 ? [`${formatCount(open)} belum diputuskan`] : []),
      ...(withheld > 0 ? [`${formatCount(withheld)} tidak diperlihatkan`] : []),
    ];
    return parts.length === 0 ? '.' : `; ${parts.join(', ')}.`;
  },
  outstanding: (count: number): string => `${formatCount(count)} foto belum sampai dari telepon tim.`,
  none: 'Unit ini belum mempunyai foto yang dapat dilihat ke luar.',
  allDone: 'Semua foto sudah diputuskan.',
  position: (at: number, of: number): string => `Foto ${formatCount(at)} dari ${formatCount(of)}`,
  missing: 'Foto ini tidak dapat ditampilkan. Selama belum terlihat, foto ini hanya dapat ditahan: jangan perlihatkan.',
  strip: 'Semua foto unit',
  caption: (caption: string): string => `Keterangan tim, tidak ikut diperlihatkan: ${caption}`,
  ofUnit: 'Foto unit secara umum',
  states: {
    open: 'belum diputuskan',
    drawn: 'digambar, belum disimpan',
    sending: 'sedang disimpan',
    refused: 'belum tersimpan',
    cleared: 'siap diperlihatkan',
    withheld: 'tidak diperlihatkan',
  },
  decidedBy: (what: string, by: string, at: string): string => `${what}, oleh ${by}, ${at}.`,
  hidden: (areas: number): string =>
    areas === 0 ? 'Tidak ada yang disamarkan' : `${formatCount(areas)} bidang disamarkan`,
  withheld: 'Tidak diperlihatkan kepada siapa pun di luar tim dan kantor',
  save: 'Simpan dan lanjut',
  nothing: 'Tidak ada yang perlu disamarkan',
  withhold: 'Jangan perlihatkan foto ini',
  previous: 'Foto sebelumnya',
  next: 'Foto berikutnya',
  close: 'Tutup',
  said: {
    saved: (next: string): string => `Disimpan. ${next}`,
  },
  refusedTitle: 'Ada foto yang belum tersimpan',
  refusedOpen: (photo: string): string => `Buka ${photo.toLowerCase()}`,
  changed: {
    title: 'Foto ini sudah diputuskan orang lain',
    body: (what: string, by: string, at: string): string =>
      `${by} memutuskan pada ${at}: ${what.toLowerCase()}. Yang Anda gambar masih ada di sini dan belum menggantikan apa pun.`,
    theirs: (by: string): string => `Pakai keputusan ${by}`,
    mine: 'Tetap pakai punya saya',
  },
  keys: {
    title: 'Pintasan',
    list: [
      ['S', 'simpan dan lanjut'],
      ['T', 'tidak ada yang perlu disamarkan'],
      ['X', 'jangan perlihatkan foto ini'],
      ['N', 'tambah bidang; panah menggeser, Shift + panah mengubah ukuran, Delete menghapus'],
      ['V', 'lihat hasilnya'],
      ['J, K', 'foto berikutnya, sebelumnya'],
      ['+, −, P', 'perbesar, perkecil, putar'],
    ],
  },
} as const;

/** Of the pieces of a tally: how many are left to decide about. */
export function openIn({ all, cleared, withheld }: Tally): number {
  return all - cleared - withheld;
}
