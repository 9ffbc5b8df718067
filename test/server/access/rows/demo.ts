import { always, everyRole, type Row } from '../../../support/matrix.ts';

export const rows: readonly Row[] = [
  {
    // The world of the matrix has no demo; with it the sign-ins are for everybody who stands before the machine.
    route: 'GET /api/demo/sign-ins',
    to: (_world, side) => (side === 'own' ? { path: '/api/demo/sign-ins' } : undefined),
    outcome: { ...everyRole(always('not-found')), nobody: always('not-found') },
  },
];
