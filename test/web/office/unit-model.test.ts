import { unitModel } from '@patuh/web/features/office/unit-model';
import { describe, expect, it } from 'vitest';

import { anOffice, SECTION } from '../../support/office.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

const instrument = instrumentOf(2023);
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
