import { loadReferenceData } from '@patuh/server/features/publications/first-load';
import type { Release } from '@patuh/shared/contracts/releases';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { preparation, aSeason } from '../../support/releases.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
  await loadReferenceData({ db: site.db, now: () => new Date() });
});
afterAll(() => site.close());

it('misses no government that came into being after its year, and every other', async () => {
  const season = await aSeason(site, { year: 2024, governments: ['34.01', '34.02'] });
  const since = async (code: string, year: number) =>
    await site.db
      .updateTable('government')
      .set({ since_year: year })
      .where('code', '=', code as never)
      .execute();
  await since('34.03', 2025);
  await since('34.04', 2024);
  const { id } = (await season.preparer.post('/api/releases', preparation(season))).body as Release;
  const { coverage } = (await season.preparer.get(`/api/releases/${id}/preview`)).body.ranking;
  expect(coverage).toMatchObject({ expected: 4, known: 2, complete: false });
  expect(coverage.missing).toEqual(['Kabupaten Sleman', 'Kota Yogyakarta']);
});
