import { everywhere, type Row } from '../../../support/matrix.ts';

export const rows: readonly Row[] = [
  {
    route: 'GET /api/system',
    to: (_world, side) => (side === 'own' ? { path: '/api/system' } : undefined),
    outcome: { 'national-admin': everywhere() },
  },
];
