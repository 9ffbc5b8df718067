import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { ProvenPoint } from '@patuh/shared/domain/evidence';
import { pulled, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { anEvidenceId, aPhotoPiece, aPoint, aWebPiece } from '../../support/evidence-pieces.ts';
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

/** A notice of the storm, of the unit as a whole: raises the version by one. */
const show = async (proves: readonly ProvenPoint[] = []): Promise<void> => {
  const value = aWebPiece('https://cuaca.contoh.example/seroja', { proves: [...proves] });
  await pushAll(field.phone, [
    aDevice().change(field.unit.id, { subjectId: anEvidenceId() }, { field: 'evidence', value }),
  ]);
};

describe('a unit that cannot be assessed', () => {
  it('is recorded with its reason by anybody of the team', async () => {
    await show();
    const { status, body } = await record(1);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'not-assessed', version: 2, notAssessed: { reason: 'disaster', note: NOTE } });
    const event = await site.db
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'assessment.not-assessed')
      .executeTakeFirstOrThrow();
    expect(event).toMatchObject({
      office: '53',
      action: 'assessment.not-assessed',
      subject_id: field.unit.id,
      detail: { from: 'in-progress', to: 'not-assessed', reason: 'disaster', version: 2 },
    });
    expect(JSON.stringify(event)).not.toContain('Gedung');
  });

  it('is recorded only with something that shows it, and no file has to be here for that', async () => {
    expectProblem(await record(0), 'evidence-missing');
    // What proves an answer does not show that the unit was closed.
    await show([aPoint('penjaminan-mutu')]);
    expectProblem(await record(1), 'evidence-missing');
    const photo = aPhotoPiece(Buffer.from('pintu'), { caption: 'Pintu tertutup' });
    const subjectId = anEvidenceId();
    const device = aDevice();
    const taken = device.change(field.unit.id, { subjectId }, { field: 'evidence', value: photo });
    await pushAll(field.phone, [taken]);
    // Nor does what was taken back.
    await pushAll(field.phone, [
      device.change(field.unit.id, { subjectId }, { field: 'evidence', value: null }, [taken.id]),
    ]);
    expectProblem(await record(3), 'evidence-missing');
    expect((await pulled(field.phone, field.unit.id)).state).toBe('in-progress');
    await pushAll(field.phone, [
      device.change(field.unit.id, { subjectId: anEvidenceId() }, { field: 'evidence', value: photo }),
    ]);
    expect((await record(4)).status).toBe(200);
  });

  it('keeps the answers that were given', async () => {
    await answerOne();
    await show();
    const { body } = await record(2);
    expect(body).toMatchObject({ state: 'not-assessed' });
    expect(body.cells).toContainEqual(expect.objectContaining({ indicatorId: 'penjaminan-mutu' }));
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
    [
      'begun',
      async (): Promise<number> => {
        await answerOne();
        await show();
        return 2;
      },
      'in-progress',
    ],
    [
      'given back',
      async (): Promise<number> => {
        await show();
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
    await show();
    expect((await record(1)).status).toBe(200);
    expectProblem(await reopen(1), 'changed-meanwhile');
    expect((await reopen(2)).status).toBe(200);
    expectProblem(await reopen(3), 'already-decided');
  });
});
