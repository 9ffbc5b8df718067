/** “Narahubung unit”: the Sekda office says who its units are reached by. */
export const contactsText = {
  title: 'Narahubung unit',
  lead: 'Satu orang atau lebih untuk setiap unit layanan pemerintah daerah Anda. Mereka menyiapkan dokumen dan menjawab permintaan Ombudsman.',
  invite: 'Undang narahubung',
  back: 'Semua narahubung',
  empty: 'Belum ada narahubung',
  emptyBody: 'Undang yang pertama; Anda mendapat tautan sekali pakai untuk diberikan kepadanya.',
  caption: 'Narahubung unit layanan pemerintah daerah Anda',
  columns: { person: 'Narahubung', units: 'Unit', status: 'Keadaan' },
  without: (count: number) =>
    count === 1 ? 'Satu unit belum mempunyai narahubung' : `${count} unit belum mempunyai narahubung`,
  form: {
    title: 'Undang narahubung',
    lead: 'Akun dibuat sekarang; orangnya masuk dengan tautan sekali pakai yang Anda berikan sendiri.',
    government: 'Pemerintah daerah',
    units: 'Untuk unit',
    none: 'Pemerintah daerah ini belum mempunyai unit layanan yang terdaftar. Hubungi kantor perwakilan Ombudsman.',
    submit: 'Undang dan buat tautan',
  },
  person: {
    units: 'Unit',
    more: 'Ingin mengganti unitnya? Hubungi kantor perwakilan Ombudsman, atau tutup akun ini dan undang orang yang baru.',
  },
} as const;
