import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import { AssessmentId } from '@patuh/shared/domain/ids';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, pulled } from '../../support/assessments.ts';
import { aDevice, type TestDevice } from '../../support/changes.ts';
import { aField, type Field, outcomes } from '../../support/field.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
let device: TestDevice;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  device = aDevice();
});

const push = async (changes: readonly Change[]): Promise<readonly string[]> =>
  outcomes(((await field.phone.post('/api/sync/push', { changes })).body as PushAnswer).answers);
const levels = (count: number): readonly Change[] =>
  Array.from({ length: count }, (_, index) =>
    device.level(field.unit.id, { indicatorId: 'persyaratan', subjectId: `product-${(index % 2) + 1}` }, index % 4),
  );

describe('the numbers of a device', () => {
  it('hold back what comes after a gap until the gap is filled', async () => {
    const [one, two, three, four] = levels(4);
    expect(await push([one!, three!, four!])).toEqual(['applied', 'held 2', 'held 2']);
    expect(await push([two!, three!, four!])).toEqual(['applied', 'applied', 'applied']);
  });

  it('belong to the person and the device together', async () => {
    await push(levels(2));
    const shared = aDevice({ id: device.id });
    const reply = await field.helper.post('/api/sync/push', {
      changes: [shared.level(field.unit.id, { indicatorId: 'penjaminan-mutu' }, 1)],
    });
    expect(outcomes((reply.body as PushAnswer).answers)).toEqual(['applied']);
  });

  it('are used once: another change under a used number is refused', async () => {
    const [one] = levels(1);
    await push([one!]);
    const other = { ...aDevice({ id: device.id }).level(field.unit.id, { indicatorId: 'penjaminan-mutu' }, 1) };
    expect(await push([other])).toEqual(['refused number-used']);
  });

  it('are used up by a refused change too, which is kept and answered the same again', async () => {
    const [one, two] = levels(2);
    const wrong = { ...one!, entry: { field: 'answer' as const, value: { kind: 'level' as const, level: 7 } } };
    expect(await push([wrong, two!])).toEqual(['refused level-out-of-range', 'applied']);
    expect(await push([wrong, two!])).toEqual(['refused level-out-of-range', 'duplicate']);
    const kept = await site.db.selectFrom('quarantined_change').selectAll().execute();
    expect(kept).toMatchObject([
      { person_id: field.maria.id, id: wrong.id, content: wrong, reason: 'level-out-of-range' },
    ]);
  });
});

describe('the id of a change', () => {
  it('names one content: another one under it is refused and changes nothing', async () => {
    const [one, two] = levels(2);
    await push([one!]);
    const disguised = { ...two!, id: one!.id };
    expect(await push([disguised])).toEqual(['refused id-used']);
    expect(await push([disguised])).toEqual(['refused id-used']);
    const { cells } = await pulled(field.phone, field.unit.id);
    expect(cells).toMatchObject([{ current: { changeId: one!.id } }]);
  });

  it('may come twice in one push: the same is a duplicate, another content is refused', async () => {
    const [one, two] = levels(2);
    expect(await push([one!, one!, { ...two!, id: one!.id }])).toEqual(['applied', 'duplicate', 'refused id-used']);
  });

  it('is known under whatever number it comes again: a device may number anew', async () => {
    const [one, two] = levels(2);
    await push([one!]);
    const anew = aDevice();
    const [again, next] = [one!, two!].map((change, index) => ({ ...change, deviceId: anew.id, seq: index + 1 }));
    expect(await push([again!])).toEqual(['duplicate']);
    // Its number is used up by it: nothing waits for a number that never comes.
    expect(await push([next!])).toEqual(['applied']);
    expect(await push([again!, next!])).toEqual(['duplicate', 'duplicate']);
    expect(await site.db.selectFrom('answer_change').select('id').execute()).toHaveLength(2);
  });

  it('was refused before, and is refused for the same reason when a device numbers anew', async () => {
    const [one, two] = levels(2);
    const wrong = { ...one!, entry: { field: 'answer' as const, value: { kind: 'level' as const, level: 7 } } };
    await push([wrong]);
    const anew = aDevice().id;
    expect(await push([{ ...wrong, deviceId: anew }])).toEqual(['refused level-out-of-range']);
    expect(await push([{ ...two!, deviceId: anew, seq: 2 }])).toEqual(['applied']);
    expect(await site.db.selectFrom('quarantined_change').select('id').execute()).toHaveLength(1);
  });

  it('was refused as nobody’s: the answer stays, also after the team got the unit', async () => {
    const foreign = await anAssessment(site.db, { periodId: field.unit.periodId });
    const early = device.level(foreign.id, { indicatorId: 'penjaminan-mutu' }, 1);
    expect(await push([early])).toEqual(['refused unknown-assessment']);
    await site.db
      .updateTable('period_unit')
      .set({ team_id: field.unit.teamId })
      .where('unit_id', '=', foreign.unit.id)
      .execute();
    expect(await push([{ ...early, deviceId: aDevice().id }])).toEqual(['refused unknown-assessment']);
    expect(await push([device.level(foreign.id, { indicatorId: 'penjaminan-mutu' }, 1)])).toEqual(['applied']);
  });

  it('is still the one that is stored when the unit went to another team and the device numbers anew', async () => {
    const [one] = levels(1);
    await push([one!]);
    await site.db.deleteFrom('team_member').where('person_id', '=', field.maria.id).execute();
    expect(await push([{ ...one!, deviceId: aDevice().id }])).toEqual(['duplicate']);
    expect(await site.db.selectFrom('quarantined_change').select('id').execute()).toEqual([]);
  });

  it('names one content under a new number too: another one is refused', async () => {
    const [one, two] = levels(2);
    await push([one!]);
    const disguised = { ...two!, id: one!.id, deviceId: aDevice().id, seq: 1 };
    expect(await push([disguised])).toEqual(['refused id-used']);
  });

  it('is the same in capitals', async () => {
    const [one] = levels(1);
    await push([one!]);
    const shouted = { ...one!, id: one!.id.toUpperCase(), deviceId: one!.deviceId.toUpperCase() };
    expect(await push([shouted as Change])).toEqual(['duplicate']);
  });

  it('of somebody else’s change is refused without telling more', async () => {
    const [one] = levels(1);
    await push([one!]);
    const reply = await field.helper.post('/api/sync/push', { changes: [one] });
    expect(outcomes((reply.body as PushAnswer).answers)).toEqual(['refused id-used']);
  });
});

describe('an unknown assessment', () => {
  it('is refused, whether it is somebody else’s or nobody’s, and the change is kept', async () => {
    const foreign = await anAssessment(site.db, { periodId: field.unit.periodId });
    const nowhere = AssessmentId.parse(randomUUID());
    const changes = [foreign.id, nowhere].map((id) => device.level(id, { indicatorId: 'penjaminan-mutu' }, 1));
    expect(await push([...changes, ...levels(1)])).toEqual([
      'refused unknown-assessment',
      'refused unknown-assessment',
      'applied',
    ]);
    const kept = await site.db.selectFrom('quarantined_change').select(['id', 'content']).execute();
    // Two ids of one millisecond stand in no order.
    expect(new Map(kept.map(({ id, content }) => [id, content]))).toEqual(
      new Map(changes.map((change) => [change.id, change])),
    );
    expect(await site.db.selectFrom('answer').selectAll().where('assessment_id', '=', foreign.id).execute()).toEqual(
      [],
    );
  });

  it('is one’s own no longer when the grant is taken away', async () => {
    await site.db.deleteFrom('person_grant').where('person_id', '=', field.yosef.id).execute();
    await site.db
      .insertInto('person_grant')
      .values({
        person_id: field.yosef.id,
        role: 'enumerator',
        scope_kind: 'province',
        scope_code: '19',
        granted_at: new Date(),
      })
      .execute();
    const reply = await field.helper.post('/api/sync/push', { changes: levels(1) });
    expect(outcomes((reply.body as PushAnswer).answers)).toEqual(['refused unknown-assessment']);
  });
});
