import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { pulled, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { aField, type Field, putInto } from '../../support/field.ts';
import { aPerson, type Answer, expectProblem, grant, signedIn } from '../../support/people.ts';
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

const NOTE = 'Gedung rusak berat karena badai Seroja';
const record = async (version: number, more: object = {}, client = field.helper): Promise<Answer> =>
  await client.post(`/api/assessments/${field.unit.id}/not-assessed`, {
    reason: 'disaster',
    note: NOTE,
    version,
    ...more,
  });
const reopen = async (version: number, client = field.helper): Promise<Answer> =>
  await client.post(`/api/assessments/${field.unit.id}/reopening`, { version });
const answerOne = async (): Promise<void> => {
  await pushAll(field.phone, [aDevice().level(field.unit.id, { indicatorId: 'penjaminan-mutu' }, 1)]);
};

describe('a unit that cannot be assessed', () => {
  it('is recorded with its reason by anybody of the team', async () => {
    const { status, body } = await record(0);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'not-assessed', version: 1, notAssessed: { reason: 'disaster', note: NOTE } });
    const event = await site.db.selectFrom('audit_event').selectAll().executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      office: '53',
      action: 'assessment.not-assessed',
      subject_id: field.unit.id,
      detail: { from: 'assigned', to: 'not-assessed', reason: 'disaster', version: 1 },
    });
    expect(JSON.stringify(event)).not.toContain('Gedung');
  });

  it('keeps the answers that were given', async () => {
    await answerOne();
    expect((await record(1)).body).toMatchObject({
      state: 'not-assessed',
      cells: [{ indicatorId: 'penjaminan-mutu' }],
    });
  });

  it('is not recorded over answers nobody has seen', async () => {
    await answerOne();
    expectProblem(await record(0), 'changed-meanwhile');
    expect((await pulled(field.phone, field.unit.id)).state).toBe('in-progress');
  });

  it('is recorded by its own team only, and only while the field has it', async () => {
    const stranger = await signedIn(site, await aPerson(site.db, { grants: [grant('assessor', '53')] }));
    expectProblem(await record(0, {}, stranger), 'not-found');
    await putInto(field, field.unit.id, 'submitted');
    expectProblem(await record(1), 'assessment-not-open');
  });

  it.each([
    [{ reason: 'laziness' }, 'body.reason'],
    [{ note: 'singkat' }, 'body.note'],
    [{ note: `${NOTE}\0` }, 'body.note'],
    [{ note: 'x'.repeat(1_001) }, 'body.note'],
    [{ version: null }, 'body.version'],
    [{ state: 'final' }, 'body'],
  ])('is not recorded with %j', async (wrong, place) => {
    const refused = await record(0, wrong);
    expectProblem(refused, 'invalid-request');
    expect(refused.body.errors.map((error: { field: string }) => error.field)).toContain(place);
  });

  it.each([
    ['not begun', async (): Promise<number> => 0, 'assigned'],
    [
      'begun',
      async (): Promise<number> => {
        await answerOne();
        return 1;
      },
      'in-progress',
    ],
    [
      'given back',
      async (): Promise<number> => {
        await answerOne();
        await putInto(field, field.unit.id, 'returned');
        return 2;
      },
      'returned',
    ],
  ])('that was %s stands there again when the door opens after all', async (_name, prepare, state) => {
    const version = await prepare();
    expect((await record(version)).status).toBe(200);
    const { status, body } = await reopen(version + 1);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state, version: version + 2, notAssessed: null });
    const events = await site.db.selectFrom('audit_event').select(['action', 'detail']).execute();
    expect(events).toContainEqual({
      action: 'assessment.reopened',
      detail: { from: 'not-assessed', to: state, version: version + 2 },
    });
  });

  it('is not reopened twice, nor by somebody who has not seen it', async () => {
    await record(0);
    expectProblem(await reopen(0), 'changed-meanwhile');
    expect((await reopen(1)).status).toBe(200);
    expectProblem(await reopen(2), 'already-decided');
  });
});
