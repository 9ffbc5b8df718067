import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { expectProblem } from '../../support/people.ts';
import { aSeason, published, type Season } from '../../support/releases.ts';
import { aSite, type Site } from '../../support/site.ts';
import { changeUnit, okBody, Planner } from '../../support/unit-plans.ts';

let site: Site;
let season: Season;
beforeAll(async () => {
  site = await aSite({ history: false });
  season = await aSeason(site);
});
afterAll(async () => await site.close());

describe('a unit whose result is published', () => {
  it('keeps the name it was published with when it is renamed, and its assessment stays as it is', async () => {
    const [{ id, unit }] = season.units as [Season['units'][number]];
    const release = await published(season);
    const bytesOf = async () => {
      const rows = site.db.selectFrom('publication').select('bytes').where('id', '=', release.publicationId);
      return (await rows.executeTakeFirstOrThrow()).bytes;
    };
    const before = await bytesOf();
    expect(before).toContain(unit.id);
    const versionOf = async () =>
      await site.db.selectFrom('assessment').select('version').where('id', '=', id).executeTakeFirstOrThrow();
    const version = await versionOf();

    okBody(await changeUnit(season.preparer, unit.id, 'name', { name: 'Nama yang Sama Sekali Lain' }));
    expect(await bytesOf()).toBe(before);
    expect(before).not.toContain('Nama yang Sama Sekali Lain');
    expect(await versionOf()).toEqual(version);

    const planner = new Planner(season.preparer, season.periodId, season.province);
    expect(await planner.plan()).toMatchObject({ published: true, mayChange: false });
    expectProblem(await planner.remove([unit.id]), 'plan-closed');
  });
});
