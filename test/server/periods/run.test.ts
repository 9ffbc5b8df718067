import { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodSettings, PeriodView } from '@patuh/shared/contracts/periods';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { loadReferenceData } from '@patuh/server/features/publications/first-load';

import { aPeriod, aTeam, anAssessment, aUnit } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { newPeriod, seen, SETTINGS } from '../../support/periods.ts';
import { aPull } from '../../support/pulls.ts';
import { aSeason, published, type Season } from '../../support/releases.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let admin: Client;
let head: Client;
let period: PeriodView;

const NTT = ProvinceCode.parse('53');

beforeAll(async () => {
  site = await aSite({ history: false });
});
beforeEach(async () => {
  await emptyTables(site.db);
  await loadReferenceData({ db: site.db, now: () => new Date() });
  admin = await signedIn(site, await aPerson(site.db, { grants: [grant('national-admin')] }));
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
  period = await seen(admin.post('/api/periods', newPeriod()));
});
afterAll(() => site.close());

const address = (): string => `/api/periods/${period.id}`;
const change = (settings: Partial<PeriodSettings>, version = period.version) =>
  admin.put(`${address()}/settings`, { seen: version, settings: { ...SETTINGS, ...settings } });
const events = async (action: string) =>
  await site.db.selectFrom('audit_event').select(['office', 'detail']).where('action', '=', action).execute();

describe('settings of a period', () => {
  it('are changed by whoever saw them as they are; the second of two is told and overwrites nothing', async () => {
    const first = await seen(change({ samplePercent: 35 }));
    expect(first).toMatchObject({ version: 1, settings: { samplePercent: 35 } });
    expectProblem(await change({ reviewDays: 7 }), 'changed-meanwhile');
    expect((await seen(head.get(address()))).settings).toMatchObject({ samplePercent: 35, reviewDays: 14 });
    expect(await events('period.changed')).toEqual([
      { office: 'pusat', detail: expect.objectContaining({ samplePercent: 35 }) as object },
    ]);
  });

  it('of two who save at the same moment are those of one', async () => {
    const answers = await Promise.all([change({ reviewDays: 7 }), change({ reviewDays: 21 })]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'changed-meanwhile')).toHaveLength(1);
  });

  it('are read by a head and not changed', async () => {
    expectProblem(await head.put(`${address()}/settings`, { seen: 0, settings: SETTINGS }), 'not-permitted');
  });

  it('of a comparison follow those of its season, so that phones cannot tell them apart', async () => {
    const id = await aPeriod(site.db, { kind: 'comparison', compares: period.id });
    await seen(change({ name: 'Penilaian kepatuhan 2024', scoreBeforeSubmission: true }));
    expect(await seen(admin.get(`/api/periods/${id}`))).toMatchObject({
      name: 'Penilaian kepatuhan 2024',
      mayChange: false,
      settings: { scoreBeforeSubmission: true },
    });
    expectProblem(await admin.put(`/api/periods/${id}/settings`, { seen: 1, settings: SETTINGS }), 'not-found');
  });

  it('do not open the window for answers again once results are public', async () => {
    await emptyTables(site.db);
    await loadReferenceData({ db: site.db, now: () => new Date() });
    const season: Season = await aSeason(site);
    await published(season);
    const settings = { ...SETTINGS, clarificationUntil: '2099-01-01T00:00:00.000Z' };
    const path = `/api/periods/${season.periodId}/settings`;
    const refused = await season.approver.put(path, { seen: 0, settings });
    expectProblem(refused, 'assessment-published');
    expect(refused.body.errors[0].field).toBe('body.settings.clarificationUntil');
    expect((await season.approver.put(path, { seen: 0, settings: SETTINGS })).status).toBe(200);
  });
});

describe('opening', () => {
  it('lets the phones of its teams see their units at the next pull, and not before', async () => {
    const person = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    const teamId = await aTeam(site.db, { periodId: period.id, members: [{ personId: person.id, role: 'assessor' }] });
    const unit = await aUnit(site.db, { government: '53.14' });
    const { id } = await anAssessment(site.db, { periodId: period.id, teamId, unit });
    const phone = await signedIn(site, person);
    const seenByPhone = async () => (await phone.post('/api/sync/pull', aPull())).body.assessments;
    expect(await seenByPhone()).toEqual([]);
    const opened = await seen(admin.post(`${address()}/opening`, { seen: 0 }));
    expect(opened).toMatchObject({ version: 1, openedAt: expect.any(String) as string });
    expect(await seenByPhone()).toMatchObject([{ id }]);
    expect(await events('period.opened')).toEqual([{ office: 'pusat', detail: { kind: 'season', year: 2024 } }]);
  });

  it('happens once, by whoever saw the period as it is', async () => {
    await seen(change({ reviewDays: 7 }));
    expectProblem(await admin.post(`${address()}/opening`, { seen: 0 }), 'changed-meanwhile');
    await seen(admin.post(`${address()}/opening`, { seen: 1 }));
    expectProblem(await admin.post(`${address()}/opening`, { seen: 2 }), 'already-decided');
  });

  it('of an office’s own trial is for its head, that of a season is not', async () => {
    expectProblem(await head.post(`${address()}/opening`, { seen: 0 }), 'not-permitted');
    const trial = await seen(head.post('/api/periods', newPeriod({ kind: 'trial', province: NTT })));
    expectProblem(await admin.post(`/api/periods/${trial.id}/opening`, { seen: 0 }), 'not-permitted');
    await seen(head.post(`/api/periods/${trial.id}/opening`, { seen: 0 }));
  });
});

describe('the calendar', () => {
  const fieldwork = { phase: 'fieldwork', startsOn: '2024-05-06', endsOn: '2024-09-30' } as const;
  const verification = { phase: 'verification', startsOn: '2024-09-16', endsOn: '2024-10-18' } as const;
  const own = { ...fieldwork, startsOn: '2024-06-03' };
  const set = (by: Client, body: object) => by.put(`${address()}/days`, { province: null, seen: 0, ...body });

  it('of the period is the national office’s, that of a province its head’s, and each carries the version it was seen at', async () => {
    await seen(set(admin, { days: [fieldwork, verification] }));
    expectProblem(await set(admin, { days: [fieldwork] }), 'changed-meanwhile');
    expectProblem(await set(head, { days: [own], seen: 1 }), 'not-permitted');
    expectProblem(await set(admin, { days: [own], province: NTT }), 'not-permitted');
    const view = await seen(set(head, { days: [own], province: NTT }));
    expect(view.days).toEqual([fieldwork, verification]);
    expect(view.plans).toMatchObject([{ version: 1, days: [own] }]);
    expectProblem(await set(head, { days: [], province: NTT }), 'changed-meanwhile');
    expect((await events('period.days-changed')).map(({ office }) => office).toSorted(text)).toEqual(['53', 'pusat']);
  });

  it('may overlap, as phases do, but no phase ends before it begins or stands there twice', async () => {
    const backwards = await set(admin, { days: [fieldwork, { ...verification, endsOn: '2024-09-15' }] });
    expectProblem(backwards, 'invalid-request');
    expect(backwards.body.errors[0].field).toBe('body.days.1.endsOn');
    expectProblem(await set(admin, { days: [fieldwork, { ...fieldwork, endsOn: '2024-12-01' }] }), 'invalid-request');
    expectProblem(await set(admin, { days: [{ ...fieldwork, startsOn: '2024-02-30' }] }), 'invalid-request');
    await seen(set(admin, { days: [{ ...fieldwork, endsOn: fieldwork.startsOn }] }));
  });

  it('loses a phase that is named no more', async () => {
    await seen(set(admin, { days: [fieldwork, verification] }));
    expect((await seen(set(admin, { days: [verification], seen: 1 }))).days).toEqual([verification]);
  });

  it('of another province does not exist for a head', async () => {
    expectProblem(await set(head, { days: [], province: ProvinceCode.parse('19') }), 'not-found');
  });
});

function text(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
