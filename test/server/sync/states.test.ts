import { randomUUID } from 'node:crypto';

import { inTransaction } from '@patuh/server/platform/database';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import { PointId } from '@patuh/shared/domain/ids';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { SubjectId } from '@patuh/shared/domain/assessment';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { handIn, HEALTH, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice, fullAnswers, type TestDevice } from '../../support/changes.ts';
import { anEvidenceId, aWebPiece } from '../../support/evidence-pieces.ts';
import { aField, type Field, outcomes, publishYear, putInto } from '../../support/field.ts';
import { type Answer, aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
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

const AT = { indicatorId: 'penjaminan-mutu' };
const push = async (...changes: readonly Change[]): Promise<readonly string[]> =>
  outcomes(((await field.phone.post('/api/sync/push', { changes })).body as PushAnswer).answers);

describe('a change of a unit that was handed in', () => {
  it.each(['submitted', 'verified'] as const)(
    'comes late when it is %s: stored, listed, and nothing moves',
    async (state) => {
      const first = device.level(field.unit.id, AT, 3);
      await push(first);
      await putInto(field, field.unit.id, state);
      const before = await pulled(field.phone, field.unit.id);
      const late = device.level(field.unit.id, AT, 0, [first.id]);
      expect(await push(late)).toEqual(['late']);
      // Sent again, also by a device that numbers anew, it is answered as the first time and stored once.
      expect(await push(late)).toEqual(['late']);
      expect(await push({ ...late, deviceId: aDevice().id, seq: 1 })).toEqual(['late']);
      const after = await pulled(field.phone, field.unit.id);
      expect(after).toMatchObject({
        state: before.state,
        version: before.version + 1,
        answersHash: before.answersHash,
        cells: before.cells,
        late: [{ changeId: late.id, indicatorId: AT.indicatorId, subjectId: 'unit', by: 'Maria', decision: 'waiting' }],
      });
    },
  );

  it('is taken as usual while it is given back, and answers the point at its place', async () => {
    const first = device.level(field.unit.id, AT, 3);
    await push(first);
    await putInto(field, field.unit.id, 'returned');
    const here = await aPoint('penjaminan-mutu', null);
    const there = await aPoint('persyaratan', 'product-1');
    const beside = await aPoint('persyaratan', 'product-2');
    expect(
      await push(
        device.level(field.unit.id, AT, 2, [first.id]),
        device.change(
          field.unit.id,
          { indicatorId: 'persyaratan', subjectId: 'product-1' },
          { field: 'note', value: 'Sudah diumumkan' },
        ),
      ),
    ).toEqual(['applied', 'applied']);
    const { points } = await pulled(field.phone, field.unit.id);
    expect(new Map(points.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [here, 'answered'],
        [there, 'answered'],
        [beside, 'open'],
      ]),
    );
  });
});

describe('a phone that is found after the season', () => {
  const late = async (): Promise<readonly { readonly changeId: string; readonly decision: string }[]> =>
    (await pulled(field.phone, field.unit.id)).late;

  /** As somebody of the team records it. */
  const notAssessed = async (): Promise<void> => {
    const notice = { field: 'evidence', value: aWebPiece('https://contoh.example/tutup') } as const;
    await pushAll(field.helper, [aDevice().change(field.unit.id, { subjectId: anEvidenceId() }, notice)]);
    const { version } = await pulled(field.phone, field.unit.id);
    const input = { reason: 'closed', note: 'Pintu tertutup, tidak ada petugas', version };
    expect((await field.helper.post(`/api/assessments/${field.unit.id}/not-assessed`, input)).status).toBe(200);
  };
  const reopen = async (who: Client, version: number): Promise<Answer> =>
    await who.post(`/api/assessments/${field.unit.id}/reopening`, { version });
  const upon = (change: Change, earlier: Change): Change => ({ ...change, base: [earlier.id] });

  it('delivers into the history of a unit recorded as not assessed, where it waits until the unit is opened', async () => {
    await putInto(field, field.unit.id, 'not-assessed');
    const change = device.level(field.unit.id, AT, 1);
    expect(await push(change)).toEqual(['late']);
    expect(await late()).toMatchObject([{ changeId: change.id, decision: 'waiting' }]);
    expect((await pulled(field.phone, field.unit.id)).state).toBe('not-assessed');
    expect(await site.db.selectFrom('quarantined_change').selectAll().execute()).toEqual([]);
  });

  it('is heard as soon as the team opens such a unit again: nobody enters a second time what a phone brought', async () => {
    const change = device.level(field.unit.id, AT, 1);
    await notAssessed();
    const all = fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: field.unit.id, device });
    const again = all.find(({ indicatorId }) => indicatorId === AT.indicatorId)!;
    const told = await pushAll(field.phone, [change, ...all.map((one) => (one === again ? upon(one, change) : one))]);
    expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(['late']));
    const { version } = await pulled(field.phone, field.unit.id);
    expect((await reopen(field.phone, version)).status).toBe(200);
    const open = await pulled(field.helper, field.unit.id);
    expect(open).toMatchObject({ state: 'in-progress', version: version + 1 });
    expect(open.cells.filter(({ others }) => others.length > 0)).toEqual([]);
    expect(open.cells.find(({ indicatorId }) => indicatorId === AT.indicatorId)?.current).toMatchObject({
      changeId: again.id,
      by: 'Maria',
    });
    expect(new Set(open.late.map(({ decision }) => decision))).toEqual(new Set(['taken-in']));
    expect((await handIn(field.phone, field.unit.id)).status).toBe(200);
    const opened = site.db.selectFrom('audit_event').select('detail').where('action', '=', 'assessment.reopened');
    expect(await opened.execute()).toMatchObject([{ detail: { to: 'in-progress', late: all.length + 1 } }]);
  });

  it('is heard too when the office opens it, and not beside what the verifier has to decide', async () => {
    const first = device.level(field.unit.id, AT, 3);
    await push(first);
    await putInto(field, field.unit.id, 'submitted');
    const forVerifier = device.level(field.unit.id, AT, 2, [first.id]);
    await push(forVerifier);
    await putInto(field, field.unit.id, 'returned');
    await notAssessed();
    const forTeam = device.level(field.unit.id, { indicatorId: 'kecukupan-pelaksana' }, 1);
    expect(await push(forTeam)).toEqual(['late']);
    const verifier = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }));
    const { version } = await pulled(field.phone, field.unit.id);
    const path = `/api/office/assessments/${field.unit.id}/reopening`;
    expect((await verifier.post(path, { version })).status).toBe(200);
    const { state, cells, late: told } = await pulled(field.phone, field.unit.id);
    expect(state).toBe('returned');
    const answers = cells.filter(({ current }) => current.entry.field !== 'evidence');
    expect(new Set(answers.map(({ current }) => current.changeId))).toEqual(new Set([first.id, forTeam.id]));
    expect(new Map(told.map(({ changeId, decision }) => [changeId, decision]))).toEqual(
      new Map([
        [forVerifier.id, 'waiting'],
        [forTeam.id, 'taken-in'],
      ]),
    );
  });

  it('delivers into the history of a published result, which nobody has to decide about', async () => {
    const first = device.level(field.unit.id, AT, 3);
    await push(first);
    await putInto(field, field.unit.id, 'verified');
    await publishYear(field);
    const before = await pulled(field.phone, field.unit.id);
    const change = device.level(field.unit.id, AT, 2, [first.id]);
    expect(await push(change)).toEqual(['late']);
    const after = await pulled(field.phone, field.unit.id);
    expect(after).toMatchObject({ answersHash: before.answersHash, cells: before.cells });
    expect(after.late).toMatchObject([{ changeId: change.id, decision: 'after-publication', by: 'Maria' }]);
    const head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
    const { units } = (await head.get('/api/office/units')).body;
    expect(units).toMatchObject([{ lateChanges: 0 }]);
    const { history, lateDecisions } = (await head.get(`/api/office/assessments/${field.unit.id}`)).body;
    expect(lateDecisions).toEqual([]);
    expect(JSON.stringify(history)).toContain(change.id);
  });

  it('delivers into the history of a unit that was not assessed when the year was published', async () => {
    await putInto(field, field.unit.id, 'not-assessed');
    await publishYear(field);
    expect(await push(device.level(field.unit.id, AT, 1))).toEqual(['late']);
    expect(await late()).toMatchObject([{ decision: 'after-publication' }]);
  });

  it('is taken as usual when the published unit was given back for a correction', async () => {
    await push(device.level(field.unit.id, AT, 1));
    await putInto(field, field.unit.id, 'verified');
    await publishYear(field);
    await putInto(field, field.unit.id, 'returned');
    expect(await push(device.level(field.unit.id, AT, 2))).toEqual(['applied']);
  });

  it('brings in what was refused because the unit was closed, before that was history', async () => {
    const [refused, next] = [device.level(field.unit.id, AT, 1), device.level(field.unit.id, AT, 2)];
    await putInto(field, field.unit.id, 'not-assessed');
    await inTransaction(site.db, async (trx) => {
      const who = { person_id: field.maria.id, received_at: new Date() };
      await trx
        .insertInto('quarantined_change')
        .values({ ...who, id: refused.id, content: JSON.stringify(refused), reason: 'closed' })
        .execute();
      const cursor = { person_id: field.maria.id, device_id: device.id, last_seq: 1, last_seen_at: new Date() };
      await trx.insertInto('device_cursor').values(cursor).execute();
    });
    expect(await push(refused, next)).toEqual(['refused number-used', 'late']);
    expect(await push({ ...refused, seq: 3 })).toEqual(['late']);
  });
});

async function aPoint(indicatorId: string, subjectId: string | null): Promise<PointId> {
  const id = PointId.parse(randomUUID());
  await inTransaction(site.db, async (trx) => {
    await trx
      .insertInto('returned_point')
      .values({
        id,
        assessment_id: field.unit.id,
        indicator_id: IndicatorId.parse(indicatorId),
        subject_id: subjectId === null ? null : SubjectId.parse(subjectId),
        reason: 'Foto tidak menunjukkan papan pengumuman',
        returned_by: field.yosef.id,
        returned_at: new Date(),
        state: 'open',
        settled_by: null,
        settled_at: null,
      })
      .execute();
  });
  return id;
}
