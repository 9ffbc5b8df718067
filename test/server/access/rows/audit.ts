import { everywhere, inProvince, type Row } from '../../../support/matrix.ts';

export const rows: readonly Row[] = [
  {
    route: 'GET /api/audit/:office',
    to: ({ lands }, side) => ({ path: `/api/audit/${side === 'missing' ? '00' : lands[side].province}` }),
    outcome: { 'national-admin': everywhere(), head: inProvince() },
  },
  {
    route: 'GET /api/audit/:office/file',
    to: ({ lands }, side) => ({ path: `/api/audit/${side === 'missing' ? '00' : lands[side].province}/file` }),
    outcome: { 'national-admin': everywhere(), head: inProvince() },
  },
  {
    route: 'GET /api/audit/:office/check',
    to: ({ lands }, side) => ({ path: `/api/audit/${side === 'missing' ? '00' : lands[side].province}/check` }),
    outcome: { 'national-admin': everywhere(), head: inProvince() },
  },
];
