import { aFile, aLine } from '../../../support/published-csv.ts';
import { everywhere, type Row } from '../../../support/matrix.ts';

const file = { name: 'hasil.csv', text: new TextDecoder().decode(aFile([aLine({ year: '2021' })])) };

export const rows: readonly Row[] = [
  {
    route: 'POST /api/imports',
    to: (_world, side) => (side === 'own' ? { path: '/api/imports', body: { file, correction: null } } : undefined),
    outcome: { 'national-admin': everywhere() },
  },
];
