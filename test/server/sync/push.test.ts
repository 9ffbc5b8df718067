import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import { answersHash, hashedCell } from '@patuh/shared/sync/answers-hash';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, HEALTH, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice, fullAnswers } from '../../support/changes.ts';
import { aField, type Field, outcomes } from '../../support/field.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
});

const FREQUENCY = { indicatorId: 'frekuensi-pengawasan-internal' };

const push = async (changes: readonly Change[]): Promise<PushAnswer> =>
  (await field.phone.post('/api/sync/push', { changes })).body as PushAnswer;
const stored = async () => await site.db.selectFrom('answer_change').selectAll().orderBy('seq').execute();
const events = async () =>
  await site.db.selectFrom('audit_event').selectAll().where('action', '=', 'answers.pushed').execute();

describe('a push', () => {
  it('stores a whole unit, and the first change begins it', async () => {
    const changes = fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: field.unit.id });
    const answers = await pushAll(field.phone, changes);
    expect(answers).toEqual(changes.map(({ id }) => ({ id, outcome: 'applied' })));
    const view = await pulled(field.phone, field.unit.id);
    expect(view.state).toBe('in-progress');
    expect(view.cells).toHaveLength(changes.length);
    const cell = view.cells.find(({ indicatorId }) => indicatorId === FREQUENCY.indicatorId);
    expect(cell).toMatchObject({
      subjectId: 'unit',
      current: { entry: { field: 'answer', value: { kind: 'level', level: 3 } }, by: 'Maria' },
      others: [],
    });
  });

  it('is answered with a receipt: the version, and the hash a phone computes from what it holds', async () => {
    const { id } = field.unit;
    const { receipts } = await push([aDevice().level(id, FREQUENCY, 2)]);
    const view = await pulled(field.phone, id);
    expect(receipts).toEqual([{ assessmentId: id, version: 1, answersHash: view.answersHash }]);
    expect(view.answersHash).toBe(answersHash(view.cells.map(hashedCell)));
  });

  it('stores what comes again only once and says so', async () => {
    const changes = [aDevice().level(field.unit.id, FREQUENCY, 2)];
    const first = await push(changes);
    const again = await push(changes);
    expect(outcomes(again.answers)).toEqual(['duplicate']);
    expect(again.receipts).toEqual(first.receipts);
    expect(await stored()).toHaveLength(1);
    expect(await events()).toHaveLength(1);
  });

  it('leaves one event with the counts and a hash of all it brought', async () => {
    const device = aDevice();
    await push([
      device.level(field.unit.id, FREQUENCY, 2),
      device.level(field.unit.id, FREQUENCY, 9),
      device.level(field.unit.id, { indicatorId: 'penjaminan-mutu' }, 1),
    ]);
    const [row] = await stored();
    expect(await events()).toMatchObject([
      {
        office: '53',
        actor_kind: 'person',
        actor: field.maria.id,
        subject_kind: 'push',
        subject_id: row?.push_id,
        after_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        detail: { assessments: 1, placed: 2, conflicts: 0, late: 0, refused: 1 },
      },
    ]);
  });

  it('keeps the office of each unit: units of two provinces leave an event in each', async () => {
    const far = await anAssessment(site.db, {
      government: '19.06',
      periodId: field.unit.periodId,
      members: [{ personId: field.maria.id, role: 'assessor' }],
    });
    await site.db
      .insertInto('person_grant')
      .values({
        person_id: field.maria.id,
        role: 'assessor',
        scope_kind: 'province',
        scope_code: '19',
        granted_at: new Date(),
      })
      .execute();
    const device = aDevice();
    const { answers, receipts } = await push([
      device.level(field.unit.id, FREQUENCY, 1),
      device.level(far.id, FREQUENCY, 2),
      device.level(field.unit.id, { indicatorId: 'penjaminan-mutu' }, 3),
    ]);
    expect(outcomes(answers)).toEqual(['applied', 'applied', 'applied']);
    expect(receipts.map(({ assessmentId }) => assessmentId).toSorted()).toEqual([field.unit.id, far.id].toSorted());
    expect((await events()).map(({ office }) => office).toSorted()).toEqual(['19', '53', '53']);
  });
});

describe('an edit of an edit', () => {
  it('replaces it, and both stay in the history', async () => {
    const device = aDevice();
    const first = device.level(field.unit.id, FREQUENCY, 1);
    const second = device.level(field.unit.id, FREQUENCY, 3, [first.id]);
    expect(outcomes((await push([first, second])).answers)).toEqual(['applied', 'applied']);
    const { cells } = await pulled(field.phone, field.unit.id);
    expect(cells).toMatchObject([{ current: { changeId: second.id }, others: [] }]);
    expect((await stored()).map(({ id, placement }) => [id, placement])).toEqual([
      [first.id, 'applied'],
      [second.id, 'applied'],
    ]);
  });

  it('goes to the history only, where something built upon it came first', async () => {
    const slow = aDevice();
    const other = aDevice();
    const first = slow.level(field.unit.id, FREQUENCY, 1);
    const second = other.level(field.unit.id, FREQUENCY, 3, [first.id]);
    await push([second]);
    expect(outcomes((await push([first])).answers)).toEqual(['applied']);
    const { cells } = await pulled(field.phone, field.unit.id);
    expect(cells).toMatchObject([{ current: { changeId: second.id }, others: [] }]);
    expect((await stored()).find(({ id }) => id === first.id)?.placement).toBe('history');
  });
});
