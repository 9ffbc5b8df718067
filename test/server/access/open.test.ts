import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callerOf } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aWorld, type World } from '../../support/world.ts';
import { openRoutes, watched } from './open-routes.ts';

const served = new Set<string>();

let site: Site;
let world: World;
beforeAll(async () => {
  site = await aSite({
    onRoute: ({ method, url, config }) => {
      for (const verb of [method].flat()) {
        if (verb !== 'HEAD' && config?.contract === undefined) served.add(`${verb} ${url}`);
      }
    },
  });
  world = await aWorld(site);
});
afterAll(async () => await site.close());

describe('what is open to everybody', () => {
  it('is exactly this list, and all of it is reading', () => {
    const listed = [...openRoutes.map(([route]) => route), ...watched];
    expect(listed.toSorted()).toEqual([...served].toSorted());
    expect(listed.filter((route) => !route.startsWith('GET '))).toEqual([]);
  });

  it.each(openRoutes)('%s answers nobody and every role alike', async (_route, address, status) => {
    const nobody = await callerOf(site).get(address);
    expect(nobody.status).toBe(status);
    for (const caller of world.callers) {
      const { status: seen, body } = await caller.get(address);
      expect({ role: caller.role, status: seen, body }).toEqual({ role: caller.role, status, body: nobody.body });
    }
  });
});
