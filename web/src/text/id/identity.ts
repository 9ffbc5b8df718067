/** Who works on this phone: the PIN, signing in again on the spot, a forgotten PIN, taking somebody off. */
export const identityText = {
  opening: 'Membuka isian di perangkat ini …',
  pin: 'PIN',
  pinHint: 'Enam angka.',
  first: {
    title: 'Buat PIN',
    lead: (name: string) => `${name}, buat PIN untuk perangkat ini.`,
    why: 'PIN mengunci isian Anda di perangkat ini, juga bila perangkat dipakai bersama atau hilang. Dengan PIN Anda dapat bekerja tanpa jaringan.',
    forgettable: 'Lupa PIN tidak menghapus apa pun: Anda membuat PIN baru setelah masuk dengan kata sandi.',
    hint: 'Enam angka yang tidak mudah ditebak. Jangan pakai tanggal lahir.',
    repeat: 'Ulangi PIN',
    submit: 'Simpan PIN dan mulai',
    submitting: 'Mengunci isian Anda …',
    differs: 'Kedua PIN belum sama.',
    foundTitle: 'Isian Anda ditemukan di perangkat ini',
    found: 'Buat PIN baru; isian yang belum terkirim akan terbuka kembali.',
    others: 'Orang lain di perangkat ini',
  },
  faults: {
    'not-six-digits': 'PIN terdiri atas tepat enam angka.',
    'too-easy': 'PIN ini mudah ditebak, seperti 123456 atau 111111. Pilih yang lain.',
  },
  unlock: {
    title: (name: string) => name,
    lead: 'Ketik PIN Anda. Jaringan tidak diperlukan.',
    submit: 'Buka',
    submitting: 'Memeriksa PIN …',
    wrong: (left: number) => (left === 0 ? 'PIN salah.' : `PIN salah. Masih ${left} kali sebelum harus menunggu.`),
    wait: (time: string) => `Terlalu banyak PIN yang salah. Coba lagi dalam ${time}.`,
    waitABit: 'Terlalu banyak PIN yang salah. Tunggu beberapa saat, lalu coba lagi.',
    nothingLost: 'Isian Anda tetap aman dan tidak ada yang dihapus.',
    forgotten: 'Lupa PIN?',
    lost: 'PIN tidak dapat dipakai lagi di perangkat ini. Sambungkan ke jaringan, pilih “Lupa PIN?”, lalu masuk dengan kata sandi: kantor menyimpan kunci isian Anda, jadi isian tidak hilang.',
    newer:
      'Isian di perangkat ini sudah dibuka dengan versi aplikasi yang lebih baru. Muat ulang halaman; isian Anda tidak hilang.',
    heldElsewhere:
      'Patuh sedang diperbarui, tetapi tab lain masih memakai versi lama. Tutup semua tab Patuh yang lain, lalu coba lagi; isian Anda tidak hilang.',
    failed:
      'Isian belum dapat dibuka. Tutup tab Patuh yang lain, lalu coba lagi; tidak ada yang dihapus. Bila tetap begini, laporkan kepada administrator kantor Anda.',
    seconds: (count: number) => `${count} detik`,
    minutes: (count: number) => `${count} menit`,
    signedInAs: (name: string) => `Anda masuk sebagai ${name}`,
    makeOwn: 'Buat PIN di perangkat ini',
  },
  choose: {
    title: 'Siapa yang bekerja?',
    lead: 'Setiap orang membuka isiannya sendiri dengan PIN.',
    other: 'Masuk dengan akun lain',
    another: 'Ganti orang',
    withoutPin: 'PIN tidak ada lagi; masuk dengan kata sandi',
    manage: 'Hapus orang dari perangkat ini',
  },
  forgotten: {
    title: 'Lupa PIN',
    lead: (name: string) => `Isian ${name} tetap tersimpan. Masuk dengan kata sandi, lalu buat PIN baru.`,
    needsNetwork:
      'Untuk ini diperlukan jaringan, sebentar saja. Belum ada jaringan? Tunggu sampai ada; isian tetap aman di perangkat ini.',
    back: 'Kembali ke PIN',
    title2: 'Buat PIN baru',
    submit: 'Simpan PIN baru',
    saveTitle: 'Perangkat ini akan diserahkan atau rusak?',
    saveBody:
      'Simpan semua yang belum terkirim ke berkas, lalu serahkan ke kantor. Berkas ini terkunci: hanya kantor yang dapat membukanya. Foto dan dokumen tidak ikut di dalamnya; tetap di HP ini dan terkirim setelah Anda dapat masuk lagi.',
    save: 'Simpan ke berkas',
    nothingToSave: 'Tidak ada yang belum terkirim; tidak perlu berkas.',
    saved: (count: number) => `Berkas berisi ${count} isian sudah dibuat. Serahkan ke kantor.`,
  },
  signIn: {
    title: 'Masuk lagi untuk mengirim',
    notice: (count: number) => `${count} isian menunggu. Masuk lagi untuk mengirim.`,
    noticeNothing: 'Masa masuk Anda habis. Masuk lagi agar isian rekan tim terlihat.',
    body: 'Masa masuk Anda habis. Isian aman di perangkat ini; setelah masuk, pengiriman berlanjut sendiri.',
    open: 'Masuk lagi',
    cancel: 'Nanti saja',
    other: (name: string) => `Akun itu bukan akun ${name}. Masuk dengan akun ${name}.`,
  },
  arrived: {
    title: 'Perangkat ini siap',
    units: (units: number, answers: string) =>
      `Dari server diambil ${units} unit dengan ${answers} isian. Isian yang belum terkirim dari perangkat lain masih ada di perangkat itu.`,
    found: (count: number) =>
      count === 0
        ? 'Isian di perangkat ini terbuka kembali; semuanya sudah ada di server.'
        : `Isian di perangkat ini terbuka kembali. Yang belum terkirim: ${count}.`,
    close: 'Tutup',
  },
  keeps: {
    mayNotTitle: 'Jendela ini mungkin tidak menyimpan',
    mayNot:
      'Tampaknya ini jendela pribadi (penyamaran). Bila jendela ditutup, isian yang belum terkirim dapat hilang. Lebih aman pakai jendela biasa.',
    nothingTitle: 'Peramban ini tidak menyimpan isian',
    nothing:
      'Isian hanya ada selama halaman ini terbuka. Jangan tutup halaman sebelum semuanya terkirim, dan jangan bekerja tanpa jaringan. Pakailah jendela biasa peramban Chrome, bukan jendela pribadi.',
    understood: 'Saya mengerti, lanjut',
  },
  nobody: {
    title: 'Belum ada yang dapat dibuka di sini',
    body: 'Di perangkat ini belum ada isian. Untuk mulai, hubungkan ke jaringan sekali dan masuk; sesudah itu Anda dapat bekerja tanpa jaringan.',
  },
  remove: {
    title: 'Hapus orang dari perangkat ini',
    lead: 'Hanya yang semua isiannya sudah di server yang dapat dihapus. Jawaban di server tetap ada.',
    waiting: (count: number) => `Belum dapat dihapus: ${count} isian, foto, atau berkas titipan belum terkirim.`,
    remove: 'Hapus',
    removeName: (name: string) => `Hapus ${name}`,
    question: (name: string) => `Hapus ${name} dari perangkat ini?`,
    body: 'PIN dan salinan isian di perangkat ini dihapus. Jawaban yang sudah di server tetap ada. Ketik PIN untuk membuktikan bahwa ini Anda.',
    cancel: 'Batal',
    back: 'Kembali',
    failed: 'Belum dapat dihapus seluruhnya. Tutup tab Patuh yang lain, lalu coba lagi.',
    done: (name: string) => `${name} sudah dihapus dari perangkat ini.`,
  },
} as const;
