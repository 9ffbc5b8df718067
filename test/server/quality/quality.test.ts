import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { inTransaction } from '@patuh/server/platform/database';
import type { OwnQuality, Quality } from '@patuh/shared/contracts/quality';
import { PeriodId } from '@patuh/shared/domain/ids';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { anAssessment, aPeriod, handIn, HEALTH, pushAll, type TestAssessment } from '../../support/assessments.ts';
import { aDevice, fullAnswers } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const instrument = instrumentOf(2023);
const placesOfTwo = (): number => 67;

let site: Site;
let now = new Date();
let season: PeriodId;
let people: Readonly<Record<'first' | 'second' | 'head', TestPerson>>;
let head: Client;
beforeAll(async () => {
  site = await aSite({ history: false, now: () => now });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  now = new Date();
  await emptyTables(site.db);
  season = await aPeriod(site.db);
  const as = async (role: 'assessor' | 'head', name: string) =>
    await aPerson(site.db, { name, grants: [grant(role, '53')] });
  people = {
    first: await as('assessor', 'Ani'),
    second: await as('assessor', 'Budi'),
    head: await as('head', 'Kepala'),
  };
  head = await signedIn(site, people.head);
});

async function aComparison(): Promise<PeriodId> {
  const id = PeriodId.parse(randomUUID());
  await inTransaction(site.db, async (trx) => {
    const of = await trx.selectFrom('period').selectAll().where('id', '=', season).executeTakeFirstOrThrow();
    await trx
      .insertInto('period')
      .values({ ...of, id, kind: 'comparison', compares: season })
      .execute();
  });
  return id;
}

/** A unit answered wholly by one person, and handed in. */
async function assessed(
  by: TestPerson,
  wish: { readonly periodId?: PeriodId; readonly unit?: TestAssessment['unit']; readonly level: number },
): Promise<TestAssessment> {
  const made = await anAssessment(site.db, {
    periodId: wish.periodId ?? season,
    members: [{ personId: by.id, role: 'assessor' }],
    ...(wish.unit !== undefined && { unit: wish.unit }),
  });
  const client = await signedIn(site, by);
  const level = wish.level;
  await pushAll(
    client,
    fullAnswers(instrument, HEALTH, { assessmentId: made.id, device: aDevice(), level: () => level }),
  );
  expect((await handIn(client, made.id)).status).toBe(200);
  return made;
}

async function quality(): Promise<Quality> {
  const answer = await head.get(`/api/office/periods/${season}/quality?province=53`);
  expect(answer.status).toBe(200);
  return answer.body;
}

async function own(person: TestPerson): Promise<OwnQuality['periods'][number]> {
  return (await (await signedIn(site, person)).get('/api/quality/mine')).body.periods[0];
}

describe('how the work was done', () => {
  it('counts answers, highest levels and interviews that are all alike, by person and by indicator', async () => {
    await assessed(people.first, { level: 3 });
    const { collectors, indicators } = await quality();
    expect(collectors).toMatchObject([
      { name: 'Ani', figures: { answers: 217, units: 1, top: 217, interviews: 30, alike: 30, copied: 0 } },
    ]);
    expect(indicators).toHaveLength(indicatorsOf(instrument.tree).length);
    expect(indicators.reduce((sum, { answers }) => sum + answers, 0)).toBe(217);
    expect(indicators.every(({ answers, top }) => answers === top)).toBe(true);
  });

  it('says how two teams differ: to the person first, to the head when they have seen it or a week later', async () => {
    const { unit } = await assessed(people.first, { level: 2 });
    await assessed(people.second, { periodId: await aComparison(), unit, level: 1 });
    const before = await quality();
    expect(before.second).toMatchObject({ drawn: 1, both: 1 });
    expect(before.collectors.map(({ leaning, leaningHeld }) => [leaning, leaningHeld?.why])).toEqual([
      [null, 'own-first'],
      [null, 'own-first'],
    ]);

    const verifier = await aPerson(site.db, { name: 'Verifikator', grants: [grant('verifier', '53')] });
    const seen = await (await signedIn(site, verifier)).get(`/api/office/periods/${season}/quality?province=53`);
    expect(seen.body.second).toBeNull();
    expect(seen.body.collectors.map(({ name }: { name: string }) => name)).toEqual(['Ani']);
    expect(await own(people.first)).toMatchObject({ leaning: { mean: 1, same: 0, things: placesOfTwo() } });
    expect(await own(people.second)).toMatchObject({ leaning: { mean: -1 } });
    const ani = await signedIn(site, people.first);
    const remark = 'Loket sedang direnovasi saat kunjungan kedua.';
    expect((await ani.put(`/api/quality/mine/${season}`, { remark })).status).toBe(200);
    const told = (await quality()).collectors.find(({ name }) => name === 'Ani');
    expect(told).toMatchObject({ leaning: { mean: 1 }, leaningHeld: null, remark });
    expect((await quality()).collectors.find(({ name }) => name === 'Budi')?.leaning).toBeNull();

    now = new Date(now.getTime() + 7 * DAY_MS);
    head = await signedIn(site, people.head, now);
    expect((await quality()).collectors.find(({ name }) => name === 'Budi')).toMatchObject({ leaning: { mean: -1 } });
  });

  it('says nothing about anybody from a handful of points, and nothing to another province', async () => {
    await assessed(people.first, { level: 2 });
    expect((await quality()).collectors[0]).toMatchObject({
      leaning: null,
      leaningHeld: { why: 'too-few', things: 0 },
    });
    const foreign = await aPerson(site.db, { name: 'Kepala lain', grants: [grant('head', '19')] });
    const other = await signedIn(site, foreign);
    expectProblem(await other.get(`/api/office/periods/${season}/quality?province=53`), 'not-found');
  });
});
