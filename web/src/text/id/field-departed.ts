/** A unit that went to another team while somebody worked in it. */
export const fieldDepartedText = {
  title: (unit: string) => `${unit} tidak lagi pada tim Anda`,
  why: 'Kantor memberikannya kepada tim lain, atau Anda sudah tidak di tim itu.',
  waiting: (answers: number, photos: number) =>
    `${[answers === 0 ? '' : `${answers} jawaban`, photos === 0 ? '' : `${photos} foto atau dokumen`]
      .filter(Boolean)
      .join(
        ' dan ',
      )} yang Anda isi masih di perangkat ini. Semuanya dikirim sendiri begitu ada jaringan, dan tetap dihitung.`,
  turnedAway: (count: number) =>
    `${count} isian atau foto tidak diterima server dan tetap tersimpan di sini; lihat “Rincian”.`,
  sent: 'Semua yang Anda isi sudah di server dan tetap dihitung.',
  stop: 'Yang sudah Anda isi dikirim dan tetap dihitung. Selanjutnya biarkan tim yang baru mengisi, supaya tidak terisi dua kali.',
  understood: 'Mengerti',
} as const;
