import { everywhere, type Row } from '../../../support/matrix.ts';

export const rows: readonly Row[] = [
  {
    route: 'GET /api/office/today',
    to: (_world, side) => (side === 'own' ? { path: '/api/office/today' } : undefined),
    outcome: { verifier: everywhere(), head: everywhere(), 'national-admin': everywhere() },
  },
];
