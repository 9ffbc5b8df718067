import type { GovernmentResult } from '@patuh/shared/contracts/results';
import type { PeriodId } from '@patuh/shared/domain/ids';
import type { PeriodKind } from '@patuh/shared/domain/period';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { loadReferenceData } from '@patuh/server/features/publications/first-load';

import { anAssessment, aPeriod, type TestAssessment } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { plannedUnits } from '../../support/periods.ts';
import { aPull } from '../../support/pulls.ts';
import { aSeason, preparation, scopeOf, type Season } from '../../support/releases.ts';
import { aCrew, anAnsweredUnit, aSekda, aVerifiedUnit, type TestCrew } from '../../support/results.ts';
import { aSite, type Site } from '../../support/site.ts';

/** What is no season counts nowhere: every place that means “the year” is asked here. */

const GOVERNMENT = '53.14';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
beforeEach(async () => {
  await emptyTables(site.db);
  await loadReferenceData({ db: site.db, now: () => new Date() });
});
afterAll(async () => await site.close());

/** The other kinds, of the same year as the season. */
async function another(kind: Exclude<PeriodKind, 'season'>, year: number, season?: PeriodId): Promise<PeriodId> {
  const compares = kind === 'comparison' ? (season ?? (await aPeriod(site.db, { year }))) : null;
  return await aPeriod(site.db, { kind, year, compares });
}

const OTHERS = ['trial', 'comparison'] as const;

describe.each(OTHERS)('a %s', (kind) => {
  it('is never last year of anything', async () => {
    const crew = await aCrew(site);
    const before = await anAnsweredUnit(crew, { periodId: await another(kind, 2023), government: GOVERNMENT });
    await site.db
      .updateTable('assessment')
      .set({ state: 'verified', submitted_at: new Date(), verified_at: new Date() })
      .where('id', '=', before.id)
      .execute();
    const now = await anAssessment(site.db, {
      unit: before.unit,
      periodId: await aPeriod(site.db, { year: 2024 }),
      members: [crew.member],
    });
    const lastYear = async () => (await crew.assessor.get(`/api/assessments/${now.id}/last-year`)).body.lastYear;
    expect(await lastYear()).toBeNull();
  });

  it('is shown to no Sekda and no observer, neither in a list nor by its address', async () => {
    const crew = await aCrew(site);
    const periodId = await another(kind, 2024);
    const unit = await anAnsweredUnit(crew, { periodId, government: GOVERNMENT });
    const observer = await signedIn(site, await aPerson(site.db, { grants: [grant('observer', '53')] }));
    for (const client of [await aSekda(site, GOVERNMENT), observer]) {
      expect((await client.get('/api/results')).body.results).toEqual([]);
      expectProblem(await client.get(`/api/results/${periodId}/${GOVERNMENT}`), 'not-found');
      expectProblem(await client.get(`/api/results/${periodId}/${GOVERNMENT}/${unit.id}`), 'not-found');
    }
  });

  it('can be prepared for publication by nobody, and adds nothing to the season that is', async () => {
    const season = await aSeason(site, { governments: ['34.01'] });
    const periodId = await another(kind, 2024, season.periodId);
    await anAssessment(site.db, { periodId, government: '34.01', state: 'in-progress' });
    expectProblem(await season.preparer.post('/api/releases', { ...preparation(season), periodId }), 'not-found');
    const { scopes } = (await season.preparer.get('/api/releases')).body as { scopes: { periodId: string }[] };
    expect(scopes.map((scope) => scope.periodId)).toEqual([season.periodId]);
    expect(await scopeOf(season.preparer, season)).toMatchObject({ units: { all: 2, final: 2 }, blockers: [] });
  });
});

describe('a trial', () => {
  it('is marked on the phone and at the desk, where it is verified like any other', async () => {
    const crew = await aCrew(site);
    const periodId = await another('trial', 2024);
    const { id } = await aVerifiedUnit(crew, { periodId, government: GOVERNMENT });
    expect((await onPhone(crew.assessor))[0]).toMatchObject({ id, period: { trial: true } });
    expect((await crew.verifier.get(`/api/office/assessments/${id}`)).body.assessment.period.trial).toBe(true);
  });
});

describe('a second visit', () => {
  it('looks on the phone like any other', async () => {
    const crew = await aCrew(site);
    const season = await aPeriod(site.db, { year: 2024 });
    const first = await anAssessment(site.db, { periodId: season, government: GOVERNMENT, members: [crew.member] });
    const second = await aCrew(site);
    const again = await aSecondVisit(second, first, season);
    const [one, two] = [(await onPhone(crew.assessor))[0], (await onPhone(second.assessor))[0]];
    expect(two?.id).toBe(again.id);
    expect(without(two)).toEqual(without(one));
  });

  it('stands on no desk: nobody looks at it there and nobody decides about it', async () => {
    const crew = await aCrew(site);
    const season = await aPeriod(site.db, { year: 2024 });
    const first = await anAssessment(site.db, { periodId: season, government: GOVERNMENT });
    const { id } = await aSecondVisit(crew, first, season);
    await site.db
      .updateTable('assessment')
      .set({ state: 'submitted', submitted_at: new Date() })
      .where('id', '=', id)
      .execute();
    const head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
    for (const client of [crew.verifier, head]) {
      expectProblem(await client.get(`/api/office/assessments/${id}`), 'not-found');
      const { body } = await client.get('/api/office/units');
      expect(JSON.stringify(body)).not.toContain(id);
    }
    const returned = { version: 0, points: [{ indicatorId: 'motto', subjectId: 'unit', reason: 'Mohon dilengkapi.' }] };
    expectProblem(await crew.verifier.post(`/api/office/assessments/${id}/return`, returned), 'not-found');
  });
});

describe('a season', () => {
  it('that is still being planned is shown to no Sekda', async () => {
    const crew = await aCrew(site);
    const periodId = await aPeriod(site.db, { year: 2024, opened: false });
    await anAssessment(site.db, { periodId, government: GOVERNMENT, members: [crew.member] });
    const sekda = await aSekda(site, GOVERNMENT);
    expect((await sekda.get('/api/results')).body.results).toEqual([]);
    await site.db.updateTable('period').set({ opened_at: new Date() }).execute();
    const { results } = (await sekda.get('/api/results')).body as { results: GovernmentResult[] };
    expect(results.map(({ government }) => government.code)).toEqual([GOVERNMENT]);
  });

  it('is not published while a unit of its plan has no team', async () => {
    const season: Season = await aSeason(site, { governments: ['34.01'] });
    await plannedUnits(site, { periodId: season.periodId, government: '34.01', count: 1 });
    const refused = await season.preparer.post('/api/releases', preparation(season));
    expectProblem(refused, 'release-blocked');
    expect(refused.body.blockers).toEqual([
      expect.stringMatching(/^Kabupaten Kulon Progo: Unit 1 .+ \(belum mempunyai tim\)$/),
    ]);
    expect(await scopeOf(season.preparer, season)).toMatchObject({
      units: { all: 3, final: 2 },
      blockers: [{ assessmentId: null, state: 'planned' }],
    });
  });

  it('is not approved where a unit came into its plan after it was prepared', async () => {
    const season: Season = await aSeason(site, { governments: ['34.01'] });
    const { body } = await season.preparer.post('/api/releases', preparation(season));
    await plannedUnits(site, { periodId: season.periodId, government: '34.01', count: 1 });
    const { id, contentHash } = body as { id: string; contentHash: string };
    expectProblem(await season.approver.post(`/api/releases/${id}/approval`, { contentHash }), 'release-blocked');
  });
});

interface OnPhone {
  readonly id: string;
  readonly period: { readonly id: string };
  readonly unit: object;
}

async function onPhone(client: Client): Promise<readonly OnPhone[]> {
  return (await client.post('/api/sync/pull', aPull())).body.assessments as OnPhone[];
}

async function aSecondVisit(crew: TestCrew, { unit }: TestAssessment, season: PeriodId): Promise<TestAssessment> {
  const { name } = await site.db.selectFrom('period').select('name').where('id', '=', season).executeTakeFirstOrThrow();
  const periodId = await another('comparison', 2024, season);
  await site.db.updateTable('period').set({ name }).where('id', '=', periodId).execute();
  return await anAssessment(site.db, { periodId, unit, members: [crew.member] });
}

/** Besides the ids and the team everything is the same. */
function without(view: OnPhone | undefined): object {
  if (view === undefined) throw new RangeError('Nothing on the phone');
  const { period, unit } = view;
  return { unit, period: { ...period, id: '' } };
}
