/** All interviews of a unit. */
export const fieldUsersText = {
  title: 'Pengguna layanan',
  lead: (interviewed: number, target: number, minimum: number) =>
    `${interviewed} dari ${target} pengguna diwawancarai; sedikitnya ${minimum}.`,
  others: (refused: number, withdrawn: number) =>
    [refused === 0 ? '' : `${refused} orang tidak bersedia`, withdrawn === 0 ? '' : `${withdrawn} wawancara ditarik`]
      .filter((part) => part !== '')
      .join(', '),
  privacy: 'Jangan mencatat nama, nomor telepon, atau alamat pengguna.',
  start: 'Mulai wawancara',
  emptyTitle: 'Belum ada pengguna yang diwawancarai',
  emptyBody: 'Setiap wawancara: persetujuan, empat ciri umum, dan beberapa pertanyaan, tanpa nama.',
  list: 'Wawancara',
  user: (number: number) => `Pengguna ${number}`,
  newUser: 'Pengguna baru',
  complete: 'lengkap',
  open: (count: number) => `${count} belum diisi`,
  states: {
    refused: 'tidak bersedia',
    withdrawn: 'wawancara ditarik',
    'broken-off': 'tidak dihitung',
  },
  reason: 'Alasan kurang dari target',
  reasonHint: (target: number) => `Diisi bila pengguna yang dapat diwawancarai kurang dari ${target}.`,
  back: 'Daftar pengguna',
} as const;
