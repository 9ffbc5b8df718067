/** The page behind the link with which the office asks a unit for one document. */
export const documentsText = {
  title: 'Kirim dokumen yang diminta',
  lead: (office: string) => `Ombudsman RI, kantor perwakilan ${office}, meminta satu dokumen dari unit Anda.`,
  unit: 'Unit layanan',
  wanted: 'Yang diminta',
  due: 'Tenggat',
  dueDay: (day: string) => `${day}, sampai akhir hari`,
  overdue:
    'Tenggat sudah lewat. Dokumen masih dapat dikirim, dan ditandai “lewat tenggat” sampai verifikator memutuskannya.',
  choose: 'Pilih foto atau PDF',
  chooseHint:
    'Boleh lebih dari satu, misalnya satu foto untuk tiap halaman. Foto dikecilkan di perangkat ini sebelum dikirim; PDF paling besar 10 MB.',
  privacy:
    'Tautan ini hanya untuk permintaan ini. Tutupi data pribadi warga (nama, NIK, alamat) yang tidak diminta sebelum memotret.',
  sending: 'Berkas yang dikirim',
  arrived: 'Sudah diterima kantor',
  nothingYet: 'Belum ada berkas yang diterima.',
  received: (when: string) => `diterima ${when}`,
  thanks: 'Terima kasih. Dokumen sudah diterima; Anda tidak perlu melakukan apa-apa lagi. Halaman ini boleh ditutup.',
  state: {
    preparing: 'menyiapkan …',
    sending: (percent: number) => `mengirim … ${percent} %`,
    waiting: (percent: number) => `jaringan terputus pada ${percent} %, dilanjutkan sendiri …`,
    received: 'diterima',
    failed: 'belum terkirim',
  },
  again: 'Kirim lagi',
  stay: 'Biarkan halaman ini terbuka sampai semua berkas diterima.',
  badLinkTitle: 'Tautan ini tidak lengkap',
  badLinkBody: 'Buka lagi tautan dari pesan kantor Ombudsman, atau minta tautan baru.',
  endedTitle: 'Permintaan ini sudah selesai',
  endedBody:
    'Permintaan sudah diputuskan atau dibatalkan, atau tautannya sudah diganti. Hubungi kantor Ombudsman bila dokumen masih diperlukan.',
} as const;
