/** Texts of the page of one government. */
export const governmentsText = {
  documentTitle: (name: string, year: number) => `${name} ${year}: hasil penilaian pelayanan publik`,
  description: (name: string, year: number) =>
    `Nilai, zona, peringkat, dan riwayat hasil penilaian kepatuhan pelayanan publik ${name} tahun ${year}, dengan sumbernya.`,
  codes: (code: string, bps: string | null) =>
    bps === null ? `Kode Kemendagri ${code}` : `Kode Kemendagri ${code}, kode BPS ${bps}`,

  score: 'Nilai',
  scoreUnknownWhy: 'Sumber yang tercatat hanya menyebut zona atau kategorinya, bukan angkanya.',
  scoreUnknownRange: (from: string, to: string) =>
    `Dari zona atau kategorinya, nilainya berada di antara ${from} dan ${to}.`,
  outOf: 'dari 100',
  category: 'Kategori',
  zone: 'Zona',
  rank: 'Peringkat provinsi',
  nationalRank: 'Peringkat nasional',
  nationalRankWhy: 'di antara instansi sejenis, menurut sumber',
  award: 'Piagam',
  awardYes: 'diterima',
  awardNo: 'tidak diterima',
  unknown: 'tidak diketahui',
  withoutZone: 'tanpa zona',
  otherIndicators: (earlier: number, year: number) =>
    `Daftar indikator ${earlier} berbeda dari ${year}, meskipun metodenya sama: baca selisih nilai dengan hati-hati.`,
  noZones: 'Tahun ini memakai kategori tanpa zona warna.',
  rankOf: (rank: number, of: number | null) => (of === null ? `${rank}` : `${rank} dari ${of}`),
  rankRange: (best: number, worst: number, of: number | null) =>
    of === null ? `antara ${best} dan ${worst}` : `antara ${best} dan ${worst}, dari ${of}`,
  rankRangeWhy: 'Tidak semua nilai di daftar tahun ini diketahui, jadi peringkatnya tidak dapat dipastikan.',
  rankPublishedWhy: 'Peringkat ini ditulis oleh sumbernya, bukan dihitung dari daftar yang tercatat di sini.',
  rankUnknownIncomplete: 'Daftar tahun ini belum lengkap.',
  rankUnknownNoScore: 'Nilainya tidak tercatat.',
  rankApart: 'di luar daftar',
  rankApartWhy: 'Pemerintah provinsi tidak diurutkan bersama kabupaten dan kota.',
  sentenceScore: (score: string) => `nilai ${score}`,
  sentenceScoreUnknown: 'nilai tidak diketahui',
  sentenceBand: (band: string, opinion: string | null) =>
    opinion === null || opinion === band ? `kategori ${band}` : `kategori ${band} (${opinion})`,
  sentenceRank: (rank: string) => `peringkat ${rank} di provinsinya`,
  sentenceNationalRank: (rank: string) => `peringkat nasional ${rank}`,
  statusInferred: 'disimpulkan',
  statusInferredWhy: 'Hasil ini disimpulkan dari angka lain yang diumumkan, bukan disebut langsung oleh sumbernya.',
  statusComputed: 'dihitung',
  unofficial: 'belum resmi',

  standingTitle: 'Posisi terhadap batas',
  rulerLabel: (score: string, bounds: string) => `Nilai ${score} pada skala 0 sampai 100. Batas bawah: ${bounds}.`,
  rulerLabelUnknown: (from: string, to: string, bounds: string) =>
    `Nilai tidak diketahui, antara ${from} dan ${to} pada skala 0 sampai 100. Batas bawah: ${bounds}.`,
  boundLabel: (band: string, lower: string) => `${band} mulai ${lower}`,
  above: (points: string, band: string, lower: string) => `${points} poin di atas batas bawah ${band} (${lower})`,
  exactlyAt: (band: string, lower: string) => `Tepat di batas bawah ${band} (${lower})`,
  missing: (points: string, band: string, lower: string) => `Kurang ${points} poin ke ${band} (${lower})`,
  highest: 'Sudah di kategori tertinggi.',
  standingUnknown: 'Jarak ke batas berikutnya tidak dapat dihitung karena nilainya tidak diketahui.',
  boundsCaption: (year: number) => `Batas kategori ${year}`,
  lowerBound: 'Mulai nilai',
  here: 'hasil ini',

  changeTitle: (year: number) => `Dibandingkan dengan ${year}`,
  changeTitleNone: 'Perubahan',
  changeBecame: 'menjadi',
  changeNone: 'Belum ada hasil tahun sebelumnya yang tercatat, jadi tidak ada yang dapat dibandingkan.',
  changeScore: (before: string, now: string, difference: string) => `Nilai: ${before} → ${now} (${difference})`,
  changeScoreUnknown: 'Perubahan nilai tidak dapat dihitung karena salah satu nilainya tidak diketahui.',
  changeScoreIncomparable: (before: string, now: string) =>
    `Nilai: ${before}, sekarang ${now}. Selisihnya tidak dihitung karena cara menilainya berbeda.`,
  changeZone: 'Zona',
  breakTitle: 'Cara menilai berubah',
  breakBody: (year: number, before: string | null, now: string) =>
    before === null
      ? `Hasil ${year} dinilai dengan cara lain (sekarang ${now}). Kedua hasil tidak dapat dibandingkan langsung.`
      : `Hasil ${year} dinilai dengan cara lain (${before}; sekarang ${now}). Kedua hasil tidak dapat dibandingkan langsung.`,
  oldBandsSame: (year: number, zone: string) => `Dengan batas ${year}, zonanya sama: ${zone}.`,
  oldBandsOther: (year: number, zone: string) => `Dengan batas ${year}, nilai yang sama berada di ${zone}.`,
  oldBandsUnknown: (year: number) =>
    `Zona menurut batas ${year} tidak dapat ditentukan karena nilainya tidak diketahui.`,

  historyTitle: 'Riwayat',
  historyIntro:
    'Semua hasil yang tercatat. Tahun yang tidak ada di tabel: hasilnya belum tercatat atau penilaian tidak dilakukan.',
  historyCaption: (name: string) => `Hasil ${name} per tahun`,
  year: 'Tahun',
  method: 'Cara menilai',
  source: 'Sumber',
  breakRow: (before: string, now: string) =>
    `Cara menilai berubah dari “${before}” ke “${now}”: nilai di atas dan di bawah garis ini tidak dapat dibandingkan langsung.`,
  unitsTitle: (year: number) => `Unit layanan yang dinilai ${year}`,
  unitsCaption: (count: number) => `Nilai ${count} unit layanan`,
  unit: 'Unit layanan',
  unitsSum: 'Jumlah',
  unitsMean: 'Rata-rata',
  unitsExplained:
    'Nilai pemerintah daerah adalah rata-rata nilai semua unit. Setiap unit dihitung satu kali, termasuk setiap Puskesmas.',
  unitsDiffer: (mean: string, score: string) => `Rata-rata ini (${mean}) berbeda dari nilai yang diumumkan (${score}).`,

  sourceTitle: 'Sumber dan data',
  sourceOf: 'Sumber',
  note: 'Catatan',
  publication: 'Publikasi',
  publishedAt: 'diterbitkan di sini',
  status: 'Asal hasil',
  methodOf: (method: string, year: number) => `${method} (${year})`,
  fingerprint: 'Sidik jari SHA-256',
  downloadJson: 'Unduh JSON',
  downloadCsv: 'Unduh CSV',
  listLink: (province: string, year: number) => `Daftar ${province} ${year}`,
  verifyLink: 'Cara memeriksa',

  yearUnknownTitle: (year: number) => `Belum ada hasil yang tercatat untuk ${year}`,
  yearUnknownBody: 'Hasil tahun lain ada di bawah ini.',

  unknownTitle: 'Belum ada hasil yang tercatat',
  unknownBody: (name: string, year: number | null) =>
    year === null
      ? `Untuk ${name} belum ada hasil penilaian yang tercatat di sini.`
      : `Untuk ${name} tahun ${year} belum ada hasil penilaian yang tercatat di sini.`,
  unknownWhy: 'Itu tidak berarti daerah ini tidak dinilai: hanya hasil yang sumbernya tercatat yang ditampilkan.',
  unknownProvince: (province: string) => `Hasil lain di ${province}`,
  unknownProvinceNone: (province: string) => `Untuk ${province} pun belum ada hasil yang tercatat.`,
  unknownDocumentTitle: (name: string) => `${name}: belum ada hasil yang tercatat`,
  back: 'Cari daerah lain',
  searchButton: 'Cari',
  homeCrumb: 'Beranda',
  inProvince: (province: string) => `Provinsi ${province}`,
  sentence: (name: string, year: number, result: string) => `Hasil penilaian ${name} tahun ${year}: ${result}.`,
} as const;
