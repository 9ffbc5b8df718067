import { everyRole, everywhere, type Row } from '../../../support/matrix.ts';

export const rows: readonly Row[] = [
  {
    route: 'GET /api/keys',
    to: (_world, side) => (side === 'own' ? { path: '/api/keys' } : undefined),
    outcome: { ...everyRole(everywhere()), nobody: everywhere() },
  },
];
