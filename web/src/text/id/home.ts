/** Texts of the home page. */
export const homeText = {
  title: 'Hasil penilaian pelayanan publik pemerintah daerah',
  documentTitle: 'Patuh: hasil penilaian pelayanan publik',
  description:
    'Cari hasil penilaian kepatuhan penyelenggaraan pelayanan publik kabupaten, kota, dan provinsi Anda, lengkap dengan sumber dan cara memeriksanya.',
  aboutTitle: 'Apa ini?',
  lead: [
    'Setiap tahun Ombudsman Republik Indonesia menilai apakah kantor layanan pemerintah memenuhi standar pelayanan publik.',
    'Halaman ini mencatat hasil yang sudah diumumkan untuk setiap pemerintah daerah, beserta sumber, tahun, dan batas zonanya.',
    'Setiap daftar dapat diunduh, dihitung ulang, dan diperiksa keasliannya oleh siapa saja.',
  ],
  searchLabel: 'Cari kabupaten/kota Anda',
  searchHint: 'Nama daerah atau kodenya, misalnya “Rote Ndao” atau “53.14”. Salah eja sedikit tidak apa-apa.',
  searchButton: 'Cari',
  resultsTitle: (text: string) => `Hasil pencarian “${text}”`,
  resultsCount: (count: number) => `${count} daerah cocok.`,
  newestKnown: (year: number) => `Hasil terbaru yang tercatat: ${year}`,
  noneKnown: 'Belum ada hasil yang tercatat',
  notFound: (text: string) => `Tidak ditemukan daerah dengan nama atau kode “${text}”.`,
  notFoundAdvice: [
    'Coba satu kata saja dari nama daerah, misalnya “Sabu” untuk Kabupaten Sabu Raijua.',
    'Coba nama tanpa “Kabupaten”, “Kota”, atau “Provinsi”.',
    'Kode daerah memakai kode Kemendagri, misalnya 53.14; kode BPS berbeda untuk sebagian daerah.',
    'Atau pilih provinsi dari daftar di bawah, lalu cari di dalam daftarnya.',
  ],
  summaryTitle: (province: string, year: number) => `${province} ${year}`,
  summaryIntro: (assessed: number) => `${assessed} pemerintah daerah dinilai. Jumlah di setiap zona:`,
  summaryIncomplete: (known: number, expected: number | null) =>
    expected === null
      ? `Daftar belum lengkap: diketahui ${known}.`
      : `Daftar belum lengkap: diketahui ${known} dari ${expected}.`,
  summaryTop: (province: string, year: number) => `Nilai tertinggi di ${province} ${year}`,
  share: (percent: string, assessed: number) => `${percent} dari ${assessed}`,
  rank: 'Peringkat',
  government: 'Pemerintah daerah',
  score: 'Nilai',
  zone: 'Zona',
  summaryLink: (province: string, year: number) => `Daftar lengkap ${province} ${year}`,
  provincesTitle: 'Provinsi dengan hasil yang tercatat',
  provincesIntro: 'Hanya hasil yang sumbernya tercatat yang ditampilkan, jadi daftar sebagian tahun belum lengkap.',
  provinceYear: (province: string, year: number) => `${province} ${year}`,
  newestComplete: (year: number) => `Daftar lengkap terbaru: ${year}`,
  noComplete: 'Belum ada tahun yang daftarnya lengkap',
  provincesEmpty: 'Belum ada hasil yang tercatat.',
  nationalTitle: 'Seluruh Indonesia',
  nationalIntro: 'Jumlah kementerian, lembaga, provinsi, kota, dan kabupaten di setiap zona, per tahun.',
  nationalLink: (year: number) => `Rekap nasional ${year}`,
  readyTitle: 'Unit Anda akan dinilai?',
  readyBody:
    'Untuk setiap jenis unit ada daftar periksa: apa yang diamati dan ditanyakan, kepada siapa, bukti yang perlu disiapkan, dan contoh dokumen untuk diisi.',
  readyLink: 'Buka daftar “Siap dikunjungi”',
  verifyTitle: 'Bisakah angka ini dipercaya?',
  verifyBody:
    'Setiap daftar diterbitkan sebagai satu berkas yang bertanda tangan digital dan tidak pernah diubah diam-diam: koreksi selalu terbit sebagai berkas baru dengan alasannya. Anda dapat mengunduh berkas itu dan memeriksanya sendiri, langsung di peramban Anda.',
  verifyLink: 'Cara memeriksa',
  dataLink: 'Unduh data',
} as const;
