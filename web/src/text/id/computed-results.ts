import type { NotAssessedReason } from '@patuh/shared/domain/assessment';
import type { UnitRemark } from '@patuh/shared/contracts/governments';
import { assertNever } from '@patuh/shared/domain/assert-never';

import { NOT_ASSESSED_WORDS } from './assessment-words.ts';

/** What stands on public pages beside results that were computed from assessments on this platform. */

const SUBJECTS: Readonly<Record<Extract<UnitRemark, { kind: 'below-target' }>['subject'], string>> = {
  product: 'produk layanan',
  officer: 'pelaksana',
  'complaint-officer': 'pengelola pengaduan',
  user: 'pengguna layanan',
};

export const computedText = {
  meaning:
    'Nilai dihitung di sini dari penilaian unit layanan, dan terbit atas keputusan di atas setelah disetujui dua orang. Berkas publikasi memuat tingkat setiap indikator di setiap unit, jadi siapa pun dapat menghitungnya ulang.',
  status: 'Dihitung di sini dari penilaian unit layanan.',
  notAssessedTitle: 'Ada pemerintah daerah yang tidak dinilai',
  remarksTitle: 'Catatan tentang unit',
} as const;

export function decreeOf(number: string, date: string): string {
  return `Keputusan Ketua Ombudsman RI Nomor ${number}, ${date}`;
}

export function notAssessed(governments: readonly { name: string; reasons: readonly NotAssessedReason[] }[]): string {
  const named = governments.map(({ name, reasons }) => `${name} (${reasonList(reasons)})`);
  return `Tidak dinilai, jadi tidak dihitung dan tidak diurutkan: ${named.join('; ')}.`;
}

export function unitRemark(remark: UnitRemark): string {
  switch (remark.kind) {
    case 'not-assessed':
      return `${remark.name}: tidak dinilai (${NOT_ASSESSED_WORDS[remark.reason]}), jadi tidak ikut dalam rata-rata.`;
    case 'below-target':
      return `${remark.name}: ${remark.found} dari ${remark.target} ${SUBJECTS[remark.subject]} yang direncanakan.`;
    default:
      return assertNever(remark);
  }
}

function reasonList(reasons: readonly NotAssessedReason[]): string {
  return reasons.map((reason) => NOT_ASSESSED_WORDS[reason]).join(', ');
}
