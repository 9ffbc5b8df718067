/** Files of unsent answers that arrive at the office. */
export const officeFilesText = {
  title: 'Berkas dari lapangan',
  lead: 'Jawaban yang belum sempat terkirim dari ponsel, dibawa sebagai berkas titipan. Disimpan atas nama pengisinya, siapa pun yang membawanya. Berkas yang sama boleh dimasukkan berulang kali.',
  choose: 'Berkas titipan',
  hint: 'Namanya diawali “patuh-titipan”. Boleh beberapa sekaligus; di komputer juga dapat diseret ke sini.',
  list: 'Berkas yang dimasukkan',
  from: (name: string, day: string, count: number) => `Dari ${name}, dibuat ${day}, ${count} jawaban`,
  sending: 'Sedang dikirim …',
  again: 'Kirim lagi',
  taken: 'Berkas diterima',
  partly: 'Berkas diterima, tetapi tidak semuanya',
  nothingNew: 'Semua jawaban di berkas ini sudah ada',
  nothing: 'Tidak ada jawaban yang dapat disimpan',
  stored: (count: number) => `${count} jawaban disimpan`,
  already: (count: number) => `${count} sudah ada`,
  unused: (count: number) => `${count} tidak dapat dipakai`,
  conflicts: (count: number) =>
    `${count} berbeda dengan isian rekan setim. Keduanya disimpan; tim memilih yang benar di aplikasi lapangan.`,
  late: (count: number) =>
    `${count} datang setelah penilaian diserahkan. Verifikator memutuskannya di halaman unit, di Verifikasi.`,
  held: 'Ada isian yang lebih awal dari ponsel itu yang belum sampai. Masukkan juga berkas lain dari ponsel itu, atau tunggu sampai ponselnya mendapat jaringan.',
  refused:
    'Yang tidak dapat dipakai rusak di perjalanan, tidak terbukti dari pengisinya, atau bukan untuk unit timnya. Salinannya tetap disimpan terpisah. Minta berkas dibuat lagi di ponsel asalnya.',
  faults: {
    foreign: {
      title: 'Ini bukan berkas titipan Patuh',
      body: 'Tidak ada yang disimpan. Pilih berkas yang namanya diawali “patuh-titipan”.',
    },
    damaged: {
      title: 'Berkas ini rusak atau terpotong',
      body: 'Tidak ada yang disimpan. Minta berkas dikirim lagi, sebagai berkas dan bukan sebagai teks yang disalin.',
    },
    'too-new': {
      title: 'Berkas ini dibuat aplikasi yang lebih baru',
      body: 'Tidak ada yang disimpan. Muat ulang halaman ini; bila tetap muncul, server perlu diperbarui. Simpan berkasnya.',
    },
    interrupted: {
      title: 'Belum semuanya terkirim',
      body: 'Jaringan terputus di tengah jalan. Yang sudah sampai tersimpan; kirim lagi untuk melanjutkan.',
    },
  },
} as const;
