import type { UnitRegister } from '@patuh/shared/contracts/units';
import type { UnitId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, aUnit, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice, fullAnswers } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';
import { changeUnit, historyOf, okBody } from '../../support/unit-plans.ts';

let site: Site;
let head: Client;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  head = await signedIn(site, await aPerson(site.db, { name: 'Ibu Kepala', grants: [grant('head', '53')] }));
});

const REASON = 'Surat Sekda nomor 12 tahun ini';
const newUnit = (name: string, more: object = {}) => ({
  unit: { government: '53.14', kind: 'puskesmas', name, address: null, coordinates: null, ...more },
  reason: REASON,
});

async function register(): Promise<UnitRegister> {
  return okBody(await head.get('/api/office/register?province=53'));
}

describe('the register of a province', () => {
  it('names every government, also one without any unit, and says which years a unit was handed in', async () => {
    await aUnit(site.db, { government: '53.09', name: 'Dinas yang Tak Pernah Dinilai' });
    const periodId = await aPeriod(site.db, { year: 2023 });
    const { unit } = await anAssessment(site.db, { periodId, government: '53.14', state: 'verified' });
    await anAssessment(site.db, { periodId: await aPeriod(site.db), unit });
    await aUnit(site.db, { government: '19.06', name: 'Unit Provinsi Lain' });
    const { governments } = await register();
    expect(governments.map(({ code }) => code)).toEqual(['53.09', '53.14']);
    expect(governments.flatMap(({ units }) => units.map(({ name, assessed }) => [name, assessed]))).toEqual([
      ['Dinas yang Tak Pernah Dinilai', []],
      [expect.any(String), [2023]],
    ]);
  });
});

describe('a new unit', () => {
  beforeEach(async () => void (await aUnit(site.db, { government: '53.14', name: 'Puskesmas Batutua' })));

  it('is registered with its reason, and its history says by whom', async () => {
    const coordinates = { latitude: -10_912_345, longitude: 122_912_345 };
    const { unitId }: { readonly unitId: UnitId } = okBody(
      await head.post('/api/office/register', newUnit('Puskesmas Oelaba', { address: 'Jalan Laut 1', coordinates })),
    );
    const { unit, events, untouched } = await historyOf(head, unitId);
    expect(unit).toMatchObject({ name: 'Puskesmas Oelaba', address: 'Jalan Laut 1', coordinates });
    expect(untouched).toBe(true);
    expect(events).toMatchObject([{ kind: 'registered', by: 'Ibu Kepala', reason: REASON }]);
    const audit = await site.db.selectFrom('audit_event').select(['action', 'subject_id', 'office']).execute();
    expect(audit).toContainEqual({ action: 'unit.registered', subject_id: unitId, office: '53' });
  });

  it('may not be called like another one of its government, however it is written', async () => {
    expectProblem(await head.post('/api/office/register', newUnit('  PUSKESMAS  batutua')), 'unit-name-taken');
    await aUnit(site.db, { government: '53.09' });
    okBody(await head.post('/api/office/register', newUnit('Puskesmas Batutua', { government: '53.09' })));
  });

  it.each([
    ['a name that a spreadsheet would run', { name: '=HYPERLINK("http://jahat.example")' }, 'invalid-request'],
    ['a name with a line break', { name: 'Puskesmas\nBatutua' }, 'invalid-request'],
    ['a place in Australia', { coordinates: { latitude: -33_000_000, longitude: 151_000_000 } }, 'invalid-request'],
    ['a police station', { kind: 'polres' }, 'unit-kind-unknown'],
    ['a subdistrict office of a government that is not there', { government: '53.99' }, 'not-found'],
  ] as const)('is refused: %s', async (_what, more, problem) => {
    expectProblem(await head.post('/api/office/register', newUnit('Puskesmas Oelaba', more)), problem);
    expect((await register()).governments.flatMap(({ units }) => units)).toHaveLength(1);
  });
});

describe('a unit that changes in the middle of a season', () => {
  const instrument = instrumentOf(2023);

  async function inTheField() {
    const assessor = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    const members = [{ personId: assessor.id, role: 'assessor' as const }];
    const assessment = await anAssessment(site.db, { members });
    const phone = await signedIn(site, assessor);
    const device = aDevice();
    const answers = fullAnswers(instrument, assessment.unit.kind, { assessmentId: assessment.id, device, users: 2 });
    await pushAll(phone, answers);
    return { assessment, phone, before: await pulled(phone, assessment.id) };
  }

  it('has its new name on the phone with the next pull, and nothing that was entered is touched', async () => {
    const { assessment, phone, before } = await inTheField();
    okBody(await changeUnit(head, assessment.unit.id, 'name', { name: 'Dinas Kesehatan dan Keluarga' }));
    const coordinates = { latitude: -10_000_001, longitude: 123_000_001 };
    okBody(await changeUnit(head, assessment.unit.id, 'place', { address: 'Jalan Baru 9', coordinates }));
    const after = await pulled(phone, assessment.id);
    expect(after.unit).toMatchObject({ name: 'Dinas Kesehatan dan Keluarga', address: 'Jalan Baru 9', coordinates });
    expect(after.version).toBe(before.version + 2);
    expect(after.cells).toEqual(before.cells);
    expect(after.answersHash).toBe(before.answersHash);
    expect((await historyOf(head, assessment.unit.id)).events.map(({ kind }) => kind)).toEqual(['moved', 'renamed']);
  });

  it('stays with its government once something was entered, because that counts for it for good', async () => {
    const { assessment } = await inTheField();
    await aUnit(site.db, { government: '53.09' });
    expectProblem(await changeUnit(head, assessment.unit.id, 'government', { government: '53.09' }), 'unit-in-use');
  });

  it('moves to another government of the province while nobody entered anything, and the phone sees that', async () => {
    const assessor = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    const { id, unit } = await anAssessment(site.db, { members: [{ personId: assessor.id, role: 'assessor' }] });
    await aUnit(site.db, { government: '53.09' });
    await aUnit(site.db, { government: '19.06' });
    expectProblem(await changeUnit(head, unit.id, 'government', { government: '19.06' }), 'not-found');
    okBody(await changeUnit(head, unit.id, 'government', { government: '53.09' }));
    expect((await pulled(await signedIn(site, assessor), id)).unit.government.code).toBe('53.09');
  });

  it('keeps its running assessment when it is split; the new one is without any', async () => {
    const { assessment, phone, before } = await inTheField();
    const part = { kind: 'health', name: 'Dinas Keluarga Berencana', address: null, coordinates: null };
    const { unitId }: { readonly unitId: UnitId } = okBody(
      await changeUnit(head, assessment.unit.id, 'split', { part }),
    );
    const made = await historyOf(head, unitId);
    expect(made).toMatchObject({ government: { code: '53.14' }, unit: { assessed: [] }, untouched: true });
    expect(made.events).toMatchObject([{ kind: 'registered', other: { id: assessment.unit.id } }]);
    const old = await historyOf(head, assessment.unit.id);
    expect(old.events).toMatchObject([{ kind: 'split', other: { id: unitId, name: 'Dinas Keluarga Berencana' } }]);
    expect((await pulled(phone, assessment.id)).answersHash).toBe(before.answersHash);
  });

  it('is closed and opened again with reasons, and changes in no other way while it is closed', async () => {
    const { unit } = await anAssessment(site.db);
    okBody(await changeUnit(head, unit.id, 'closing', { closed: true }));
    expectProblem(await changeUnit(head, unit.id, 'closing', { closed: true }), 'already-decided');
    expectProblem(await changeUnit(head, unit.id, 'name', { name: 'Nama Lain' }), 'unit-closed');
    okBody(await changeUnit(head, unit.id, 'closing', { closed: false }));
    const { events, unit: now } = await historyOf(head, unit.id);
    expect(events.map(({ kind }) => kind)).toEqual(['reopened', 'closed']);
    expect(now.closedAt).toBeNull();
  });
});

describe('two heads at once', () => {
  it('the second is told that the unit changed, and nothing of the first is overwritten', async () => {
    const { id } = await aUnit(site.db, { government: '53.14', name: 'Puskesmas Batutua' });
    const { seen } = (await historyOf(head, id)).unit;
    const rename = async (name: string) =>
      await head.post(`/api/office/register/${id}/name`, { seen, name, reason: REASON });
    const answers = await Promise.all([rename('Puskesmas Satu'), rename('Puskesmas Dua')]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409']);
    for (const refused of answers.filter(({ status }) => status !== 200)) expectProblem(refused, 'changed-meanwhile');
    const { unit, events } = await historyOf(head, id);
    expect(events).toHaveLength(1);
    expect(unit.name).toBe(answers[0]?.status === 200 ? 'Puskesmas Satu' : 'Puskesmas Dua');
  });

  it('give two units one name only once', async () => {
    await aUnit(site.db, { government: '53.14' });
    const answers = await Promise.all(
      Array.from({ length: 5 }, async () => await head.post('/api/office/register', newUnit('Puskesmas Oelaba'))),
    );
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409', '409', '409']);
  });
});
