import type { Finding } from '@patuh/shared/contracts/checks';
import type { NotAssessedReason, UserProfile } from '@patuh/shared/domain/assessment';
import type { ChangeRefusal } from '@patuh/shared/domain/change';

import { POST_WORDS, STATE_WORDS, SUBJECT_WORDS } from './assessment-words.ts';

/** Words of the field that several of its screens use. */
export const fieldWords = {
  states: STATE_WORDS,
  subjects: SUBJECT_WORDS,
  posts: POST_WORDS,
  numbered: (kind: string, number: number) => `${kind} ${number}`,
  withName: (numbered: string, name: string) => `${numbered}: ${name}`,
  level: (level: number) => `Tingkat ${level}`,
  notApplicable: 'Tidak berlaku',
  cleared: 'Dikosongkan',
  presence: {
    present: 'Ada',
    vacant: 'Jabatan kosong',
    absent: 'Tidak hadir',
    'same-person': 'Orang yang sama',
  },
  samePersonAs: (name: string) => `Orang yang sama dengan ${name}`,
  gender: { female: 'Perempuan', male: 'Laki-laki' } satisfies Record<UserProfile['gender'], string>,
  ageBand: {
    '17-25': '17–25',
    '26-35': '26–35',
    '36-45': '36–45',
    '46-55': '46–55',
    '56+': '56 ke atas',
  } satisfies Record<UserProfile['ageBand'], string>,
  education: {
    none: 'Tidak sekolah',
    primary: 'SD',
    'lower-secondary': 'SMP',
    'upper-secondary': 'SMA/SMK',
    diploma: 'Diploma',
    bachelor: 'S1/D4',
    postgraduate: 'S2/S3',
  } satisfies Record<UserProfile['education'], string>,
  work: {
    'civil-servant': 'ASN/TNI/Polri',
    private: 'Karyawan swasta',
    'self-employed': 'Wiraswasta',
    'farmer-fisher': 'Petani/nelayan',
    student: 'Pelajar/mahasiswa',
    homemaker: 'Mengurus rumah tangga',
    other: 'Lainnya',
  } satisfies Record<UserProfile['work'], string>,
  notAssessed: {
    unreachable: 'Tidak dapat dijangkau',
    closed: 'Unit tutup atau tidak beroperasi',
    disaster: 'Bencana atau keadaan darurat',
    refused: 'Unit menolak dinilai',
    other: 'Alasan lain',
  } satisfies Record<NotAssessedReason, string>,
  refusals: {
    'unknown-assessment': 'unit ini tidak (lagi) menjadi tugas tim Anda; isian disimpan terpisah di server',
    'unknown-indicator': 'pertanyaan ini tidak ada pada instrumen unit ini',
    'unknown-subject': 'responden atau produk ini tidak ada pada unit ini',
    'wrong-field': 'isian ini tidak cocok dengan pertanyaannya',
    'level-out-of-range': 'tingkatnya di luar skala pertanyaan ini',
    'not-applicable-not-allowed': 'pertanyaan ini tidak boleh dijawab “tidak berlaku”',
    'id-used': 'server sudah menyimpan isian lain dengan tanda yang sama',
    'number-used': 'nomor urut isian sudah dipakai',
    'not-understood': 'server tidak mengenali bentuk isian ini',
  } satisfies Record<ChangeRefusal | 'not-understood', string>,
  findings: {
    'missing-answer': () => 'Belum dijawab',
    'missing-profile': () => 'Profil pengguna belum lengkap',
    'missing-product-name': () => 'Nama produk belum diisi',
    'conflict-open': () => 'Ada dua isian berbeda; pilih salah satu',
    'too-few-users': (found, needed) => `Baru ${found} pengguna diwawancarai; sedikitnya ${needed}`,
    'fewer-users-than-target': (found, needed) => `${found} dari ${needed} pengguna yang ditargetkan`,
    'few-users-without-reason': () => 'Alasan pengguna kurang dari target belum diisi',
    'too-few-subjects': (found, needed) => `Hanya ${found} dari ${needed} yang dapat ditanya`,
    'same-person-unknown': () => 'Orang yang sama merujuk ke jabatan yang tidak terisi',
    contradiction: () => 'Bertentangan dengan jawaban lain',
    'answers-alike': (found) => `${found} pengguna menjawab sama persis; periksa kembali`,
    'interview-too-fast': (found, needed) =>
      `Wawancara tercatat dalam ${found} detik; membacakan pertanyaannya saja sedikitnya ${needed} detik`,
    'returned-point-open': () => 'Dikembalikan verifikator; belum diperbaiki',
  } satisfies Record<Finding['kind'], (found: number, needed: number) => string>,
  contradicts: (indicator: string) => `Bertentangan dengan jawaban “${indicator}”`,
  noteOf: 'Catatan',
  fromPaper: 'Diisi dari kertas',
  notFromPaper: 'Tidak diisi dari kertas',
} as const;
