/** Files of unsent answers: one's own to keep or hand over, those of colleagues to carry to the server. */
export const fieldFilesText = {
  title: 'Berkas cadangan dan titipan',
  lead: 'Kalau lama tidak ada sinyal: simpan jawaban ke berkas, dan biarkan siapa pun yang lebih dulu mendapat jaringan membawanya ke server.',
  back: 'Unit tim saya',
  own: {
    title: 'Berkas saya',
    waiting: (count: number, since: string | undefined) =>
      since === undefined
        ? `${count} jawaban belum terkirim.`
        : `${count} jawaban belum terkirim, yang tertua sejak ${since}.`,
    nothing: 'Semua jawaban Anda sudah di server; tidak ada yang perlu disimpan ke berkas.',
    explain:
      'Isinya terkunci: hanya rekan satu tim dan kantor yang dapat membukanya. Jawaban tetap ada di perangkat ini juga.',
    photosStay: (count: number) =>
      `Foto tetap di HP ini: ${count} belum terkirim. Foto tidak ikut di dalam berkas; dikirim sendiri begitu HP ini mendapat jaringan.`,
    save: 'Simpan berkas',
    share: 'Bagikan',
    shareHint: 'Misalnya lewat WhatsApp kepada rekan yang pulang lebih dulu.',
    making: 'Menyiapkan berkas…',
    saved: (name: string) => `Berkas disimpan: ${name}. Biasanya di folder Unduhan.`,
    shared: 'Berkas dibagikan.',
    failed: 'Berkas tidak dapat dibuat. Coba lagi; jawaban Anda tetap ada di perangkat ini.',
    noKeys: 'Berkas baru dapat dibuat setelah perangkat ini satu kali terhubung dengan server.',
    last: (when: string, held: number) => `Berkas terakhir: ${when}, berisi ${held} jawaban.`,
    none: 'Belum pernah ada berkas yang dibuat di perangkat ini.',
  },
  carried: {
    title: 'Titipan rekan',
    explain:
      'Berkas dari siapa pun boleh diterima, berapa kali pun: setiap jawaban tetap masuk satu kali, atas nama yang mengisinya.',
    take: 'Terima berkas',
    taking: 'Membaca berkas…',
    empty: 'Belum ada berkas titipan.',
    from: (name: string, made: string) => `${name}, dibuat ${made}`,
    count: (count: number) => `${count} jawaban`,
    opened: 'Jawabannya sudah terlihat di unit tim Anda.',
    sealed: 'Terkunci untuk perangkat ini; hanya dibawa ke server.',
    waiting: 'Menunggu jaringan',
    delivered: (when: string) => `Sampai di server ${when}`,
  },
  taken: {
    taken: (name: string, count: number) => `${count} jawaban dari ${name} diterima.`,
    damaged: (count: number) => `${count} di antaranya rusak di perjalanan; minta berkasnya dikirim ulang.`,
    again: (name: string) => `Berkas dari ${name} ini sudah pernah diterima; tidak ada yang digandakan.`,
    refused: {
      foreign: 'ini bukan berkas jawaban Patuh.',
      damaged: 'berkas ini terpotong atau rusak. Minta dikirim ulang.',
      'too-new': 'berkas ini dibuat aplikasi yang lebih baru. Perbarui aplikasi di perangkat ini, lalu coba lagi.',
      'other-office': 'berkas ini terkunci untuk server lain, jadi tidak dapat dibawa dari sini.',
      'no-room': 'berkas tidak dapat disimpan di perangkat ini. Kosongkan ruang, lalu coba lagi.',
    },
  },
} as const;
