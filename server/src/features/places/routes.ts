import type { FastifyInstance } from 'fastify';

import { getPlaces } from '@patuh/shared/contracts/places';

import { type ApiDeps, serveApi } from '@patuh/server/platform/access';
import { governmentsWithin, provincesWithin, reachOf, unitsWithin } from './queries.ts';

/** The names of places within the caller's own scopes; elsewhere nothing is named. */
export function placeRoutes(app: FastifyInstance, deps: ApiDeps): void {
  const { db } = deps;
  serveApi(app, deps, getPlaces, async ({ actor, query }) => {
    const reach = reachOf(actor.grants.map(({ scope }) => scope));
    return {
      provinces: await provincesWithin(db, reach),
      governments: await governmentsWithin(db, reach),
      units: await unitsWithin(db, reach, query.government),
    };
  });
}
