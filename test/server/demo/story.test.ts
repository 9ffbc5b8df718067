import { loadDemo } from '@patuh/server/demo/load-demo';
import { verifyAudit } from '@patuh/server/features/audit/verify';
import type { Pooled } from '@patuh/server/platform/database';
import { inspectFile } from '@patuh/server/platform/evidence/inspect-file';
import { makeDemo } from '@patuh/seeds/demo';
import { DEMO_PEOPLE } from '@patuh/seeds/demo/people';
import { EAST } from '@patuh/seeds/demo/places';
import { DEMO_SEASONS } from '@patuh/seeds/demo/seasons';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Client, signedIn } from '../../support/people.ts';
import { aPull } from '../../support/pulls.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site, TEST_DEMO_KEY, TEST_KEY, theDemo } from '../../support/site.ts';

const TABLES = ['province', 'person', 'unit', 'assessment', 'answer_change', 'audit_event', 'publication'] as const;

async function sizes(db: Pooled): Promise<readonly number[]> {
  const counted = TABLES.map(async (table) => {
    const found = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow();
    return found.rows;
  });
  return await Promise.all(counted);
}

let site: Site;
beforeAll(async () => {
  site = await aSite({ demo: true, history: false });
}, 120_000);
afterAll(async () => await site.close());

const as = async (key: keyof typeof DEMO_PEOPLE): Promise<Client> => await signedIn(site, DEMO_PEOPLE[key]);

describe('the demo', () => {
  it('is loaded once: again adds nothing', async () => {
    const before = await sizes(site.db);
    expect(await theDemo(site)).toBe(false);
    expect(await sizes(site.db)).toEqual(before);
  });

  it('leaves nothing behind where one of its steps is refused', async () => {
    const bare = await aSite({ history: false });
    const instrument = instrumentOf(2024);
    const demo = makeDemo(instrument);
    const first = demo.steps.find(({ kind }) => kind === 'accept')!;
    const broken = { ...demo, steps: [...demo.steps.slice(0, 2), first] };
    const before = await sizes(bare.db);
    const signingKeys = { main: TEST_KEY, demo: TEST_DEMO_KEY };
    await expect(
      loadDemo({ db: bare.db, signingKeys, store: bare.evidence, inspect: inspectFile }, broken, instrument),
    ).rejects.toThrow('The assessment is not with the verifier');
    expect(await sizes(bare.db)).toEqual(before);
    await bare.close();
  });

  it('has an unbroken audit of its own', async () => {
    const { offices } = await verifyAudit(site.db);
    expect(offices.map(({ office }) => office)).toContain('99');
    expect(offices.every((office) => office.fault === null || office.fault === undefined)).toBe(true);
  });
});

describe('who looks into the demo', () => {
  it('as verifier finds units in every state, with what is wrong with them', async () => {
    const { body } = await (await as('verifierOne')).get('/api/office/units');
    expect(body.scope).toMatchObject({ year: 2024 });
    const units: { state: string; openPoints: number; lateChanges: number; users: { interviewed: number } }[] =
      body.units;
    expect(units).toHaveLength(21);
    expect(new Set(units.map(({ state }) => state))).toEqual(
      new Set(['assigned', 'in-progress', 'submitted', 'returned', 'final', 'not-assessed']),
    );
    // Three wait for the team; one was answered and waits for the verifier.
    const points = units.filter(({ openPoints }) => openPoints > 0);
    expect(new Set(points.map(({ state, openPoints }) => `${state} ${openPoints}`))).toEqual(
      new Set(['returned 3', 'submitted 1']),
    );
    expect(units.filter(({ lateChanges }) => lateChanges > 0)).toHaveLength(1);
    expect(units.filter(({ users }) => users.interviewed === 12)).toHaveLength(1);
  });

  it('as assessor finds the units of the team and a disagreement to settle', async () => {
    const { body } = await (await as('assessorWest')).post('/api/sync/pull', aPull());
    const conflicts = body.assessments.flatMap(({ cells }: { cells: { others: unknown[] }[] }) =>
      cells.filter(({ others }) => others.length > 0),
    );
    expect(conflicts).toHaveLength(1);
  });

  it('as head finds last year published, and this year blocked by what is not final', async () => {
    const { body } = await (await as('head')).get('/api/releases');
    const years = new Map(body.scopes.map((scope: { year: number }) => [scope.year, scope]));
    expect(years.get(2023)).toMatchObject({ chain: 'demo', blockers: [], published: { id: '99-2023-1' } });
    expect(years.get(2024)).toMatchObject({ published: null });
    expect((years.get(2024) as { blockers: unknown[] }).blockers.length).toBeGreaterThan(0);
  });

  it('as head finds two units seen by two teams, and how their levels differ', async () => {
    const head = await as('head');
    const [, { id: periodId }] = DEMO_SEASONS;
    const { body } = await head.get(`/api/office/periods/${periodId}/quality?province=99`);
    expect(body.second).toMatchObject({ drawn: 8, both: 2 });
    expect(body.second.agreement.alpha).toBeGreaterThan(0);
    expect(body.second.agreement.alpha).toBeLessThan(1);
    const second = body.collectors.find(
      ({ personId }: { personId: string }) => personId === DEMO_PEOPLE.assessorSecond.id,
    );
    expect(second.leaning.mean).toBeGreaterThan(0);
    const practised = body.calibration.filter(({ answered }: { answered: number }) => answered > 0);
    expect(practised).toHaveLength(6);
  });

  it('as head finds who is to verify what and the one unit that was forgotten', async () => {
    const [, { id: periodId }] = DEMO_SEASONS;
    const { body } = await (await as('head')).get(`/api/office/periods/${periodId}/duties?province=99`);
    const forgotten = body.units.filter(({ duty }: { duty: unknown }) => duty === null);
    expect(forgotten.map(({ unitName }: { unitName: string }) => unitName)).toEqual(['Dinas Pendidikan']);
  });

  it('as head finds the next season with teams and units without one, which no phone sees', async () => {
    const { body } = await (await as('head')).get('/api/periods');
    const next = body.periods.find(({ year }: { year: number }) => year === 2025);
    expect(next).toMatchObject({ openedAt: null, units: 22, assigned: 15 });
    const phone = await (await as('assessorWest')).post('/api/sync/pull', aPull());
    expect(JSON.stringify(phone.body)).not.toContain(next.id);
  });

  it('as verifier finds a document that a unit sent by its link, and one that is still waited for', async () => {
    const verifier = await as('verifierTwo');
    const { body } = await verifier.get('/api/office/units?state=submitted');
    const states: { state: string; files: unknown[] }[] = [];
    for (const { assessmentId } of body.units) {
      states.push(...(await verifier.get(`/api/office/assessments/${assessmentId}/document-requests`)).body.requests);
    }
    expect(new Set(states.map(({ state, files }) => `${state} ${files.length}`))).toEqual(
      new Set(['open 0', 'received 1']),
    );
  });

  it('as assessor of the west has four practice cases left', async () => {
    const { body } = await (await as('assessorWest')).get('/api/calibration/mine');
    expect(body.periods[0].cases.filter(({ own }: { own: number | null }) => own === null)).toHaveLength(4);
  });

  it('as Sekda office finds the provisional result of the own government', async () => {
    const { body } = await (await as('sekdaEast')).get('/api/results');
    expect(JSON.stringify(body)).toContain(EAST);
    expect(JSON.stringify(body)).not.toContain('99.02');
  });
});
