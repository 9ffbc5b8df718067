import { everyRole, everywhere, type Row } from '../../../support/matrix.ts';

export const rows: readonly Row[] = [
  {
    route: 'GET /api/places',
    to: (_world, side) => (side === 'own' ? { path: '/api/places?government=53.09' } : undefined),
    outcome: everyRole(everywhere()),
  },
];
