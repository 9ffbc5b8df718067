import type { NumberedKind } from '@patuh/shared/domain/answer';
import type { AssessmentState, NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { OfficerPost } from '@patuh/shared/sync/posts';

/** Words that the field, the office, the Sekda office and the public read alike: one state has one name everywhere. */

export const STATE_WORDS: Readonly<Record<AssessmentState, string>> = {
  assigned: 'Belum dimulai',
  'in-progress': 'Sedang diisi',
  submitted: 'Menunggu verifikasi',
  returned: 'Dikembalikan',
  verified: 'Terverifikasi',
  final: 'Final',
  'not-assessed': 'Tidak dinilai',
};

/** Why a unit was not assessed, inside a sentence. */
export const NOT_ASSESSED_WORDS: Readonly<Record<NotAssessedReason, string>> = {
  unreachable: 'tidak terjangkau',
  closed: 'tutup',
  disaster: 'bencana',
  refused: 'menolak dinilai',
  other: 'alasan lain',
};

export const SUBJECT_WORDS: Readonly<Record<'unit' | NumberedKind, string>> = {
  unit: 'Unit layanan',
  product: 'Produk',
  officer: 'Pelaksana',
  'complaint-officer': 'Pengelola pengaduan',
  user: 'Pengguna',
};

export const POST_WORDS: Readonly<Record<OfficerPost, string>> = {
  head: 'Pimpinan unit',
  'service-head': 'Kepala seksi layanan',
  'complaints-officer': 'Petugas pengaduan',
  'front-office': 'Petugas loket',
};
