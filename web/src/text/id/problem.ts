import type { ProblemCode } from '@patuh/shared/contracts/problems';

interface ProblemText {
  readonly title: string;
  readonly body: string;
}

const rateLimited =
  'Terlalu banyak permintaan datang dari jaringan Anda dalam waktu singkat. Tunggu sebentar, lalu muat ulang halaman ini.';

/** What a reader sees for each problem of the closed catalogue: what happened and what to do, never whose fault it is. */
const problems = {
  'invalid-request': {
    title: 'Alamat ini tidak dapat dibaca',
    body: 'Ada bagian alamat yang bentuknya tidak dikenal, misalnya tahun yang bukan empat angka atau kode daerah yang tidak lengkap.',
  },
  'not-found': {
    title: 'Halaman tidak ditemukan',
    body: 'Di alamat ini tidak ada halaman. Mungkin alamatnya terpotong, atau halamannya dipindahkan.',
  },
  'ranking-not-found': {
    title: 'Belum ada hasil untuk provinsi dan tahun ini',
    body: 'Untuk provinsi dan tahun yang diminta belum ada hasil yang tercatat di sini. Itu tidak berarti penilaian tidak dilakukan.',
  },
  'government-not-found': {
    title: 'Daerah ini tidak ditemukan',
    body: 'Tidak ada pemerintah daerah dengan kode itu, atau belum ada hasil yang tercatat untuk tahun yang diminta. Kode daerah memakai kode Kemendagri, misalnya 53.14.',
  },
  'publication-not-found': {
    title: 'Publikasi ini tidak ditemukan',
    body: 'Tidak ada publikasi dengan nomor itu. Semua publikasi ada di halaman data.',
  },
  'instrument-not-found': {
    title: 'Belum ada penjelasan untuk tahun ini',
    body: 'Cara menilai untuk tahun yang diminta belum tercatat di sini.',
  },
  'national-not-found': {
    title: 'Belum ada rekap nasional untuk tahun ini',
    body: 'Jumlah nasional untuk tahun yang diminta belum tercatat di sini.',
  },
  'signed-out': {
    title: 'Anda perlu masuk lagi',
    body: 'Sesi Anda sudah berakhir. Masuk lagi untuk melanjutkan; yang sudah tersimpan di perangkat ini tidak hilang.',
  },
  'sign-in-refused': {
    title: 'Alamat surel, kata sandi, atau kode salah',
    body: 'Periksa lagi ketiganya. Demi keamanan tidak dikatakan yang mana yang salah.',
  },
  'sign-in-blocked': {
    title: 'Terlalu banyak percobaan yang salah',
    body: 'Akun ini ditahan sebentar. Tunggu beberapa saat, lalu coba lagi.',
  },
  'second-factor-demanded': {
    title: 'Aktifkan kode masuk dua langkah dulu',
    body: 'Peran Anda mewajibkan kode dari aplikasi autentikator. Aktifkan di halaman Akun saya; sesudah itu semua terbuka.',
  },
  'code-refused': {
    title: 'Kode tidak cocok',
    body: 'Tunggu kode berikutnya di aplikasi autentikator dan periksa jam ponsel Anda.',
  },
  'link-not-valid': {
    title: 'Tautan ini tidak berlaku lagi',
    body: 'Tautan sekali pakai ini sudah dipakai, kedaluwarsa, atau diganti. Minta tautan baru kepada yang memberikannya.',
  },
  'password-too-weak': {
    title: 'Kata sandi terlalu mudah ditebak',
    body: 'Pakai beberapa kata yang tidak berhubungan, sedikitnya 12 huruf, dan bukan nama atau alamat surel Anda.',
  },
  'not-permitted': {
    title: 'Peran Anda tidak dapat melakukan ini',
    body: 'Bila menurut Anda seharusnya bisa, hubungi administrator kantor Anda.',
  },
  'grant-not-permitted': {
    title: 'Peran ini bukan wewenang Anda',
    body: 'Kepala perwakilan mengatur orang di provinsinya sendiri; peran lain diatur kantor pusat.',
  },
  'not-on-oneself': {
    title: 'Tidak untuk akun sendiri',
    body: 'Minta administrator lain melakukannya untuk Anda.',
  },
  'email-taken': {
    title: 'Alamat surel ini sudah dipakai',
    body: 'Sudah ada akun dengan alamat ini. Tambahkan peran pada akun itu.',
  },
  'assessment-not-open': {
    title: 'Penilaian ini tidak sedang terbuka',
    body: 'Penilaian sudah diserahkan, diverifikasi, atau dicatat tidak dinilai.',
  },
  'assessment-incomplete': {
    title: 'Penilaian belum lengkap',
    body: 'Masih ada yang kurang. Daftarnya ada di bawah; lengkapi, lalu serahkan lagi.',
  },
  'evidence-missing': {
    title: 'Belum ada buktinya',
    body: 'Tambahkan sedikitnya satu bukti tentang unit, misalnya foto pintu yang tertutup, lalu catat lagi.',
  },
  'manifest-differs': {
    title: 'Isi perangkat dan server berbeda',
    body: 'Ada jawaban yang berbeda antara perangkat ini dan server. Ambil data terbaru, periksa, lalu serahkan lagi.',
  },
  'changed-meanwhile': {
    title: 'Ada perubahan baru',
    body: 'Sesudah Anda membuka halaman ini ada yang berubah. Muat ulang dan lihat dulu sebelum memutuskan.',
  },
  'own-collection': {
    title: 'Anda ikut mengumpulkan jawaban unit ini',
    body: 'Tidak seorang pun memverifikasi yang dikumpulkannya sendiri. Bila tidak ada verifikator lain, Kepala Perwakilan dapat memutuskan dengan alasan.',
  },
  'collected-there': {
    title: 'Ada unit yang akan diperiksa oleh pengumpulnya sendiri',
    body: 'Verifikator tidak boleh anggota tim unit itu atau pernah mengisi di sana. Belum ada yang disimpan; pilih orang lain untuk:',
  },
  'assessment-not-submitted': {
    title: 'Penilaian tidak sedang di meja verifikator',
    body: 'Penilaian belum diserahkan, sedang dikembalikan, atau dicatat tidak dinilai.',
  },
  'assessment-published': {
    title: 'Hasil unit ini sudah dipublikasikan',
    body: 'Yang sudah terbit hanya berubah lewat koreksi dengan alasan.',
  },
  'point-unknown': {
    title: 'Butir tidak dikenal',
    body: 'Indikator atau responden itu tidak ada pada unit ini.',
  },
  'section-unknown': {
    title: 'Bagian tidak dikenal',
    body: 'Instrumen penilaian ini tidak mempunyai bagian itu.',
  },
  'places-not-reviewed': {
    title: 'Masih ada jawaban yang harus dilihat',
    body: 'Bagian ini baru dapat diterima sesudah setiap jawaban yang wajib dilihat diterima satu per satu.',
  },
  'points-open': {
    title: 'Masih ada butir yang dikembalikan',
    body: 'Bagian ini baru dapat diterima sesudah semua butirnya dijawab atau dinyatakan beres.',
  },
  'late-changes-waiting': {
    title: 'Ada jawaban terlambat yang menunggu',
    body: 'Putuskan dulu jawaban yang datang terlambat: dipakai atau tidak.',
  },
  'already-decided': {
    title: 'Sudah diputuskan',
    body: 'Orang lain sudah memutuskannya. Muat ulang halaman ini.',
  },
  'person-not-verifier': {
    title: 'Orang ini bukan verifikator',
    body: 'Pilih orang yang berperan verifikator di kantor ini.',
  },
  'successor-not-possible': {
    title: 'Ada yang belum dapat diserahkan kepada penggantinya',
    body: 'Pengganti harus berakun terbuka, berperan sesuai, dan tidak memeriksa pekerjaannya sendiri; tim yang masih mempunyai unit harus mempunyai asesor. Belum ada yang disimpan; periksa:',
  },
  'other-verifier-exists': {
    title: 'Masih ada verifikator lain',
    body: 'Di kantor ini ada verifikator yang tidak ikut mengumpulkan jawaban unit ini; dialah yang memverifikasi.',
  },
  'exception-not-needed': {
    title: 'Pengecualian tidak diperlukan',
    body: 'Orang ini tidak ikut mengumpulkan jawaban unit ini, jadi ia boleh memverifikasinya tanpa pengecualian.',
  },
  'result-not-ready': {
    title: 'Hasil belum lengkap',
    body: 'Rincian terbuka sesudah semua unit selesai diverifikasi.',
  },
  'period-exists': {
    title: 'Penilaian tahun itu sudah ada',
    body: 'Setiap tahun hanya ada satu penilaian. Ubah yang sudah ada, atau buat uji coba.',
  },
  'instrument-not-usable': {
    title: 'Instrumen tidak dapat dipakai',
    body: 'Penilaian memakai instrumen yang berlaku untuk tahunnya; uji coba juga boleh memakai instrumen percobaan.',
  },
  'nothing-to-draw': {
    title: 'Belum ada yang dapat diundi',
    body: 'Belum ada unit dalam rencana provinsi ini, atau bagian yang dinilai dua kali masih 0 %.',
  },
  'second-team-not-blind': {
    title: 'Satu orang akan menilai unit yang sama dua kali',
    body: 'Kunjungan kedua hanya berarti bila timnya tidak mengetahui hasil yang pertama. Pilih tim lain bagi unit di bawah ini.',
  },
  'team-name-taken': {
    title: 'Nama tim ini sudah dipakai',
    body: 'Pilih nama lain, supaya tim tidak tertukar.',
  },
  'person-not-for-team': {
    title: 'Orang ini tidak dapat menjadi anggota tim',
    body: 'Ia tidak memegang peran itu di provinsi ini, atau akunnya sudah ditutup. Atur perannya di halaman Orang.',
  },
  'unit-named-twice': {
    title: 'Satu unit ditugaskan dua kali',
    body: 'Tidak ada yang disimpan. Unit di bawah ini disebut lebih dari sekali.',
  },
  'release-blocked': {
    title: 'Belum dapat dipublikasikan',
    body: 'Masih ada unit yang belum selesai. Daftarnya ada di bawah.',
  },
  'release-in-preparation': {
    title: 'Sudah ada publikasi yang disiapkan',
    body: 'Setujui atau tarik dulu yang sudah disiapkan.',
  },
  'release-changed': {
    title: 'Hasil berubah sejak disiapkan',
    body: 'Tarik yang disiapkan, siapkan lagi, lalu periksa pratinjaunya.',
  },
  'release-decided': {
    title: 'Sudah diputuskan',
    body: 'Publikasi ini sudah terbit atau sudah ditarik.',
  },
  'correction-needed': {
    title: 'Perlu koreksi',
    body: 'Hasil provinsi dan tahun ini sudah terbit. Ubah lewat koreksi dengan alasan.',
  },
  'nothing-to-correct': {
    title: 'Tidak ada yang dikoreksi',
    body: 'Isi yang disiapkan sama dengan yang sudah terbit.',
  },
  'decree-date-in-future': {
    title: 'Tanggal keputusan belum tiba',
    body: 'Publikasi memerlukan keputusan yang sudah terbit. Periksa tanggalnya.',
  },
  'second-person-needed': {
    title: 'Perlu orang kedua',
    body: 'Yang menyiapkan tidak dapat menyetujui sendiri. Minta orang lain yang berwenang.',
  },
  'clock-behind': {
    title: 'Jam server salah',
    body: 'Jam server lebih lambat daripada catatan terakhir. Tidak ada yang disimpan; hubungi pengelola server.',
  },
  'app-too-old': {
    title: 'Aplikasi di perangkat ini perlu diperbarui',
    body: 'Versinya sudah tidak dipahami server. Semua isian tetap tersimpan di perangkat. Muat ulang halaman saat ada jaringan; setelah diperbarui, pengiriman berlanjut sendiri.',
  },
  'app-too-new': {
    title: 'Server memakai versi yang lebih lama',
    body: 'Server belum memahami versi aplikasi ini. Semua isian tetap tersimpan di perangkat dan dikirim setelah server diperbarui. Beri tahu kantor.',
  },
  'field-file-unreadable': {
    title: 'Berkas ini tidak dapat dibuka',
    body: 'Berkas bukan buatan Patuh untuk kantor ini, atau rusak di perjalanan. Tidak ada yang disimpan. Minta berkas dibuat ulang di ponsel asalnya.',
  },
  'sign-in-again': {
    title: 'Masuk lagi dengan kata sandi',
    body: 'Isian di perangkat hanya dibuka kembali bagi yang baru saja memberikan kata sandi. Keluar, masuk lagi, lalu ulangi. Tidak ada yang hilang.',
  },
  'custody-unknown': {
    title: 'Kunci ini bukan titipan Anda di kantor ini',
    body: 'Isian di perangkat tetap tersimpan. Pastikan Anda masuk dengan akun yang mengisi di perangkat ini, lalu coba lagi. Bila akunnya benar, kunci kantor pernah diganti: simpan isian ke berkas, serahkan ke kantor, dan minta administrator memasang kembali kunci kantor yang lama.',
  },
  'upload-elsewhere': {
    title: 'Pengiriman berkas perlu disambung lagi',
    body: 'Bagian berkas yang sudah sampai berbeda dari dugaan perangkat. Pengiriman disambung dari bagian yang sudah sampai; tidak ada yang hilang.',
  },
  'file-differs': {
    title: 'Berkas berubah di perjalanan',
    body: 'Isi yang sampai tidak sama dengan berkas di perangkat. Yang sampai dibuang, dan pengiriman dimulai lagi.',
  },
  'file-refused': {
    title: 'Berkas ini tidak dapat diterima',
    body: 'Isinya bukan foto JPEG atau dokumen PDF yang utuh dan aman. Ambil foto lagi, atau pilih berkas lain.',
  },
  'too-many-files': {
    title: 'Berkas unit ini sudah terlalu banyak',
    body: 'Satu unit memuat paling banyak 600 berkas. Pilih yang benar-benar membuktikan.',
  },
  'day-in-the-past': {
    title: 'Tenggat sudah lewat',
    body: 'Pilih hari ini atau hari sesudahnya.',
  },
  'nothing-received': {
    title: 'Belum ada dokumen yang masuk',
    body: 'Tunggu kiriman dari unit, atau batalkan permintaan ini.',
  },
  'requests-open': {
    title: 'Masih ada permintaan dokumen yang belum diputuskan',
    body: 'Terima, tolak, atau batalkan setiap permintaan dokumen lebih dahulu.',
  },
  'files-outstanding': {
    title: 'Masih ada foto atau dokumen yang belum sampai',
    body: 'Unit ini baru dapat diterima sesudah semua berkas buktinya ada di server. Minta tim membuka aplikasi saat ada jaringan.',
  },
  'unit-kind-unknown': {
    title: 'Jenis unit ini tidak dikenal di pemda itu',
    body: 'Pilih salah satu jenis unit dalam daftar. Tidak setiap jenis ada di setiap pemda.',
  },
  'unit-name-taken': {
    title: 'Nama ini sudah dipakai',
    body: 'Unit lain di pemda yang sama sudah bernama begitu; huruf besar dan spasi tidak membedakan. Periksa daftar unit, mungkin unitnya sudah terdaftar.',
  },
  'unit-closed': {
    title: 'Unit ini sudah ditutup',
    body: 'Buka lagi unitnya di daftar unit sebelum mengubahnya atau memasukkannya ke rencana.',
  },
  'unit-in-use': {
    title: 'Unit ini sudah dikerjakan',
    body: 'Sudah ada tim yang memegangnya, atau sudah ada isian untuknya. Yang sudah dimasukkan tidak boleh hilang: catat unit sebagai tidak dinilai, atau daftarkan unit baru.',
  },
  'plan-closed': {
    title: 'Rencana periode ini tidak dapat diubah lagi',
    body: 'Hasil provinsi untuk periode ini sudah terbit, atau unit periode ini ditentukan lewat undian.',
  },
  'storage-full': {
    title: 'Penyimpanan di server penuh',
    body: 'Foto dan dokumen tetap tersimpan di perangkat dan dikirim lagi nanti. Beri tahu pengelola server.',
  },
  'request-too-large': {
    title: 'Kiriman terlalu besar',
    body: 'Yang dikirim lebih besar daripada yang dapat diterima. Coba kirim lebih sedikit.',
  },
  'unsupported-media-type': {
    title: 'Jenis kiriman tidak dikenal',
    body: 'Kiriman ini berjenis yang tidak dapat dibaca di sini.',
  },
  'too-many-requests': { title: 'Mohon tunggu sebentar', body: rateLimited },
  'internal-error': {
    title: 'Terjadi gangguan di sisi kami',
    body: 'Halaman ini tidak dapat dibuat karena gangguan pada layanan, bukan karena sesuatu yang Anda lakukan. Coba lagi beberapa menit lagi.',
  },
  'not-ready': {
    title: 'Layanan sedang disiapkan',
    body: 'Layanan sedang dimulai atau dirawat dan akan segera kembali. Coba lagi sebentar lagi.',
  },
} as const satisfies Record<ProblemCode, ProblemText>;

export const problemText = {
  problems,
  path: 'Alamat yang diminta',
  searchTitle: 'Cari daerah Anda',
  suggestionsTitle: 'Mungkin yang Anda maksud',
  elsewhere: 'Halaman lain',
  links: [
    { href: '/', label: 'Beranda' },
    { href: '/peringkat', label: 'Peringkat' },
    { href: '/nasional', label: 'Rekap nasional' },
    { href: '/metodologi', label: 'Cara menilai' },
    { href: '/data', label: 'Data dan unduhan' },
    { href: '/verifikasi', label: 'Cara memeriksa' },
  ],
  searchLabel: 'Nama atau kode kabupaten, kota, atau provinsi',
  searchButton: 'Cari',
  retry: 'Muat ulang halaman ini',
} as const;
