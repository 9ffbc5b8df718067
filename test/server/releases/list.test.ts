import type { ReleaseScope } from '@patuh/shared/contracts/releases';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { anAssessment, aPeriod, aUnit } from '../../support/assessments.ts';
import type { Client } from '../../support/people.ts';
import { aSeason, published, type Season, verifyAgain } from '../../support/releases.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let jogja: Season;
let nusa: Season;
let next: PeriodId;

beforeAll(async () => {
  site = await aSite({ history: false });
  jogja = await aSeason(site, { governments: ['34.01', '34.02'] });
  nusa = await aSeason(site, { governments: ['53.01', '53.14'] });
  next = await aPeriod(site.db, { year: 2025, clarificationUntil: new Date(Date.now() + 86_400_000) });
});
afterAll(() => site.close());

async function listFor(client: Client): Promise<readonly ReleaseScope[]> {
  return ((await client.get('/api/releases')).body as { scopes: ReleaseScope[] }).scopes;
}

const placeOf = ({ year, province }: ReleaseScope): string => `${year} ${province.code}`;

it('shows a head the seasons of the province, and the national office those of every province, the newest first', async () => {
  await anAssessment(site.db, { periodId: next, unit: await aUnit(site.db, { government: '53.01' }) });
  expect((await listFor(nusa.preparer)).map(placeOf)).toEqual(['2025 53', '2024 53']);
  expect((await listFor(jogja.preparer)).map(placeOf)).toEqual(['2024 34']);
  expect((await listFor(nusa.approver)).map(placeOf)).toEqual(['2025 53', '2024 34', '2024 53']);
});

it('counts and names in each province and season its own units only, by government and name', async () => {
  const { db } = site;
  const rumah = await aUnit(db, { government: '53.14', name: 'Rumah Singgah' });
  const balai = await aUnit(db, { government: '53.14', name: 'Balai Latihan' });
  const pasar = await aUnit(db, { government: '53.01', name: 'Pasar Induk' });
  await anAssessment(db, { periodId: nusa.periodId, unit: rumah, state: 'in-progress' });
  const { id } = await anAssessment(db, { periodId: nusa.periodId, unit: pasar });
  await db
    .updateTable('assessment')
    .set({ state: 'not-assessed', not_assessed_reason: 'disaster', not_assessed_note: 'Banjir' })
    .where('id', '=', id)
    .execute();
  await db
    .insertInto('period_unit')
    .values({ period_id: nusa.periodId, unit_id: balai.id, team_id: null, first_time: false })
    .execute();
  const verified = await aUnit(db, { government: '53.01', name: 'Dinas yang dapat menanggapi' });
  await anAssessment(db, { periodId: next, unit: verified, state: 'verified' });

  const found = await listFor(nusa.approver);
  const of = (place: string) => found.find((scope) => placeOf(scope) === place);
  expect(of('2024 53')).toMatchObject({ units: { all: 7, final: 4, notAssessed: 1 } });
  expect(of('2024 53')?.blockers).toEqual([
    { assessmentId: null, government: 'Kabupaten Rote Ndao', unit: 'Balai Latihan', state: 'planned' },
    {
      assessmentId: expect.any(String),
      government: 'Kabupaten Rote Ndao',
      unit: 'Rumah Singgah',
      state: 'in-progress',
    },
  ]);
  expect(of('2025 53')).toMatchObject({ units: { all: 2, final: 0, notAssessed: 0 } });
  expect(
    of('2025 53')
      ?.blockers.map(({ state }) => state)
      .toSorted(),
  ).toEqual(['assigned', 'verified']);
  expect(of('2024 34')).toMatchObject({ units: { all: 4, final: 4, notAssessed: 0 }, blockers: [] });
});

it('says what is public of each province now, and what became of every preparation, the newest first', async () => {
  const first = await published(jogja);
  const [unit] = jogja.units;
  if (unit !== undefined) await verifyAgain(site.db, unit, 77, jogja.verifier);
  const correction = { replaces: first.publicationId, reason: 'Satu unit dinilai ulang setelah keberatan diterima' };
  const second = await published(jogja, correction);
  const found = await listFor(jogja.approver);
  const own = found.find((scope) => scope.province.code === '34');
  expect(own?.published).toMatchObject({ id: second.publicationId, publicationKind: 'computed' });
  expect(own?.releases.map(({ id, state }) => [id, state])).toEqual([
    [second.id, 'published'],
    [first.id, 'published'],
  ]);
  expect(found.filter(({ province }) => province.code === '53').map((scope) => scope.published)).toEqual([null, null]);
  expect(found.filter(({ province }) => province.code === '53').flatMap((scope) => scope.releases)).toEqual([]);
});

it('keeps the units of a government together, where the name of another begins with its name', async () => {
  const names = { '53.12': ['Bappeda', 'Dinas Sosial'], '53.18': ['Bappeda', 'Dinas Sosial'] };
  for (const [government, own] of Object.entries(names)) {
    for (const name of own) {
      await anAssessment(site.db, { periodId: next, unit: await aUnit(site.db, { government, name }) });
    }
  }
  const found = (await listFor(nusa.preparer)).find(({ year }) => year === 2025);
  const governments = found?.blockers
    .map(({ government }) => government)
    .filter((name) => name.includes('Sumba Barat'));
  const [one, other] = ['Kabupaten Sumba Barat', 'Kabupaten Sumba Barat Daya'];
  expect(governments).toEqual([one, one, other, other]);
});
