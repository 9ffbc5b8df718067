import { randomUUID } from 'node:crypto';

import { everywhere, inProvince, type Row } from '../../../support/matrix.ts';
import { aPerson, grant } from '../../../support/people.ts';
import type { Side, World } from '../../../support/world.ts';

/** An assessor of the province on that side, made for this call. */
async function anAssessor({ site, lands, foreign }: World, side: Side): Promise<string> {
  if (side === 'missing') return randomUUID();
  const { id } = await aPerson(site.db, { grants: [grant('assessor', lands[side].province)] });
  if (side === 'other') foreign.add(id);
  return id;
}

function onPerson(route: string, body?: (world: World, side: Side) => unknown): Row {
  const [, pattern = ''] = route.split(' ');
  return {
    route,
    to: async (world, side) => ({
      path: pattern.replace(':personId', await anAssessor(world, side)),
      body: body?.(world, side),
    }),
    outcome: { 'national-admin': everywhere(), head: inProvince() },
  };
}

export const rows: readonly Row[] = [
  {
    route: 'GET /api/people',
    to: (_world, side) => (side === 'own' ? { path: '/api/people' } : undefined),
    outcome: { 'national-admin': everywhere(), head: everywhere() },
  },
  {
    route: 'POST /api/people',
    to: ({ lands }, side) =>
      side === 'missing'
        ? undefined
        : {
            path: '/api/people',
            body: {
              name: 'Yosef Lado',
              email: `${randomUUID()}@contoh.example`,
              grants: [grant('sekda', lands[side].government)],
            },
          },
    outcome: {
      'national-admin': everywhere(),
      head: { own: 'ok', beside: 'ok', other: 'grant-not-permitted', missing: 'grant-not-permitted' },
    },
  },
  onPerson('PUT /api/people/:personId/grants', ({ lands }, side) => ({
    grants: side === 'missing' ? [] : [grant('verifier', lands[side].province)],
  })),
  onPerson('POST /api/people/:personId/reset'),
  onPerson('PUT /api/people/:personId/status', () => ({ disabled: true })),
  onPerson('POST /api/people/:personId/sign-out'),
];
