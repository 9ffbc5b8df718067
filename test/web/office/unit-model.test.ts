import { OfficeAssessment } from '@patuh/shared/contracts/verification';
import { unitModel } from '@patuh/web/features/office/unit-model';
import { describe, expect, it } from 'vitest';

import { instrumentOf } from '../../support/reference-instruments.ts';

const instrument = instrumentOf(2023);
const SECTION = 'standar-pelayanan';
const AT = '2024-08-01T02:00:00.000Z';
const ID = '00000000-0000-4000-8000-000000000001';
const HASH = 'a'.repeat(64);

function anOffice(more: {
  readonly points?: readonly ('open' | 'answered' | 'settled')[];
  readonly late?: readonly ('waiting' | 'left-out')[];
  readonly holds?: boolean;
}): OfficeAssessment {
  return OfficeAssessment.parse({
    assessment: {
      id: ID,
      version: 3,
      state: 'submitted',
      notAssessed: null,
      period: {
        id: ID,
        year: 2024,
        name: 'Penilaian 2024',
        chain: 'main',
        instrument: { id: instrument.id, version: instrument.version, contentHash: HASH },
        scoreBeforeSubmission: false,
        clarificationUntil: null,
      },
      unit: {
        id: ID,
        name: 'Dinas Kesehatan',
        kind: 'health',
        kindName: 'Dinas Kesehatan',
        government: { code: '53.14', name: 'Kabupaten Rote Ndao' },
        province: { code: '53', name: 'Nusa Tenggara Timur' },
        address: null,
        firstTime: false,
        coordinates: null,
      },
      files: [],
      team: { id: ID, name: 'Tim 1', members: [] },
      cells: [],
      points: (more.points ?? []).map((state) => ({
        id: ID,
        indicatorId: 'persyaratan',
        subjectId: 'product-1',
        reason: 'Periksa kembali.',
        returnedBy: 'Yosef',
        returnedAt: AT,
        state,
      })),
      late: (more.late ?? []).map((decision) => ({
        changeId: '0193a000-0000-7000-8000-000000000001',
        indicatorId: null,
        subjectId: 'product-1',
        by: 'Maria',
        receivedAt: AT,
        decision,
        reason: null,
      })),
      answersHash: HASH,
      submittedAt: AT,
    },
    history: [],
    lateDecisions: [],
    acceptances: more.holds === undefined ? [] : [{ sectionId: SECTION, by: 'Yosef', at: AT, holds: more.holds }],
    placeAcceptances: [],
    review: null,
    oddInterviews: [],
    lastYear: null,
    others: { units: 0, levels: [] },
    duty: null,
    exceptions: [],
    findings: [],
    collectedBy: [],
    verifiers: [],
    whyNot: null,
    mayAllow: false,
    published: false,
    score: null,
    earlierScores: [],
  });
}

describe('a section', () => {
  it.each([
    ['nobody looked at', {}, 'open'],
    ['accepted as it stands', { holds: true }, 'accepted'],
    ['changed after it was accepted', { holds: false }, 'changed'],
    [
      'with a point the field has not answered',
      { holds: true, points: ['answered', 'open'], late: ['waiting'] },
      'points',
    ],
    ['whose subject changed late', { holds: true, points: ['answered'], late: ['waiting'] }, 'late'],
    ['with an answered point', { holds: true, points: ['settled', 'answered'] }, 'answered'],
    ['with nothing but what is settled', { holds: true, points: ['settled'], late: ['left-out'] }, 'accepted'],
  ] as const)('%s says so', (_, more, standing) => {
    const { sections } = unitModel(anOffice(more), instrument);
    expect(sections.find(({ id }) => id === SECTION)?.standing).toBe(standing);
  });

  it('is not concerned by what happened in another one', () => {
    const { sections } = unitModel(anOffice({ points: ['open'], late: ['waiting'] }), instrument);
    expect(sections.filter(({ standing }) => standing !== 'open').map(({ id }) => id)).toEqual([SECTION]);
  });
});
