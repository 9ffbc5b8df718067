import type { InterviewMark, ReviewReason } from '@patuh/shared/domain/review';

import { formatCount } from '../../ui/number.ts';

/** Figures of the rule that decides what is looked at, as they are read. */
export interface RuleFigures {
  readonly edge: string;
  readonly levels: number;
  readonly percent: number;
}

/** Words of the desk: one point at a time, the queue beside it, and all that can be pressed. */
export const deskText = {
  queue: {
    title: 'Daftar butir',
    order: 'Urutan',
    orders: { risk: 'Risiko', instrument: 'Instrumen' },
    left: (left: number, of: number): string => `${formatCount(left)} dari ${formatCount(of)} belum selesai`,
    done: 'Tidak ada lagi yang harus dilihat.',
    others: (count: number): string => `Tampilkan juga ${formatCount(count)} butir yang tidak harus dilihat`,
    optional: 'tidak harus dilihat',
    lastStep: 'langkah terakhir bagian ini',
    more: (count: number): string => `dan ${formatCount(count)} alasan lain`,
    open: 'Daftar dan urutan butir',
  },
  marks: {
    open: 'belum dilihat',
    accepted: 'diterima',
    'by-rule': 'diterima menurut aturan',
    changed: 'berubah sesudah diterima',
    returned: 'menunggu jawaban tim',
    sending: 'diterima, sedang dikirim',
    marked: 'akan dikembalikan',
    refused: 'belum diterima',
  },
  position: (at: number, of: number): string => `Butir ${formatCount(at)} dari ${formatCount(of)}`,
  unnumbered: 'Tidak harus dilihat',
  lastStep: 'Langkah terakhir bagian',
  interviews: 'Wawancara pengguna',
  section: (name: string): string => `Terima bagian ${name}`,
  said: {
    point: (position: string, name: string): string => `${position}: ${name}`,
    accepted: (next: string): string => `Diterima. ${next}`,
    marked: (next: string): string => `Ditandai untuk dikembalikan. ${next}`,
    allDone: 'Tidak ada butir lain yang menunggu.',
    refused: (name: string): string => `Belum diterima: ${name}.`,
    order: (order: string): string => `Urutan: ${order}.`,
  },
  spread: {
    caption: (units: number): string => `Jawaban di ${formatCount(units)} unit lain sejenis`,
    words: (counts: readonly number[], own: number | null): string => {
      const others = counts
        .flatMap((count, level) => (count === 0 ? [] : [`${formatCount(count)} kali tingkat ${level}`]))
        .join(', ');
      return own === null
        ? `Di unit lain sejenis: ${others}.`
        : `Di unit lain sejenis: ${others}. Di sini tingkat ${own}.`;
    },
  },
  otherAnswers: {
    caption: 'Jawaban lain untuk pertanyaan ini',
    subject: 'Untuk',
    level: 'Tingkat',
    evidence: 'Bukti',
    standing: 'Keadaan',
    here: 'butir ini',
  },
  lastYear: (year: number): string => `Tahun ${year}:`,
  noEvidence: 'Tidak ada bukti pada butir ini.',
  farApart: 'Selisihnya dua tingkat atau lebih.',
  returning: {
    title: 'Alasan mengembalikan',
    hint: 'Tim membaca alasan ini di pertanyaannya. Tersimpan di sini sampai Anda mengirimnya.',
    reason: (place: string): string => `Alasan untuk ${place}`,
    whole: 'Untuk indikator ini seluruhnya, bukan hanya di sini',
    mark: 'Tandai dan lanjut',
    markedHere: 'Ditandai untuk dikembalikan.',
    change: 'Ubah alasan',
    drop: 'Batalkan tanda',
    close: 'Tutup',
  },
  actions: {
    accept: 'Terima dan lanjut',
    acceptSection: (section: string): string => `Terima bagian ${section}`,
    acceptLast: 'Terima dan selesaikan verifikasi',
    goOn: 'Lanjut',
    return: 'Kembalikan…',
    request: 'Minta dokumen…',
    previous: 'Sebelumnya',
    next: 'Berikutnya',
    nextUnit: 'Unit berikutnya',
    help: 'Pintasan',
    bar: 'Tindakan untuk butir ini',
  },
  received: {
    title: (count: number): string =>
      count === 1 ? 'Dokumen yang diminta sudah datang' : `${formatCount(count)} dokumen yang diminta sudah datang`,
    body: 'Diterima setelah kunjungan. Lihat dokumennya, lalu putuskan:',
  },
  refusal: {
    title: 'Ada butir yang belum diterima',
    body: 'Server menolaknya, jadi butir ini kembali ke daftar:',
    back: (name: string): string => `Buka ${name}`,
  },
  help: {
    title: 'Pintasan papan ketik',
    lead: 'Huruf tidak bekerja selagi Anda mengetik.',
    letters: 'Pakai pintasan satu huruf',
    close: 'Tutup',
    keys: 'Tombol',
    does: 'Yang dilakukan',
    or: 'atau',
    acts: {
      next: 'butir berikutnya',
      previous: 'butir sebelumnya',
      accept: 'terima butir ini dan lanjut',
      return: 'kembalikan butir ini, dengan alasan',
      request: 'minta dokumen ke unit',
      'next-photo': 'foto berikutnya',
      'previous-photo': 'foto sebelumnya',
      larger: 'perbesar foto',
      smaller: 'perkecil foto',
      turn: 'putar foto',
      whole: 'foto selayar penuh',
      blur: 'samarkan wajah dan pelat di foto',
      order: 'ganti urutan: risiko atau instrumen',
      send: 'kirim semua yang ditandai untuk dikembalikan',
      'next-unit': 'unit berikutnya',
      help: 'tampilkan pintasan ini',
    },
    names: {
      ArrowDown: '↓',
      ArrowUp: '↑',
      ArrowLeft: '←',
      ArrowRight: '→',
      Enter: 'Enter',
    },
    grid: 'Di tabel wawancara: panah berpindah sel, Home dan End ke ujung baris, Ctrl + Home dan Ctrl + End ke ujung tabel.',
    reason: 'Di kotak alasan: Ctrl + Enter menandai dan lanjut, Esc menutup.',
    photo: 'Di foto: roda tetikus atau dua jari memperbesar; seret untuk menggeser.',
  },
  why: {
    title: 'Mengapa harus dilihat',
    none: 'Butir ini tidak harus dilihat. Bila tidak dibuka, ia diterima bersama bagiannya.',
    reasons: {
      'band-edge': ({ edge }: RuleFigures) =>
        `Nilai unit atau pemerintah daerahnya paling jauh ${edge} dari batas kategori, jadi semua butir dilihat.`,
      'decides-band': () => 'Satu tingkat lebih atau kurang di sini mengubah kategori unit atau pemerintah daerahnya.',
      'no-score': () => 'Nilai unit belum dapat dihitung, jadi belum diketahui butir mana yang menentukan.',
      returned: () => 'Pernah dikembalikan kepada tim.',
      late: () => 'Datang sesudah unit diserahkan, lalu dipakai.',
      changed: () => 'Diisi ulang sesudah unit pertama kali diserahkan.',
      conflict: () => 'Dua orang memasukkan nilai berbeda di sini.',
      warning: () => 'Pemeriksaan di telepon memberi peringatan di sini.',
      'from-paper': () => 'Disalin dari formulir kertas.',
      'interview-copied': () => 'Ada wawancara yang sama dengan wawancara lain.',
      'interview-fast': () => 'Ada wawancara yang diisi lebih cepat daripada membacakan pertanyaannya.',
      jump: ({ levels }: RuleFigures) => `Berbeda ${levels} tingkat atau lebih dari penilaian sebelumnya.`,
      sample: ({ percent }: RuleFigures) => `Terpilih lewat undian ${percent} % dari butir yang lain.`,
    } satisfies Readonly<Record<ReviewReason, (figures: RuleFigures) => string>>,
    short: {
      'band-edge': 'dekat batas kategori',
      'decides-band': 'menentukan kategori',
      'no-score': 'nilai belum dapat dihitung',
      returned: 'pernah dikembalikan',
      late: 'jawaban terlambat dipakai',
      changed: 'diisi ulang sesudah diserahkan',
      conflict: 'dua nilai berbeda',
      warning: 'ada peringatan',
      'from-paper': 'disalin dari kertas',
      'interview-copied': 'wawancara sama',
      'interview-fast': 'wawancara terlalu cepat',
      jump: 'jauh dari tahun lalu',
      sample: 'terpilih undian',
    } satisfies Readonly<Record<ReviewReason, string>>,
  },
  grid: {
    pane: 'Wawancara yang dipilih',
    more: 'lihat keterangannya',
    required: 'harus dilihat',
    legend: '• harus dilihat, ✓ diterima, ≠ berubah sesudah diterima, ↩ akan dikembalikan, * ada keterangan.',
    nobody: 'Pilih satu sel untuk melihat rinciannya.',
    notes: (count: number): string => `Catatan, bukti, dan riwayat wawancara (${formatCount(count)})`,
  },
  odd: {
    flag: (marks: string): string => `janggal: ${marks}`,
    short: {
      'one-level': 'satu tingkat semua',
      equal: 'sama dengan yang lain',
      copied: 'jawaban dan profil sama',
      'copied-elsewhere': 'sama dengan unit lain',
      'too-fast': 'terlalu cepat',
      'same-minute': 'mulai pada menit yang sama',
    } satisfies Readonly<Record<InterviewMark, string>>,
    long: {
      'one-level': () => 'Semua pertanyaan dijawab dengan tingkat yang sama.',
      equal: () => 'Semua jawabannya sama dengan wawancara lain di unit ini.',
      copied: () => 'Jawaban dan profilnya sama dengan wawancara lain di unit ini.',
      'copied-elsewhere': (unit: string) => `Wawancara dengan jawaban dan profil yang sama ada juga di ${unit}.`,
      'too-fast': () => 'Diisi lebih cepat daripada membacakan pertanyaannya.',
      'same-minute': () => 'Mulai pada menit yang sama dengan wawancara lain di perangkat yang sama.',
    } satisfies Readonly<Record<InterviewMark, (elsewhere: string) => string>>,
    anotherUnit: 'unit lain',
    like: (names: string, more: number): string =>
      `Sama dengan: ${names}${more === 0 ? '' : `, dan ${formatCount(more)} lainnya`}.`,
    noProof: 'Itu bisa wajar; baca bersama catatan dan tim yang mewawancarai.',
  },
  rule: {
    title: 'Aturan pemeriksaan',
    lead: (required: number, answered: number): string =>
      `Dari ${formatCount(answered)} jawaban, ${formatCount(required)} harus dilihat satu per satu. Yang lain diterima bersama bagiannya.`,
    lot: ({ percent }: RuleFigures): string =>
      `Dari butir tanpa alasan lain, ${percent} % diundi. Undiannya dapat diulang siapa pun dengan benih di bawah ini.`,
    count: (count: number): string => `${formatCount(count)} jawaban`,
    version: (rule: string, seed: string): string => `Aturan ${rule}, benih ${seed}`,
  },
  changed: {
    title: (count: number): string => `${formatCount(count)} butir berubah sesudah diterima`,
    body: 'Hanya butir ini yang perlu dilihat lagi; yang lain tetap diterima.',
  },
  accepted: {
    looked: (by: string, moment: string): string => `Dilihat dan diterima ${by}, ${moment}.`,
    changed: (by: string, moment: string): string =>
      `Pernah diterima ${by} pada ${moment}; jawaban, catatan, atau buktinya berubah sesudah itu, atau fotonya baru tiba.`,
    byRule: 'Diterima bersama bagiannya menurut aturan pemeriksaan, tanpa dilihat satu per satu.',
  },
  sectionPane: {
    filesSince: (count: number): string =>
      `${formatCount(count)} foto atau dokumen bagian ini tiba sesudah bagian diterima. Yang harus dilihat diminta lagi satu per satu.`,
    lead: 'Yang harus dilihat diterima satu per satu. Sisanya diterima bersama bagian ini.',
    looked: (count: number): string => `${formatCount(count)} jawaban dilihat dan diterima`,
    byRule: (count: number): string => `${formatCount(count)} jawaban menurut aturan pemeriksaan, tanpa dilihat`,
    left: (count: number): string => `${formatCount(count)} jawaban masih harus dilihat`,
    absent: 'Tidak ditanya',
    waitsForPlaces: 'Bagian ini baru dapat diterima sesudah semua yang harus dilihat diterima.',
  },
  due: (day: string): string => `tenggat ${day}`,
} as const;
