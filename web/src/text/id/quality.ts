/** “Mutu”: how the work of a period was done. Figures say where to look, never that somebody did wrong. */

const levels = (mean: number): string =>
  `${mean > 0 ? '+' : '−'}${Math.abs(mean).toFixed(1).replace('.', ',')} tingkat`;

export const qualityText = {
  title: 'Mutu',
  lead: 'Bagaimana penilaian dikerjakan. Angka di sini menunjuk ke mana perlu melihat; angka saja bukan tuduhan.',
  choose: 'Pilih penilaian',
  emptyTitle: 'Belum ada penilaian',
  emptyBody: 'Begitu ada periode dengan unit di provinsi Anda, mutunya dapat dilihat di sini.',
  pages: 'Halaman mutu',
  overview: 'Mutu kerja',
  practice: 'Kasus latihan',
  second: {
    title: 'Penilaian kedua',
    progress: (both: number, drawn: number) =>
      drawn === 0
        ? 'Belum ada unit yang diundi untuk dinilai dua kali.'
        : `${both} dari ${drawn} unit undian sudah diserahkan oleh kedua tim.`,
    leaning: (name: string, mean: number) =>
      Math.abs(mean) < 0.05
        ? `${name} rata-rata sama dengan tim lain`
        : `${name} rata-rata ${levels(mean)} dari tim lain`,
    of: (things: number, same: number) => `${things} butir dinilai dua kali, ${same} di antaranya sama`,
    ownFirst: (name: string, until: string) =>
      `${name}: hasil diperlihatkan dahulu kepada yang bersangkutan, paling lambat sampai ${until}.`,
    tooFew: 'Belum cukup butir yang dinilai dua kali untuk mengatakan sesuatu tentang seseorang.',
    remark: (words: string) => `Tanggapan: “${words}”`,
    behind: 'Angka di baliknya: alfa Krippendorff',
    alpha: (alpha: string, low: string, high: string, things: number) =>
      `Alfa ${alpha} (selang 95 %: ${low} sampai ${high}; ${things} butir).`,
    noAlpha: 'Belum dapat dihitung: paling sedikit sepuluh butir harus dinilai dua kali, dan tidak semuanya sama.',
    meaning:
      'Alfa 1 berarti selalu sama, 0 berarti tidak lebih sama daripada kebetulan. Skala ordinal; selang dari 1.000 undian ulang. Wawancara pengguna tidak dibandingkan, karena kedua tim bertanya kepada orang yang berbeda.',
  },
  people: {
    title: 'Per orang',
    empty: 'Belum ada jawaban yang masuk.',
    name: 'Nama',
    units: 'Unit',
    answers: 'Jawaban',
    tempo: 'Jeda antarjawaban',
    seconds: (seconds: number) => `${seconds} dtk`,
    top: 'Tingkat tertinggi',
    alike: 'Wawancara seragam',
    copied: 'Wawancara kembar',
    reused: 'Foto juga di unit lain',
    returned: 'Dikembalikan, berubah',
    ofAll: (count: number, all: number) => `${count} dari ${all}`,
    hint: 'Jeda: nilai tengah antara dua jawaban di satu perangkat, tanpa jeda lebih dari 10 menit dan tanpa salinan dari kertas. Seragam: semua pertanyaan dijawab dengan tingkat yang sama. Kembar: jawaban dan kelompok responden sama dengan wawancara lain di unit itu.',
  },
  indicators: {
    title: 'Per indikator',
    name: 'Indikator',
    agreement: 'Kesamaan (alfa)',
    none: 'belum ada',
    hint: 'Indikator dengan alfa rendah perlu dilatih ulang, atau rumusannya diperbaiki.',
  },
  calibration: {
    title: 'Kasus latihan',
    empty: 'Belum ada yang menjawab kasus latihan.',
    same: 'Sama dengan yang disepakati',
    answered: 'Dijawab',
  },
  cases: {
    lead: 'Beberapa kasus nyata dengan foto dan tingkat yang disepakati. Setiap asesor menjawab sebelum musim penilaian; sesudah menjawab, ia melihat tingkat yang disepakati beserta alasannya.',
    empty: 'Belum ada kasus. Sepuluh kasus biasanya cukup.',
    number: (number: number) => `Kasus ${number}`,
    agreed: 'Disepakati',
    agreedLater: 'Terlihat setelah Anda menjawab kasus ini pada Latihan.',
    answers: 'Jawaban asesor',
    noAnswers: 'Belum ada jawaban',
    level: (level: number) => `Tingkat ${level}`,
    given: (level: number, count: number) => `tingkat ${level}: ${count} orang`,
    add: 'Tambah kasus',
    addTitle: 'Kasus baru',
    indicator: 'Indikator',
    situation: 'Yang ditemukan di lapangan',
    situationHint: 'Seperti dilihat asesor; jangan sebut tingkatnya.',
    agreedLevel: 'Tingkat yang disepakati',
    reason: 'Alasan',
    photo: 'Foto (boleh kosong)',
    choosePhoto: 'Pilih foto',
    photoReady: 'Foto siap.',
    hide: 'Samarkan wajah dan pelat',
    hideLead:
      'Kasus dilihat orang dari semua tim. Tutup wajah, pelat nomor, dan nama; yang disimpan hanya foto yang sudah ditutup.',
    photoRefused: 'Foto ini tidak dapat dipakai. Pilih foto lain.',
    save: 'Simpan kasus',
    cancel: 'Batal',
    remove: 'Hapus kasus',
    removeBody: 'Kasus yang belum dijawab siapa pun akan dihapus.',
    fixed: 'Sudah dijawab, jadi tidak dapat dihapus.',
    photoOf: (number: number) => `Foto kasus ${number}`,
  },
  own: {
    title: 'Latihan dan mutu kerja saya',
    lead: 'Yang dilihat kantor tentang pekerjaan Anda, dan kasus latihan sebelum musim penilaian.',
    quality: 'Mutu kerja saya',
    none: 'Belum ada penilaian yang Anda kerjakan.',
    leaning: (mean: number) =>
      Math.abs(mean) < 0.05
        ? 'Pada unit yang dinilai dua kali, Anda rata-rata sama dengan tim lain.'
        : `Pada unit yang dinilai dua kali, Anda rata-rata ${levels(mean)} dari tim lain.`,
    notYet: (things: number, needed: number) =>
      `Baru ${things} dari ${needed} butir yang dinilai dua kali; hasilnya belum dikatakan kepada siapa pun.`,
    first:
      'Anda melihatnya lebih dahulu daripada kantor. Bila ada penjelasannya, tulis di sini; kantor membacanya bersama angkanya.',
    remark: 'Tanggapan Anda (boleh kosong)',
    send: 'Saya sudah melihat',
    sent: 'Tercatat. Kantor sekarang juga melihatnya.',
    practice: 'Kasus latihan',
    noPractice: 'Kantor belum menyiapkan kasus latihan.',
    answeredBefore: (count: number) => `Sudah Anda jawab: ${count} kasus`,
    yours: (level: number) => `Jawaban Anda: tingkat ${level}`,
    agreed: (level: number) => `Disepakati: tingkat ${level}`,
    sameAs: 'Sama.',
    differs: 'Berbeda.',
    answer: 'Jawab',
    chooseLevel: 'Tingkat yang paling sesuai',
    done: (answered: number, all: number) => `${answered} dari ${all} kasus dijawab`,
  },
} as const;
