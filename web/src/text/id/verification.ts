/** Texts of the verification page. */
export const verificationText = {
  title: 'Periksa keaslian publikasi',
  description:
    'Cara memeriksa sendiri berkas publikasi: isi yang dapat dihitung ulang, sidik jari, rantai, dan tanda tangan digital, di peramban atau dengan satu perintah.',
  homeCrumb: 'Beranda',
  lead: 'Setiap daftar yang tampil di sini berasal dari satu berkas publikasi. Siapa pun dapat memeriksa bahwa berkas itu utuh dan angkanya benar, tanpa perlu mempercayai situs ini.',
  whatTitle: 'Apa yang diperiksa',
  what: [
    {
      name: 'Angka',
      body: 'Nilai unit, nilai pemerintah daerah, kategori, zona, peringkat, jumlah, dan persentase dihitung ulang dari data di dalam berkas itu sendiri. Publikasi hasil penilaian dimulai dari tingkat setiap indikator di setiap unit; langkah pertama yang berbeda disebut.',
    },
    {
      name: 'Bita',
      body: 'Berkas harus persis dalam bentuk baku (RFC 8785). Satu karakter yang berubah pun ketahuan.',
    },
    { name: 'Sidik jari', body: 'SHA-256 dari isi berkas harus sama dengan yang tertulis.' },
    {
      name: 'Rantai',
      body: 'Setiap publikasi menyebut sidik jari publikasi sebelumnya, jadi tidak ada yang dapat dihapus atau disisipkan diam-diam. Diperiksa bila ada lebih dari satu berkas.',
    },
    {
      name: 'Tanda tangan',
      body: 'Tanda tangan Ed25519 harus dibuat oleh kunci yang disebut berkas, dan kunci itu harus kunci yang Anda percayai.',
    },
  ],
  browserTitle: 'Periksa di peramban ini',
  browserWithout: 'Pemeriksaan di peramban memerlukan JavaScript. Tanpa itu, pakai perintah di bawah.',
  commandTitle: 'Periksa dengan perintah',
  commandIntro:
    'Perintah ini memakai program yang sama, di komputer Anda sendiri, tanpa menghubungi situs ini selain untuk mengunduh berkasnya:',
  commandDownload: 'Unduh berkas publikasi dari halaman Data atau langsung dari alamatnya.',
  commandRun: 'Di folder kode sumber, jalankan:',
  commandResult:
    'Bila ada yang tidak cocok, perintah menyebut perbedaan pertama dan berakhir dengan kode 1. Tanpa --key, perintah berkata bahwa tanda tangan belum diperiksa terhadap kunci tepercaya.',
  keyTitle: 'Kunci penanda tangan',
  keyBody:
    'Publikasi ditandatangani dengan kunci ini. Bandingkan dengan sidik jari yang Anda peroleh dari sumber lain sebelum mempercayainya.',
  keyDemo:
    'Server ini memuat data contoh. Publikasi Provinsi Contoh yang rekaan ditandatangani dengan kunci lain, yang tidak pernah menandatangani hasil sungguhan:',
  keyNone: 'Belum ada kunci yang dipakai.',
  limitsTitle: 'Apa yang tidak dibuktikan',
  limits: [
    'Pemeriksaan membuktikan bahwa berkas utuh dan hitungannya benar. Ia tidak membuktikan bahwa sumber aslinya benar; sumber setiap baris tertulis di dalam berkas.',
    'Hasil tahun-tahun lalu dihimpun dari terbitan. Nilai per indikator tidak ada di dalamnya, jadi perhitungan dimulai dari nilai yang diterbitkan.',
  ],
  dataLink: 'Semua publikasi dan unduhan',
} as const;
