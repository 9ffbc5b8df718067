/** “Akun saya”: one's own data, password, second factor, devices. */
export const accountText = {
  title: 'Akun saya',
  demanded: 'Peran Anda mewajibkan kode masuk dua langkah. Aktifkan di bawah ini; sesudah itu halaman lain terbuka.',
  onlyPage:
    'Untuk peran Anda belum ada halaman lain di Patuh. Di sini Anda mengatur kata sandi dan perangkat. Seharusnya ada? Hubungi administrator kantor Anda.',
  data: 'Data',
  name: 'Nama',
  email: 'Alamat surel',
  roles: 'Peran',
  dataChange: 'Nama dan peran diubah oleh administrator kantor Anda.',
  factor: {
    title: 'Kode masuk dua langkah',
    on: 'Aktif. Setiap kali masuk diminta kode dari aplikasi autentikator.',
    off: 'Belum aktif. Dengan kode dari aplikasi autentikator, kata sandi yang bocor saja tidak cukup untuk masuk.',
    codesLeft: (count: number) =>
      count === 0
        ? 'Kode pemulihan sudah habis. Perbarui kode masuk dua langkah untuk mendapat yang baru.'
        : `Kode pemulihan yang tersisa: ${count}.`,
    begin: 'Aktifkan',
    renew: 'Perbarui (ponsel baru, kode pemulihan baru)',
    password: 'Kata sandi Anda sekarang',
    goOn: 'Lanjut',
    cancel: 'Batal',
    step1:
      'Buka aplikasi autentikator di ponsel (misalnya Google Authenticator, Aegis, atau FreeOTP), lalu pindai gambar ini.',
    image: 'Kode QR untuk aplikasi autentikator',
    secret: 'Tidak dapat memindai? Ketik kunci ini di aplikasi:',
    openApp: 'Buka di aplikasi autentikator perangkat ini',
    step2: 'Ketik kode enam angka yang ditampilkan aplikasi.',
    code: 'Kode enam angka',
    confirm: 'Aktifkan kode ini',
    codesTitle: 'Simpan kode pemulihan',
    codesBody:
      'Bila ponsel hilang, masuk dengan salah satu kode ini. Setiap kode berlaku sekali. Kode hanya ditampilkan sekarang: cetak atau salin, lalu simpan di tempat yang tidak dibaca orang lain.',
    codesLabel: 'Kode pemulihan',
    copy: 'Salin',
    copied: 'Tersalin.',
    selected: 'Terpilih: salin dengan Ctrl+C.',
    print: 'Cetak',
    saved: 'Sudah saya simpan',
    done: 'Selesai',
  },
  password: {
    title: 'Kata sandi',
    current: 'Kata sandi sekarang',
    next: 'Kata sandi baru',
    repeat: 'Ulangi kata sandi baru',
    note: 'Perangkat lain yang sedang masuk akan dikeluarkan.',
    submit: 'Ganti kata sandi',
    done: 'Kata sandi diganti. Perangkat lain sudah dikeluarkan.',
  },
  devices: {
    title: 'Perangkat yang sedang masuk',
    lead: 'Tidak mengenali salah satunya? Keluarkan, lalu ganti kata sandi.',
    caption: 'Perangkat yang sedang masuk',
    device: 'Perangkat',
    since: 'Masuk',
    lastSeen: 'Terakhir terlihat',
    here: 'perangkat ini',
    action: 'Tindakan',
    revoke: 'Keluarkan',
    revokeThis: (device: string) => `Keluarkan ${device}`,
    question: 'Keluarkan perangkat ini?',
    consequence: (device: string) =>
      `${device} harus masuk lagi. Jawaban yang belum terkirim tetap tersimpan di perangkat itu.`,
    cancel: 'Batal',
  },
} as const;
