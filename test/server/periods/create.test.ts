import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { loadReferenceData } from '@patuh/server/features/publications/first-load';

import { aPeriod, aUnit } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { newPeriod, seen, SETTINGS } from '../../support/periods.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let admin: Client;
let head: Client;

const NTT = ProvinceCode.parse('53');

beforeAll(async () => {
  site = await aSite({ history: false });
});
beforeEach(async () => {
  await emptyTables(site.db);
  await loadReferenceData({ db: site.db, now: () => new Date() });
  admin = await signedIn(site, await aPerson(site.db, { grants: [grant('national-admin')] }));
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
});
afterAll(() => site.close());

const create = (by: Client, wish: Parameters<typeof newPeriod>[0] = {}) => by.post('/api/periods', newPeriod(wish));

describe('a season', () => {
  it('is made by the national office, takes in every real province, and nobody in the field sees it yet', async () => {
    const season = await seen(create(admin));
    expect(season).toMatchObject({
      kind: 'season',
      chain: 'main',
      year: 2024,
      openedAt: null,
      province: null,
      version: 0,
    });
    expect(season.settings).toEqual(SETTINGS);
    expect(season.plans).toHaveLength(38);
    expect(season.plans.map(({ province }) => province.code)).not.toContain(DEMO_PROVINCE);
    const [event] = await site.db
      .selectFrom('audit_event')
      .selectAll()
      .where('office', '=', 'pusat')
      .where('action', '=', 'period.created')
      .execute();
    expect(event).toMatchObject({
      subject_kind: 'period',
      subject_id: season.id,
      detail: { kind: 'season', year: 2024 },
    });
  });

  it('is seen by a head and a verifier with their own plan only, and they cannot make one', async () => {
    const { id } = await seen(create(admin));
    const verifier = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }));
    for (const client of [head, verifier]) {
      const view = await seen(client.get(`/api/periods/${id}`));
      expect(view.plans.map(({ province }) => province.code)).toEqual(['53']);
      expect(view.mayChange).toBe(false);
    }
    expectProblem(await create(head, { year: 2023 }), 'not-permitted');
    expectProblem(await create(verifier, { year: 2023 }), 'not-permitted');
  });

  it('is one of its year; trials there may be any number', async () => {
    await seen(create(admin));
    const again = await create(admin);
    expectProblem(again, 'period-exists');
    expect(again.body.errors[0].field).toBe('body.year');
    await seen(create(admin, { kind: 'trial' }));
    await seen(create(admin, { kind: 'trial' }));
  });

  it('is one of its year, too, where two people make it at the same moment', async () => {
    const answers = await Promise.all([create(admin), create(admin), create(admin)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'period-exists')).toHaveLength(2);
  });

  it('is assessed by an instrument that is in force for its year', async () => {
    const { id, version } = instrumentOf(2025);
    for (const instrument of [
      { id, version },
      { id: 'tidak-ada', version: 1 },
    ]) {
      const refused = await create(admin, { instrument });
      expectProblem(refused, 'instrument-not-usable');
      expect(refused.body.errors[0].field).toBe('body.instrument');
    }
    const retired = instrumentOf(2021);
    expectProblem(
      await create(admin, { year: 2021, instrument: { id: retired.id, version: retired.version } }),
      'instrument-not-usable',
    );
  });

  it('names each field that is wrong', async () => {
    const settings = {
      ...SETTINGS,
      name: ' ',
      secondVisitPercent: 51,
      reviewDays: 0,
      clarificationUntil: '0000-01-01T00:00:00Z',
    };
    const refused = await create(admin, { settings });
    expectProblem(refused, 'invalid-request');
    expect(refused.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      'body.settings.clarificationUntil',
      'body.settings.name',
      'body.settings.reviewDays',
      'body.settings.secondVisitPercent',
    ]);
    expectProblem(await create(admin, { province: NTT }), 'invalid-request');
  });
});

describe('a trial', () => {
  it('can be made by a head for the own office, with any instrument in use, and is seen by no other office', async () => {
    const { id, version } = instrumentOf(2025);
    const trial = await seen(create(head, { kind: 'trial', province: NTT, year: 2026, instrument: { id, version } }));
    expect(trial).toMatchObject({ kind: 'trial', province: { code: '53' }, mayChange: true });
    expect(trial.plans.map(({ province }) => province.code)).toEqual(['53']);
    const other = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '19')] }));
    expectProblem(await other.get(`/api/periods/${trial.id}`), 'not-found');
    expect((await other.get('/api/periods')).body.periods).toEqual([]);
    expect((await seen(admin.get(`/api/periods/${trial.id}`))).mayChange).toBe(false);
    const [event] = await site.db
      .selectFrom('audit_event')
      .selectAll()
      .where('office', '=', NTT)
      .where('action', '=', 'period.created')
      .execute();
    expect(event).toMatchObject({ subject_id: trial.id, detail: { kind: 'trial' } });
  });

  it('of another office does not exist for a head, and one for everybody is not theirs to make', async () => {
    expectProblem(await create(head, { kind: 'trial', province: ProvinceCode.parse('19') }), 'not-found');
    expectProblem(await create(head, { kind: 'trial' }), 'not-permitted');
  });
});

describe('what invented people make', () => {
  it('lies in the demo, and nothing real takes part in it', async () => {
    await aUnit(site.db, { government: '99.01' });
    const invented = await aPerson(site.db, { grants: [grant('national-admin')], demo: true });
    const season = await seen(create(await signedIn(site, invented)));
    expect(season.chain).toBe('demo');
    expect(season.plans.map(({ province }) => province.code)).toEqual(['99']);
    expectProblem(await head.get(`/api/periods/${season.id}`), 'not-found');
    await seen(create(admin));
  });
});

describe('the list of periods', () => {
  it('holds seasons and trials of one’s own provinces with the units of one’s own plan, and never a comparison', async () => {
    const { id } = await seen(create(admin));
    await seen(create(admin, { kind: 'trial', settings: { ...SETTINGS, name: 'Latihan nasional' } }));
    await aPeriod(site.db, { kind: 'comparison', compares: id });
    const { body } = await head.get('/api/periods');
    expect(body.periods.map(({ kind, name }: { kind: string; name: string }) => [kind, name])).toEqual([
      ['season', 'Penilaian 2024'],
      ['trial', 'Latihan nasional'],
    ]);
    expect(body.may).toEqual({ national: false, trialsOf: [{ code: '53', name: expect.any(String) as string }] });
    expect((await admin.get('/api/periods')).body.may).toMatchObject({ national: true });
  });
});
