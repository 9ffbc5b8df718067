import { AUDIT_ACTIONS } from '@patuh/shared/audit/event';
import { FieldValue } from '@patuh/shared/domain/change';
import { SubjectId } from '@patuh/shared/domain/assessment';
import { describe, expect, it } from 'vitest';

import {
  actionWords,
  actorWords,
  factsOf,
  subjectOfCell,
  valueWords,
} from '../../../web/src/features/audit/audit-words.ts';

describe('an event of the audit', () => {
  it.each(AUDIT_ACTIONS)('says %s in words', (action) => {
    expect(actionWords({ action })).not.toContain(action);
  });

  it('keeps the word of a newer version', () => {
    expect(actionWords({ action: 'survey.closed' })).toContain('survey.closed');
  });

  it('names people, commands and the server', () => {
    expect(actorWords({ actor: { kind: 'person', id: 'x', name: 'Maria' } })).toBe('Maria');
    expect(actorWords({ actor: { kind: 'person', id: 'x', name: null } })).toBe('nama tidak diketahui lagi');
    expect(actorWords({ actor: { kind: 'command', id: 'import', name: null } })).toBe('Perintah impor');
    expect(actorWords({ actor: { kind: 'system', id: 'update', name: null } })).toBe('Server saat diperbarui');
  });

  it('tells what the detail holds, without zeros and without ids that have no name', () => {
    const detail = { placed: 3, late: 0, person: ID, session: OTHER, decision: 'taken-in' };
    expect(factsOf({ detail, names: { [ID]: 'Yosef' }, differences: [] })).toEqual([
      { what: 'Jawaban tersimpan', value: '3' },
      { what: 'Orang', value: 'Yosef' },
      { what: 'Keputusan', value: 'dipakai' },
    ]);
  });

  it('says roles, places, days and hundredths as people read them', () => {
    const detail = {
      role: 'assessor',
      indicator: 'petugas-pengaduan',
      subject: 'complaint-officer-1',
      dueOn: '2026-12-01',
      edgePoints: 150,
      kind: 'season',
    };
    expect(factsOf({ detail, names: {}, differences: [] }).map(({ what, value }) => `${what}: ${value}`)).toEqual([
      'Peran dalam tim: asesor',
      'Indikator: Petugas pengaduan',
      'Tentang: Pengelola pengaduan 1',
      'Tenggat: 1 Desember 2026',
      'Dekat batas kategori (poin): 1,50',
      'Jenis: penilaian',
    ]);
  });

  it('names a section and counts scores as one speaks', () => {
    expect(factsOf({ detail: { section: 'pengelolaan-pengaduan', score: 1 }, names: {}, differences: [] })).toEqual([
      { what: 'Bagian', value: 'Pengelolaan pengaduan' },
      { what: 'Perhitungan nilai', value: 'ke-1' },
    ]);
  });

  it.each(['provinces', 'governments', 'instruments', 'units', 'people', 'steps'])('has a word for %s', (key) => {
    const [fact] = factsOf({ detail: { [key]: 38 }, names: {}, differences: [] });
    expect(fact?.what).not.toBe(key);
  });
});

describe('a value that was entered', () => {
  it.each([
    [{ field: 'answer', value: { kind: 'level', level: 2 } }, 'tingkat 2'],
    [
      { field: 'answer', value: { kind: 'not-applicable', reason: 'tidak ada loket' } },
      'tidak berlaku: tidak ada loket',
    ],
    [{ field: 'answer', value: null }, 'dikosongkan'],
    [{ field: 'presence', value: { state: 'same-person', sameAs: 1 } }, 'orang yang sama dengan nomor 1'],
    [{ field: 'profile', value: aProfile() }, 'diisi'],
    [null, 'belum ada'],
  ])('%j is said as “%s”', (entry, words) => {
    expect(valueWords(entry === null ? null : FieldValue.parse(entry))).toBe(words);
  });

  it.each([
    ['unit', 'Unit layanan'],
    ['officer-2', 'Pelaksana 2'],
    ['complaint-officer-1', 'Pengelola pengaduan 1'],
    ['user-018f4e1a-0000-7000-8000-000000000001', 'Pengguna'],
  ])('stands at %s: %s', (subject, words) => {
    expect(subjectOfCell({ subject: SubjectId.parse(subject) })).toBe(words);
  });
});

const ID = '76995c41-9c4f-4c46-8f0b-b9eac08afccb';
const OTHER = 'a3d072f5-021e-4ec3-add8-b298207d1da4';

function aProfile(): unknown {
  return { gender: 'female', ageBand: '26-35', education: 'bachelor', work: 'private' };
}
