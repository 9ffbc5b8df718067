const wrongs = {
  'not-a-score': 'bukan angka',
  'too-many-decimals': 'paling banyak dua angka di belakang koma',
  'out-of-range': 'nilai paling tinggi 100',
  'not-a-count': 'banyaknya produk adalah bilangan bulat mulai dari 1',
} as const;

/** Texts of the calculator's result; apart from the page, because they travel to the browser. */
export const calculatorText = {
  barLabel: 'Hasil hitungan',
  unitUntouched: 'Nilai unit: belum ada indikator yang diisi',
  unitIncomplete: (answered: number, asked: number) =>
    `Nilai unit: belum lengkap, ${answered} dari ${asked} indikator terisi`,
  nothingApplicable: 'Nilai unit: tidak ada, karena semua indikator ditandai tidak berlaku',
  unitScore: (score: string) => `Nilai unit: ${score}`,
  governmentScore: (score: string) => `Nilai instansi: ${score}`,
  governmentIncomplete: (answered: number, asked: number) =>
    `Nilai instansi: belum lengkap, ${answered} dari ${asked} indikator instansi terisi`,
  governmentWrong: 'Nilai instansi: ada isian yang tidak terbaca',
  unitCaption: 'Dari bagian-bagiannya ke nilai unit',
  part: 'Bagian',
  value: 'Nilai',
  weight: 'Bobot',
  contribution: 'Sumbangan',
  rounding: 'Pembulatan',
  total: 'Nilai unit',
  notApplicable: 'tidak berlaku',
  missingTitle: (count: number) => `Belum diisi (${count})`,
  meanIntro: 'Rata-rata nilai unit:',
  meanProducts: 'Rata-rata nilai unit menurut banyaknya produk (jumlah nilai × produk, dibagi jumlah produk):',
  composedCaption: 'Dari unit dan indikator instansi ke nilai instansi',
  units: 'Rata-rata unit',
  governmentTotal: 'Nilai instansi',
  wrong: (row: number, text: string, kind: keyof typeof wrongs) => `Baris ${row} (“${text}”): ${wrongs[kind]}`,
} as const;
