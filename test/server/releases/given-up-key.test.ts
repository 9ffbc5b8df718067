import { changeKey } from '@patuh/server/features/keys/change-key';
import { loadReferenceData } from '@patuh/server/features/publications/first-load';
import type { Release } from '@patuh/shared/contracts/releases';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { emptyTables } from '../../support/database.ts';
import { aSeason, preparation } from '../../support/releases.ts';
import { aSite, type Site, TEST_KEY } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
  await emptyTables(site.db);
  await loadReferenceData({ db: site.db, now: () => new Date() });
});
afterAll(async () => await site.close());

it('a server that was cut off while the key was changed publishes nothing with the one that was given up', async () => {
  const season = await aSeason(site);
  const { id, contentHash } = (await season.preparer.post('/api/releases', preparation(season))).body as Release;
  const deps = { db: site.db, now: () => new Date(), actor: { kind: 'command', id: 'keys' } } as const;
  await changeKey(deps, { from: TEST_KEY, to: new Uint8Array(32).fill(9) });
  expect((await season.approver.post(`/api/releases/${id}/approval`, { contentHash })).status).toBe(500);
  expect(await site.db.selectFrom('publication').select('id').execute()).toEqual([]);
});
