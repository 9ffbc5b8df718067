import { assertNever } from '@patuh/shared/domain/assert-never';
import type { FieldValue } from '@patuh/shared/domain/change';

type EvidenceEntry = Extract<FieldValue, { field: 'consent' | 'evidence' | 'visit' | 'unit-place' | 'explanations' }>;

export const EVIDENCE_KIND_WORDS = { photo: 'Foto', document: 'Dokumen', 'web-address': 'Alamat web' } as const;

/** What was gathered besides answers, as one short line. */
export function evidenceWords(entry: EvidenceEntry): string {
  switch (entry.field) {
    case 'consent':
      return entry.value ? 'Bersedia diwawancarai' : 'Tidak bersedia diwawancarai';
    case 'evidence':
      if (entry.value === null) return 'Bukti dihapus';
      return [EVIDENCE_KIND_WORDS[entry.value.kind], entry.value.caption].filter((part) => part !== null).join(': ');
    case 'visit':
      return entry.value === null ? 'Berita acara dihapus' : `Kunjungan ${entry.value.date}`;
    case 'unit-place':
      return entry.value === null ? 'Letak unit dihapus' : 'Letak unit ditetapkan';
    case 'explanations':
      return entry.value.map(({ text }) => text).join(' · ') || 'Penjelasan dihapus';
    default:
      return assertNever(entry);
  }
}
