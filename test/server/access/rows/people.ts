import { randomUUID } from 'node:crypto';

import type { PersonId } from '@patuh/shared/domain/ids';

import { everywhere, inGovernment, inProvince, type Row } from '../../../support/matrix.ts';
import { aPerson, grant, signedIn } from '../../../support/people.ts';
import type { Side, World } from '../../../support/world.ts';

type Known = Exclude<Side, 'missing'>;

/** Somebody of that side, made for this call. */
async function made(
  { site, lands, foreign }: World,
  side: Known,
  role: 'assessor' | 'unit-contact',
): Promise<PersonId> {
  const { province, unit } = lands[side];
  const { id } = await aPerson(site.db, { grants: [grant(role, role === 'assessor' ? province : unit.id)] });
  if (side === 'other') foreign.add(id);
  return id;
}

function on(
  role: 'assessor' | 'unit-contact',
  route: string,
  body?: (world: World, side: Side) => unknown,
): Pick<Row, 'route' | 'to'> {
  const [, pattern = ''] = route.split(' ');
  return {
    route,
    to: async (world, side) => ({
      path: pattern.replace(':personId', side === 'missing' ? randomUUID() : await made(world, side, role)),
      body: body?.(world, side),
    }),
  };
}

const provinceOn = ({ lands }: World, side: Side): string => lands[side === 'missing' ? 'own' : side].province;

/** An assessor of the province on that side. */
function onPerson(route: string, body?: (world: World, side: Side) => unknown): Row {
  return { ...on('assessor', route, body), outcome: { 'national-admin': everywhere(), head: inProvince() } };
}

/** A contact of the unit on that side, whom the Sekda office of its government knows too. */
function onContact(route: string, body?: (world: World, side: Side) => unknown): Row {
  return {
    ...on('unit-contact', route, body),
    outcome: { 'national-admin': everywhere(), head: inProvince(), sekda: inGovernment() },
  };
}

export const rows: readonly Row[] = [
  {
    route: 'GET /api/people',
    to: (_world, side) => (side === 'own' ? { path: '/api/people' } : undefined),
    outcome: { 'national-admin': everywhere(), head: everywhere(), sekda: everywhere() },
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
              grants: [grant('unit-contact', lands[side].unit.id)],
            },
          },
    outcome: {
      'national-admin': everywhere(),
      head: { own: 'ok', beside: 'ok', other: 'grant-not-permitted', missing: 'grant-not-permitted' },
      sekda: {
        own: 'ok',
        beside: 'grant-not-permitted',
        other: 'grant-not-permitted',
        missing: 'grant-not-permitted',
      },
    },
  },
  onPerson('PUT /api/people/:personId/grants', ({ lands }, side) => ({
    grants: side === 'missing' ? [] : [grant('verifier', lands[side].province)],
  })),
  onContact('POST /api/people/:personId/reset'),
  onContact('PUT /api/people/:personId/status', () => ({ disabled: true })),
  onPerson('POST /api/people/:personId/sign-out'),
  onPerson('PUT /api/people/:personId/home', () => ({ government: null })),
  onPerson('GET /api/people/:personId/devices'),
  {
    route: 'GET /api/people/:personId/handover',
    to: async (world, side) => {
      const id = side === 'missing' ? randomUUID() : await made(world, side, 'assessor');
      return { path: `/api/people/${id}/handover?province=${provinceOn(world, side)}` };
    },
    outcome: { 'national-admin': everywhere(), head: inProvince() },
  },
  onPerson('POST /api/people/:personId/handover', (world, side) => ({
    province: provinceOn(world, side),
    lastDay: '2024-08-01',
    teams: [],
    units: [],
    taken: [],
    signOut: true,
    close: true,
  })),
  {
    route: 'DELETE /api/people/:personId/sessions/:sessionId',
    to: async (world, side) => {
      const id = side === 'missing' ? undefined : await made(world, side, 'assessor');
      const session = id === undefined ? undefined : await signedIn(world.site, { id, grants: [] });
      return { path: `/api/people/${id ?? randomUUID()}/sessions/${session?.sessionId ?? randomUUID()}` };
    },
    outcome: { 'national-admin': everywhere(), head: inProvince() },
  },
];
