import type { StoredCell } from '@patuh/server/platform/assessments/cells';
import type { Manifest } from '@patuh/shared/contracts/assessments';
import { assertNever } from '@patuh/shared/domain/assert-never';
import type { Field } from '@patuh/shared/domain/change';
import type { Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import { namedFiles } from '@patuh/shared/sync/named-files';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { type AssessmentSubject, subjectsOf } from '@patuh/shared/sync/subjects';

/** What the server holds of the assessment that is being handed in. */
export interface Held {
  readonly version: number;
  readonly answersHash: string;
  readonly cells: readonly StoredCell[];
  readonly instrument: Instrument;
  readonly unitKind: UnitKind;
}

/**
 * Where the device that hands in and the server differ, one place each, as a person reads it; empty if they agree. What
 * came after the device's version is named; what only the device holds the server cannot know. A file that
 * has not arrived yet is no difference: what counts is that its description is here.
 */
export function differences(manifest: Manifest, held: Held): readonly string[] {
  const named = namedFiles(held.cells.map(({ cell }) => cell));
  const evidence = manifest.evidence
    .filter((hash) => !named.has(hash))
    .map((hash) => `Bukti ${hash} belum tercatat di server`);
  // The version also rises with photos that arrive: where the answers are the same, nothing was missed.
  if (manifest.version <= held.version && manifest.answersHash === held.answersHash) return evidence;
  const newer = placesSince(manifest.version, held);
  const versions = `Versi ${manifest.version} di perangkat, versi ${held.version} di server`;
  if (newer.length > 0) return [...newer, ...evidence];
  if (manifest.version !== held.version) return [versions, ...evidence];
  return ['Perangkat memiliki jawaban yang belum ada di server', ...evidence];
}

function placesSince(version: number, { cells, instrument, unitKind }: Held): readonly string[] {
  const names = new Map<string, string>(indicatorsOf(instrument.tree).map(({ id, name }) => [id, name]));
  const all = cells.map(({ cell }) => cell);
  const subjects = new Map(subjectsOf(instrument, unitKind, all).map((subject) => [subject.id, subject]));
  return cells
    .filter((stored) => stored.version > version)
    .map(({ cell: { indicatorId, subjectId, current } }) => {
      const subject = subjects.get(subjectId);
      const parts = [
        indicatorId === null ? undefined : (names.get(indicatorId) ?? indicatorId),
        subject === undefined ? subjectId : subjectText(subject),
        current.entry.field === 'answer' ? undefined : fieldText(current.entry.field),
      ];
      return parts.filter((part) => part !== undefined).join(' · ');
    });
}

function subjectText({ kind, number }: Pick<AssessmentSubject, 'kind' | 'number'>): string {
  switch (kind) {
    case 'unit':
      return 'unit layanan';
    case 'product':
      return `produk layanan ${number}`;
    case 'officer':
      return `pelaksana ${number}`;
    case 'complaint-officer':
      return `petugas pengaduan ${number}`;
    case 'user':
      return `pengguna layanan ${number}`;
    default:
      return assertNever(kind);
  }
}

function fieldText(field: Exclude<Field, 'answer'>): string {
  switch (field) {
    case 'note':
      return 'catatan';
    case 'presence':
      return 'kehadiran';
    case 'name':
      return 'nama';
    case 'profile':
      return 'profil';
    case 'few-users-reason':
      return 'alasan pengguna layanan kurang dari target';
    case 'from-paper':
      return 'keterangan diisi dari kertas';
    case 'consent':
      return 'kesediaan diwawancarai';
    case 'evidence':
      return 'bukti';
    case 'visit':
      return 'berita acara kunjungan';
    case 'unit-place':
      return 'letak unit';
    case 'explanations':
      return 'penjelasan';
    default:
      return assertNever(field);
  }
}
