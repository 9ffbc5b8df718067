import { randomUUID } from 'node:crypto';

import type { PeriodId } from '@patuh/shared/domain/ids';

import { aPeriod, aTeam } from '../../../support/assessments.ts';
import { everywhere, inProvince, type Row, type RowRequest } from '../../../support/matrix.ts';
import { aPerson, grant, signedIn } from '../../../support/people.ts';
import { instrumentOf } from '../../../support/reference-instruments.ts';
import { aVerifiedUnit, DECREE } from '../../../support/releases.ts';
import type { Side, World } from '../../../support/world.ts';

/** Both may publish, each within the scope of the grant; to all others the routes are closed. */
const publishers = { 'national-admin': everywhere(), head: inProvince() };

/** Of all years that there will be, so that each thing can have a period of its own. */
const instrument = {
  ...instrumentOf(2024),
  id: 'uji-penerbitan',
  years: Array.from({ length: 70 }, (_, index) => 2030 + index),
};

interface Prepared {
  readonly periodId: PeriodId;
  readonly province: string;
}

/** A province of its own period with one verified unit: ready to be prepared. */
async function ready({ site, lands }: World, side: 'own' | 'beside' | 'other'): Promise<Prepared> {
  const { province, government, people } = lands[side];
  // One period a year in a chain: each time the next year that is free.
  const last = await site.db
    .selectFrom('period')
    .select(({ fn }) => fn.max('year').as('year'))
    .executeTakeFirst();
  const periodId = await aPeriod(site.db, { year: Math.max(2030, (last?.year ?? 0) + 1), instrument });
  const teamId = await aTeam(site.db, { periodId, province });
  const name = `Unit ${randomUUID()}`;
  await aVerifiedUnit(site.db, { periodId, teamId, government, seed: 1, by: people.head.id, name, instrument });
  return { periodId, province };
}

/** Prepared by an administrator who calls nothing else, so that every caller is the second person. */
async function prepared(world: World, side: Side): Promise<{ readonly id: string; readonly contentHash: string }> {
  if (side === 'missing') return { id: randomUUID(), contentHash: 'a'.repeat(64) };
  const body = { ...(await ready(world, side)), decree: DECREE, correction: null };
  const preparer = await signedIn(world.site, await aPerson(world.site.db, { grants: [grant('national-admin')] }));
  const answer = await preparer.post('/api/releases', body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  const { id, contentHash } = answer.body as { id: string; contentHash: string };
  if (side === 'other') world.foreign.add(id);
  return { id, contentHash };
}

const to =
  (request: (release: { id: string; contentHash: string }) => RowRequest): Row['to'] =>
  async (world, side) =>
    request(await prepared(world, side));

export const rows: readonly Row[] = [
  {
    route: 'GET /api/releases',
    to: (_world, side) => (side === 'own' ? { path: '/api/releases' } : undefined),
    outcome: publishers,
  },
  {
    route: 'POST /api/releases',
    to: async (world, side) => {
      const scope =
        side === 'missing' ? { periodId: randomUUID(), province: world.lands.own.province } : await ready(world, side);
      return { path: '/api/releases', body: { ...scope, decree: DECREE, correction: null } };
    },
    outcome: publishers,
  },
  {
    route: 'GET /api/releases/:releaseId/preview',
    to: to(({ id }) => ({ path: `/api/releases/${id}/preview` })),
    outcome: publishers,
  },
  {
    route: 'POST /api/releases/:releaseId/approval',
    to: to(({ id, contentHash }) => ({ path: `/api/releases/${id}/approval`, body: { contentHash } })),
    outcome: publishers,
  },
  {
    route: 'POST /api/releases/:releaseId/withdrawal',
    to: to(({ id }) => ({ path: `/api/releases/${id}/withdrawal` })),
    outcome: publishers,
  },
];
