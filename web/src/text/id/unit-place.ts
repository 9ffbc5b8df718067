/** Where the unit is: set by the team, standing in it. */
export const unitPlaceText = {
  title: 'Letak unit',
  unknown: 'Belum ditetapkan. Tekan tombolnya saat Anda berada di unit.',
  known: 'Sudah diketahui dari penilaian sebelumnya. Tetapkan lagi kalau unit sudah pindah.',
  set: (metres: number) => `Ditetapkan (±${metres} m).`,
  here: 'Tetapkan dari HP ini',
  again: 'Tetapkan lagi dari HP ini',
  asking: 'Mencari letak…',
  refused: 'HP ini tidak mengizinkan letaknya dibaca. Izinkan lokasi untuk halaman ini di pengaturan, lalu coba lagi.',
  'too-late': 'Letak belum ditemukan. Coba lagi di luar gedung atau dekat jendela.',
  'too-vague': (metres: number) =>
    `Letaknya baru diketahui dengan selisih ${metres.toLocaleString('id-ID')} m. Tunggu sebentar di luar gedung, lalu coba lagi.`,
  unavailable: 'HP ini tidak dapat menentukan letaknya. Nyalakan lokasi di pengaturan HP, lalu coba lagi.',
} as const;
