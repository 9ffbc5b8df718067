import type { WarningKind } from '@patuh/shared/domain/explanation';

type Evidence = 'photo' | 'document' | 'web-address';

/** “Boleh pulang?”: what is missing, what a verifier would ask, and the sentence that answers it. */
export const fieldLeaveText = {
  title: 'Boleh pulang?',
  lead: 'Periksa sebelum meninggalkan unit: yang kurang sekarang masih dapat dilengkapi di tempat.',
  link: 'Periksa sebelum pulang',
  blocksTitle: 'Harus dilengkapi',
  blocksCount: (count: number) => `${count} hal. Unit belum dapat diserahkan sebelum ini lengkap.`,
  warningsTitle: 'Yang akan ditanyakan verifikator',
  warningsIntro:
    'Lengkapi dengan tombolnya, atau tulis satu kalimat penjelasan. Kalimat Anda dibaca verifikator bersama jawabannya.',
  explainedTitle: (count: number) => `Sudah dijelaskan (${count})`,
  remarksTitle: 'Untuk diperhatikan',
  nothing: 'Tidak ada yang kurang dan tidak ada yang perlu dijelaskan.',
  count: (count: number) => `${count}`,
  all: (count: number) => `Lihat semua (${count})`,
  explain: 'Jelaskan',
  change: 'Ubah penjelasan',
  label: 'Penjelasan',
  labelFor: (place: string) => `Penjelasan: ${place}`,
  labelAll: (count: number) => `Satu kalimat untuk ${count} hal ini`,
  hint: 'Sedikitnya 10 huruf, misalnya apa yang diperlihatkan dan mengapa tidak difoto.',
  tooShort: 'Tulis sedikitnya 10 huruf, supaya verifikator mengerti.',
  tooLong: 'Paling banyak 500 huruf.',
  saving: (count: number) => `Menyimpan ${count} penjelasan… Jangan tutup halaman ini.`,
  keep: 'Simpan penjelasan',
  keepAll: (count: number) => `Simpan untuk ${count} hal`,
  keeping: 'Menyimpan…',
  takeBack: 'Hapus penjelasan',
  submit: 'Lanjut menyerahkan',
  stillOpen: (blocks: number, warnings: number) =>
    [
      ...(blocks > 0 ? [`${blocks} hal harus dilengkapi`] : []),
      ...(warnings > 0 ? [`${warnings} hal perlu bukti atau penjelasan`] : []),
    ].join(', '),
  kinds: {
    contradiction: 'Jawaban yang tampak bertentangan',
    'answers-alike': 'Wawancara dengan jawaban yang sama persis',
    'interview-too-fast': 'Wawancara yang tercatat sangat cepat',
    'missing-evidence': 'Jawaban tanpa bukti',
    'photo-alike': 'Foto yang sama untuk hal yang berbeda',
    'far-from-unit': 'Foto yang diambil jauh dari unit',
    'visit-not-recorded': 'Berita acara kunjungan',
  } satisfies Record<WarningKind, string>,
  missing: {
    photo: 'Belum ada foto',
    document: 'Belum ada dokumen atau fotonya',
    'web-address': 'Belum ada alamat web',
  } satisfies Record<Evidence, string>,
  mend: {
    contradiction: 'Periksa jawabannya',
    'answers-alike': 'Periksa wawancaranya',
    'interview-too-fast': 'Periksa wawancaranya',
    'missing-evidence': 'Tambah bukti',
    'photo-alike': 'Lihat fotonya',
    'far-from-unit': 'Lihat fotonya',
    'visit-not-recorded': 'Isi berita acara',
  } satisfies Record<WarningKind, string>,
} as const;
