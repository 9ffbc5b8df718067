import { randomUUID } from 'node:crypto';

import type { LastSeason } from '@patuh/shared/contracts/units';
import { PeriodId } from '@patuh/shared/domain/ids';
import { inTransaction } from '@patuh/server/platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, aUnit, pulled, type TestUnit } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { changeUnit, okBody, Planner } from '../../support/unit-plans.ts';
import { aHandedInUnit } from '../../support/verification.ts';

let site: Site;
let head: Client;
let periodId: PeriodId;
let planner: Planner;
let unit: TestUnit;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
  periodId = await aPeriod(site.db, { year: 2025 });
  planner = new Planner(head, periodId);
  unit = await aUnit(site.db, { government: '53.14', name: 'Puskesmas Batutua' });
});

describe('the units of a period', () => {
  it('come from the register and leave again while no team ever had them', async () => {
    const empty = await planner.plan();
    expect(empty.governments).toMatchObject([{ code: '53.14', units: [], others: [{ name: 'Puskesmas Batutua' }] }]);
    okBody(await planner.add([unit.id]));
    const [government] = (await planner.plan()).governments;
    expect(government).toMatchObject({
      units: [{ name: 'Puskesmas Batutua', team: null, assessment: null }],
      others: [],
    });
    okBody(await planner.remove([unit.id]));
    expect(await planner.names('53.14')).toEqual([]);
  });

  it('never leave once a team had them; the office says instead that they are not assessed', async () => {
    const assessor = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    const members = [{ personId: assessor.id, role: 'assessor' as const }];
    const { id } = await anAssessment(site.db, { periodId, unit, members });
    expectProblem(await planner.remove([unit.id]), 'unit-in-use');
    const path = `/api/office/assessments/${id}/not-assessed`;
    const said = { version: 0, reason: 'closed', note: 'Gedung ditutup sejak Mei.', source: 'Surat Dinkes nomor 4' };
    okBody(await head.post(path, said));
    const phone = await signedIn(site, assessor);
    const onPhone = await pulled(phone, id);
    expect(onPhone.notAssessed).toEqual({ reason: 'closed', note: 'Gedung ditutup sejak Mei.' });
    // From whom the office knows it is read in the office alone.
    expect(JSON.stringify(onPhone)).not.toContain('Dinkes');
    const observer = await signedIn(site, await aPerson(site.db, { grants: [grant('observer', '53')] }));
    expect(JSON.stringify((await observer.get('/api/results')).body)).toMatch(
      /^(?!.*Dinkes).*Gedung ditutup sejak Mei/,
    );
    const office = await head.get(`/api/office/assessments/${id}`);
    expect(office.body).toMatchObject({ notAssessedSource: 'Surat Dinkes nomor 4' });
    const audit = await site.db.selectFrom('audit_event').select(['action', 'detail']).execute();
    expect(audit.at(-1)).toMatchObject({ action: 'assessment.not-assessed', detail: { decision: 'office' } });
    expectProblem(await head.post(path, { ...said, version: 1 }), 'assessment-not-open');
  });

  it('are not declared unassessable over answers nobody in the office has seen, nor without a source', async () => {
    const { id } = await anAssessment(site.db, { periodId, unit });
    const path = `/api/office/assessments/${id}/not-assessed`;
    const said = { version: 0, reason: 'closed', note: 'Gedung ditutup sejak Mei.', source: 'Surat Dinkes nomor 4' };
    expectProblem(await head.post(path, { ...said, source: '' }), 'invalid-request');
    await site.db.updateTable('assessment').set({ version: 3 }).execute();
    expectProblem(await head.post(path, said), 'changed-meanwhile');
  });

  it('are refused twice, closed, from another province, and where two plan at once', async () => {
    const elsewhere = await aUnit(site.db, { government: '19.06' });
    expectProblem(await planner.add([elsewhere.id]), 'not-found');
    const other = await aUnit(site.db, { government: '53.14', name: 'Puskesmas Oelaba' });
    const { version } = await planner.plan();
    const answers = await Promise.all([planner.add([unit.id], version), planner.add([other.id], version)]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
    expect(await planner.names('53.14')).toHaveLength(1);
    const [planned] = (await planner.plan()).governments.flatMap(({ units }) => units);
    const left = planned?.unitId === unit.id ? other : unit;
    expectProblem(await planner.add(planned === undefined ? [] : [planned.unitId]), 'already-decided');
    okBody(await changeUnit(head, left.id, 'closing', { closed: true }));
    expectProblem(await planner.add([left.id]), 'unit-closed');
  });

  it('are not planned by hand where a lot decides', async () => {
    const season = await site.db.selectFrom('period').selectAll().where('id', '=', periodId).executeTakeFirstOrThrow();
    const comparison = PeriodId.parse(randomUUID());
    await inTransaction(site.db, async (trx) => {
      const values = { ...season, id: comparison, kind: 'comparison' as const, compares: periodId };
      await trx.insertInto('period').values(values).execute();
    });
    const drawn = new Planner(head, comparison);
    expectProblem(await drawn.add([unit.id]), 'plan-closed');
    expect((await drawn.plan()).mayChange).toBe(false);
  });
});

describe('units that were assessed before', () => {
  it('show their last zone, and only those never handed in are marked as first', async () => {
    const scene = await aHandedInUnit(site);
    await scene.acceptAll();
    okBody(await planner.add([scene.unit.unit.id, unit.id]));
    const units = (await planner.plan()).governments.flatMap((government) => government.units);
    expect(units.map(({ unitId, firstTime, last }) => [unitId, firstTime, last])).toEqual(
      expect.arrayContaining([
        [scene.unit.unit.id, false, { year: 2024, zone: expect.stringMatching(/green|yellow|red/) }],
        [unit.id, true, null],
      ]),
    );
  });

  it('show no zone while the Sekda may still answer: nothing is final yet', async () => {
    await aPeriod(site.db, { year: 2024, clarificationUntil: new Date(Date.now() + 86_400_000) });
    const scene = await aHandedInUnit(site);
    await scene.acceptAll();
    okBody(await planner.add([scene.unit.unit.id]));
    const units = (await planner.plan()).governments.flatMap((government) => government.units);
    expect(units.map(({ last, firstTime }) => [last, firstTime])).toEqual([[null, false]]);
  });

  it('are copied from the last season: kept, closed meanwhile, and left aside', async () => {
    const before = await aPeriod(site.db, { year: 2024 });
    const closed = await aUnit(site.db, { government: '53.14', name: 'Puskesmas yang Ditutup' });
    const planned = await aUnit(site.db, { government: '53.14', name: 'Puskesmas yang Direncanakan' });
    for (const one of [unit, closed, planned])
      await anAssessment(site.db, { periodId: before, unit: one, state: 'submitted' });
    await aUnit(site.db, { government: '53.14', name: 'Puskesmas Baru' });
    okBody(await changeUnit(head, closed.id, 'closing', { closed: true }));
    okBody(await planner.add([planned.id]));
    const proposal: LastSeason = okBody(await head.get(`${planner.path}/last-season?province=53`));
    expect(proposal).toMatchObject({
      year: 2024,
      governments: [
        {
          taken: [{ name: 'Puskesmas Batutua' }],
          planned: 1,
          closed: [{ name: 'Puskesmas yang Ditutup' }],
          left: [{ name: 'Puskesmas Baru' }],
        },
      ],
    });
    const taken = proposal.governments.flatMap((government) => government.taken.map(({ unitId }) => unitId));
    okBody(await planner.add(taken, proposal.version));
    const units = (await planner.plan()).governments.flatMap((government) => government.units);
    expect(units.map(({ name, firstTime }) => [name, firstTime])).toEqual([
      ['Puskesmas Batutua', false],
      ['Puskesmas yang Direncanakan', false],
    ]);
  });
});
