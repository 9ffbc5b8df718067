import { describe, expect, it } from 'vitest';

import { factsOf } from '../../../web/src/features/today/entry-facts.ts';

const ENTRY = {
  name: 'Penilaian 2024',
  place: 'Nusa Tenggara Timur',
  province: null,
  periodId: null,
  assessmentId: null,
  thingId: null,
  count: 2,
  daysLeft: -3,
  own: false,
  detail: null,
};

describe('what is said of units without a team', () => {
  it('calls second visits so, and the season nothing besides its name', () => {
    const season = ['2 unit', 'pengambilan data sudah berjalan 3 hari'];
    expect(factsOf('without-team', ENTRY)).toEqual(season);
    expect(factsOf('without-team', { ...ENTRY, detail: 'comparison' })).toEqual(['kunjungan kedua', ...season]);
  });
});
