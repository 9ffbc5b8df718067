import type { ChangeRefusal } from '@patuh/shared/domain/change';

/** What opens below the line about sending: how it stands, what to do, unit by unit. */
export const fieldDetailsText = {
  title: 'Di mana data saya?',
  lastContact: (when: string) => `Terakhir dicocokkan dengan server: ${when}.`,
  neverContact: 'Perangkat ini belum pernah dicocokkan dengan server.',
  todo: {
    sent: 'Tidak ada yang perlu dilakukan.',
    sending: 'Pengiriman sedang berjalan. Anda dapat terus mengisi.',
    offline:
      'Server belum dapat dihubungi. Cari tempat yang bersinyal; pengiriman berjalan sendiri. Kalau beberapa hari tanpa sinyal, simpan berkas dan titipkan kepada rekan yang pulang lebih dulu.',
    busy: 'Server sedang tidak dapat menerima. Pengiriman dicoba lagi sendiri; tidak ada yang hilang.',
    signedOut: 'Masa masuk Anda habis. Masuk lagi, lalu pengiriman berjalan sendiri.',
  },
  retry: 'Kirim sekarang',
  retrying: 'Mengirim…',
  files: 'Simpan atau terima berkas',
  units: 'Boleh pulang?',
  unitsReading: 'Memeriksa unit…',
  noUnits: 'Belum ada unit di perangkat ini.',
  mayLeave: 'Boleh pulang: semua jawaban dan foto sudah di server dan tidak ada yang kurang.',
  handedIn: 'Tidak perlu diisi lagi; semua jawaban dan foto sudah di server.',
  onlySending: (answers: number, files: number) => {
    const left = [...(answers > 0 ? [`${answers} jawaban`] : []), ...(files > 0 ? [`${files} foto atau dokumen`] : [])];
    return `Tidak ada yang kurang. Tinggal terkirim: ${left.join(' dan ')}.`;
  },
  reasons: {
    'photos-waiting': (count: number) => `${count} foto atau dokumen belum terkirim`,
    'photos-lost': (count: number) => `${count} foto atau dokumen hilang dari HP ini sebelum terkirim`,
    'photos-refused': (count: number) => `${count} foto atau dokumen tidak diterima server`,
    'photos-elsewhere': (count: number) => `${count} foto atau dokumen masih di HP rekan`,
    waiting: (count: number) => `${count} jawaban belum terkirim`,
    refused: (count: number) => `${count} jawaban tidak diterima server`,
    unconfirmed: 'belum dicocokkan dengan server',
    unkept: (count: number) => `${count} jawaban belum tersimpan di perangkat ini`,
    carried: (count: number) => `${count} berkas titipan rekan belum sampai di server`,
    lacking: (count: number | undefined) =>
      count === undefined ? 'pertanyaannya belum ada di perangkat ini' : `${count} hal masih kurang`,
  },
  not: (reasons: string) => `Belum: ${reasons}.`,
} as const;

/** What the server did not take, and what can be done about it. */
export const fieldRefusedText = {
  title: (count: number) => `${count} jawaban tidak diterima server`,
  intro: 'Tidak ada yang dihapus: jawaban di bawah tetap tersimpan di sini.',
  item: (place: string, value: string) => `${place}: ${value}`,
  why: (reason: string) => `Alasan: ${reason}.`,
  otherUnit: 'Unit yang bukan lagi tugas tim Anda',
  todo: {
    'unknown-assessment':
      'Buat berkas jawaban di “Berkas cadangan dan titipan” dan serahkan kepada kantor: dari berkas, jawaban ini diterima lagi.',
    'unknown-indicator': 'Catat isinya dan beri tahu kantor.',
    'unknown-subject': 'Isi ulang pada responden atau produk yang benar.',
    'wrong-field': 'Isi ulang di pertanyaannya.',
    'level-out-of-range': 'Pilih lagi tingkatnya di pertanyaannya.',
    'not-applicable-not-allowed': 'Pilih satu tingkat di pertanyaannya.',
    'id-used': 'Tekan “Coba kirim lagi”: isian yang sama dikirim dengan tanda baru.',
    'number-used': 'Isi ulang di pertanyaannya.',
    'not-understood': 'Perbarui aplikasi bila diminta, lalu coba kirim lagi.',
  } satisfies Record<ChangeRefusal | 'not-understood', string>,
  again: 'Coba kirim lagi',
  goTo: 'Buka unitnya',
} as const;
