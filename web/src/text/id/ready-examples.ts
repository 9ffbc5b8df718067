const BOTH_PLACES = 'terpasang di ruang pelayanan dan diunggah di halaman resmi, dengan isi yang sama';

/**
 * Good evidence in words, or how to prepare for a question, by the id of the indicator. A test holds it against every
 * instrument of the reference data; what a later instrument adds is spoken of in general words until it is added here.
 */
export const readyExamples: Readonly<Record<string, string>> = {
  // What officers know.
  'komponen-standar-pelayanan':
    'Baca kembali standar pelayanan unit sendiri dan 14 komponennya dalam Pasal 21 UU 25/2009. Istilah yang semakna diterima.',
  'tugas-dan-wewenang': 'Setiap pelaksana memegang uraian tugas, SK, atau SOP jabatannya dan boleh menunjukkannya.',
  'pengetahuan-ombudsman':
    'Ketahui empat hal: lembaga negara pengawas pelayanan publik; menerima laporan masyarakat; mencegah maladministrasi; letak kantor perwakilan dan cara melapor.',
  'bentuk-maladministrasi':
    'Kenali bentuknya lewat kejadian sehari-hari: menunda, tidak melayani, meminta imbalan, menyimpang dari prosedur, membeda-bedakan. Contoh kejadian yang jelas diterima.',
  'rekomendasi-ombudsman':
    'Ketahui tiga hal: berasal dari hasil pemeriksaan; wajib dilaksanakan instansi dan atasannya; ada sanksi bila tidak dilaksanakan.',
  'layanan-ramah-kelompok-rentan':
    'Ceritakan tindakan nyata di unit ini bagi penyandang disabilitas, lanjut usia, ibu hamil atau menyusui, dan anak.',
  'pengetahuan-pelaksana':
    'Baca kembali standar pelayanan unit sendiri, bentuk maladministrasi, dan hak pengguna untuk mengadu. Siapkan contoh dari pekerjaan sendiri.',
  'persepsi-pelaksana-prosedur': 'Jawab menurut yang dialami sendiri. Jawaban tidak dikaitkan dengan nama.',
  'persepsi-pelaksana-imbalan': 'Jawab menurut yang dialami sendiri. Jawaban tidak dikaitkan dengan nama.',

  // What the unit has.
  'frekuensi-pengawasan-internal':
    'Empat laporan atau notula pengawasan dalam 12 bulan terakhir, masing-masing dengan temuan dan catatan apa yang sudah diperbaiki.',
  'pengawasan-internal':
    'Jadwal pengawasan, laporannya dalam 12 bulan terakhir, dan bukti bahwa tindak lanjutnya selesai.',
  perencanaan:
    'Rencana kerja tahun berjalan yang menyebut sasaran terukur, anggaran, dan jadwal, serta masalah tahun lalu yang hendak diselesaikan.',
  kompensasi:
    'Ketentuan tertulis, misalnya biaya dikembalikan atau hasil diantar bila terlambat, foto pengumumannya, dan catatan pemberiannya.',
  'kecukupan-pelaksana': 'Dokumen analisis beban kerja yang masih berlaku dan daftar pelaksana yang bertugas hari itu.',
  'penjaminan-mutu':
    'Notula peninjauan standar, hasil pemeriksaan acak berkas, sertifikat akreditasi, atau berita acara forum konsultasi publik, dengan tindak lanjutnya.',
  'jaminan-keamanan-keselamatan':
    'Lima hal yang berfungsi: alat pemadam api yang belum kedaluwarsa, tanda evakuasi, petugas keamanan atau kamera, kotak P3K, dan lemari berkas yang terkunci.',
  'instrumen-evaluasi-pelaksana':
    'Hasil survei kepuasan atau pengukuran waktu layanan yang dipublikasikan, dengan catatan perbaikannya. SKP tahunan saja belum cukup.',
  'dasar-hukum-standar':
    'Keputusan penetapan standar pelayanan yang masih berlaku, dengan lampiran yang memuat semua jenis layanan.',
  'sarana-pengguna-layanan':
    'Lima hal yang bersih dan berfungsi: loket, kursi tunggu yang cukup, toilet pengguna, papan petunjuk, dan tempat parkir.',
  'sarana-berkebutuhan-khusus':
    'Jalur landai yang tidak terhalang, pegangan rambat, kursi roda, toilet khusus yang tidak terkunci, ruang menyusui, dan jalur pemandu atau informasi bagi tunanetra dan tunarungu.',
  'penyuluhan-masyarakat':
    'Undangan, daftar hadir, foto bertanggal, atau alamat unggahan dari sedikitnya empat kegiatan lewat dua saluran.',
  'kepatuhan-tindak-lanjut':
    'Surat Ombudsman yang diterima, disandingkan dengan bukti pelaksanaannya. Bila tidak pernah menerima, sampaikan hal itu.',

  // What is published about each product.
  persyaratan: `Daftar berkas yang harus dibawa, ${BOTH_PLACES}.`,
  'sistem-mekanisme-prosedur': `Bagan alur dari pengajuan sampai selesai, dengan siapa yang dituju pada setiap langkah, ${BOTH_PLACES}.`,
  'jangka-waktu': `Lama penyelesaian dalam angka, misalnya “paling lama 3 hari kerja sejak berkas lengkap”, ${BOTH_PLACES}.`,
  biaya: `Besar biaya per layanan dengan dasar hukumnya, atau tulisan “GRATIS” / “Rp0”, ${BOTH_PLACES}.`,
  'produk-pelayanan': `Hasil akhir yang dibawa pulang pengguna, misalnya kartu, akta, atau surat rujukan, bukan nama seksi, ${BOTH_PLACES}.`,
  'maklumat-layanan': `Maklumat yang memuat kesanggupan, kesediaan memperbaiki diri, dan kesediaan menerima sanksi, bertanggal dan ditandatangani pimpinan, ${BOTH_PLACES}.`,
  maklumat: 'Maklumat bertanggal yang ditandatangani pimpinan, dibingkai dan terpasang di tempat pengguna menunggu.',
  'informasi-elektronik':
    'Halaman situs web, media sosial, atau aplikasi resmi yang memuat syarat, alur, waktu, dan biaya layanan ini.',
  'informasi-nonelektronik':
    'Papan, banner, brosur, atau buku informasi layanan ini yang dapat dibaca dan diambil pengguna.',
  'pelayanan-khusus':
    'Ketentuan tertulis, foto pengumumannya, dan layanannya sendiri: antrean prioritas, petugas pendamping, jemput bola, atau juru bahasa isyarat.',
  'layanan-khusus': 'Antrean prioritas, petugas pendamping, atau jemput bola, dengan pengumuman yang terlihat.',
  'sarana-khusus': 'Jalur landai, kursi roda, toilet khusus, atau ruang menyusui yang dapat langsung dipakai.',
  'visi-misi': `Visi dan misi yang sama dengan dokumen rencana, ${BOTH_PLACES}.`,
  motto: `Satu kalimat janji pelayanan, ${BOTH_PLACES}.`,
  'atribut-petugas':
    'Semua petugas yang berhadapan dengan pengguna berseragam dan memakai kartu identitas yang namanya terbaca.',
  'pelayanan-terpadu':
    'Alur terpadu yang ditetapkan dan diumumkan: pengguna cukup datang ke satu tempat atau memakai satu aplikasi sampai selesai.',
  'layanan-terpadu':
    'Satu loket atau satu aplikasi tempat layanan diajukan dan hasilnya diterima, dengan papan alurnya.',
  toilet: 'Toilet pengguna yang bersih, berair, tidak terkunci, dan ada petunjuk arahnya.',
  'ruang-tunggu': 'Ruang dengan tempat duduk yang cukup bagi pengguna pada jam ramai.',
  loket: 'Loket atau meja pelayanan yang dijaga petugas, dengan nama layanannya.',
  'pengukuran-kepuasan':
    'Formulir, tombol, atau kode QR survei kepuasan yang dipakai, dan hasil terakhirnya terpasang.',

  // Complaints.
  'sarana-pengaduan':
    'Foto meja atau kotak pengaduan dan pengumuman nomor WhatsApp atau SP4N-LAPOR!. Coba dahulu sendiri: saluran yang tidak dijawab tidak dihitung.',
  'prosedur-pengaduan': 'Alur mengadu yang terpasang: cara, langkah, batas waktu, dan cara mengetahui perkembangannya.',
  'mekanisme-pengaduan':
    'SOP pengaduan yang memuat cara mengadu, langkah penanganan, batas waktu, dan cara pelapor mengetahui perkembangannya, serta foto pengumumannya.',
  'petugas-pengaduan':
    'SK atau surat tugas yang masih berlaku, memuat nama dan tugas petugas yang sehari-hari bertugas; namanya juga diumumkan di tempat layanan.',
  'tindak-lanjut-pengaduan':
    'Register pengaduan 12 bulan terakhir dengan tanggal diterima dan tanggal selesai pada setiap baris, atau cetakan dari SP4N-LAPOR!.',
  'dokumentasi-pengaduan':
    'Register yang terisi lengkap dan laporan kepada pimpinan sedikitnya setiap tiga bulan. Bila tidak ada pengaduan, laporannya menyebut nihil.',
  'pembinaan-evaluasi-pengaduan':
    'Sertifikat pelatihan petugas, notula rapat evaluasi, dan contoh layanan yang diubah karena pengaduan berulang.',
  'budaya-pengelolaan-pengaduan':
    'Register pengaduan, satu contoh berkas yang selesai dari awal sampai jawaban kepada pelapor, dan perbaikan layanan yang lahir darinya.',
};
