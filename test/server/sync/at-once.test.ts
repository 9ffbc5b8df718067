import type { PushAnswer } from '@patuh/shared/contracts/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, HEALTH, pulled, type TestAssessment } from '../../support/assessments.ts';
import { aDevice, fullAnswers } from '../../support/changes.ts';
import { aField, type Field, outcomes } from '../../support/field.ts';
import { signedIn } from '../../support/people.ts';
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

const AT = { indicatorId: 'penjaminan-mutu' };

describe('pushes at the same moment', () => {
  it('50 times the same store it once: one is told applied, the others duplicate', async () => {
    const changes = fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: field.unit.id }).slice(0, 100);
    const replies = await Promise.all(
      Array.from({ length: 50 }, async () => await field.phone.post('/api/sync/push', { changes })),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    const told = replies.map(({ body }) => [...new Set(outcomes((body as PushAnswer).answers))].join());
    expect(told.toSorted()).toEqual(['applied', ...Array.from({ length: 49 }, () => 'duplicate')]);
    const receipts = new Set(replies.map(({ body }) => JSON.stringify((body as PushAnswer).receipts)));
    expect(receipts.size).toBe(1);
    expect(await site.db.selectFrom('answer_change').select('id').execute()).toHaveLength(100);
    expect(await site.db.selectFrom('answer').select('change_id').execute()).toHaveLength(100);
    expect(
      await site.db.selectFrom('audit_event').select('id').where('action', '=', 'answers.pushed').execute(),
    ).toHaveLength(1);
  });

  it('of two people at one question keep both values, whoever was first', async () => {
    const hers = aDevice().level(field.unit.id, AT, 3);
    const his = aDevice().level(field.unit.id, AT, 1);
    const replies = await Promise.all([
      field.phone.post('/api/sync/push', { changes: [hers] }),
      field.helper.post('/api/sync/push', { changes: [his] }),
    ]);
    const told = replies.flatMap(({ body }) => outcomes((body as PushAnswer).answers));
    expect(told.toSorted()).toEqual(['applied', 'conflict']);
    const { cells } = await pulled(field.phone, field.unit.id);
    const [cell] = cells;
    const kept = [cell?.current.changeId, ...(cell?.others ?? []).map(({ changeId }) => changeId)];
    expect(new Set(kept)).toEqual(new Set([hers.id, his.id]));
  });

  it('of two people under one id store one of them and refuse the other', async () => {
    const hers = aDevice().level(field.unit.id, AT, 3);
    const his = { ...aDevice().level(field.unit.id, { indicatorId: 'kecukupan-pelaksana' }, 1), id: hers.id };
    const replies = await Promise.all([
      field.phone.post('/api/sync/push', { changes: [hers] }),
      field.helper.post('/api/sync/push', { changes: [his] }),
    ]);
    const told = replies.flatMap(({ body }) => outcomes((body as PushAnswer).answers));
    expect(told.toSorted()).toEqual(['applied', 'refused id-used']);
  });

  it('over the same units in opposite order never wait for each other', async () => {
    const more = await Promise.all(
      Array.from(
        { length: 5 },
        async () => await anAssessment(site.db, { periodId: field.unit.periodId, teamId: field.unit.teamId }),
      ),
    );
    const units: readonly TestAssessment[] = [field.unit, ...more];
    const devices = Array.from({ length: 12 }, () => aDevice());
    const tablet = await signedIn(site, field.maria);
    const replies = await Promise.all(
      devices.map(async (device, index) => {
        const order = index % 2 === 0 ? units : units.toReversed();
        const client = [field.phone, field.helper, tablet][index % 3] ?? field.phone;
        return await client.post('/api/sync/push', { changes: order.map(({ id }) => device.level(id, AT, index % 4)) });
      }),
    );
    expect(replies.map(({ status }) => status)).toEqual(devices.map(() => 200));
    expect(await site.db.selectFrom('answer_change').select('id').execute()).toHaveLength(
      units.length * devices.length,
    );
    const { version } = await pulled(field.phone, field.unit.id);
    expect(version).toBe(devices.length);
  });

  it('of one device are taken in the order of its numbers, whatever order they come in', async () => {
    const device = aDevice();
    const edits = Array.from({ length: 30 }, (_, index) => device.level(field.unit.id, AT, index % 4));
    const open = new Set(edits);
    for (let round = 0; open.size > 0 && round < 40; round += 1) {
      const replies = await Promise.all(
        [...open].map(async (edit) => {
          const { body } = await field.phone.post('/api/sync/push', { changes: [edit] });
          return { edit, told: outcomes((body as PushAnswer).answers)[0] ?? '' };
        }),
      );
      for (const { edit, told } of replies) if (!told.startsWith('held')) open.delete(edit);
    }
    expect(open.size).toBe(0);
    const stored = await site.db.selectFrom('answer_change').select('seq').orderBy('seq').execute();
    expect(stored.map(({ seq }) => seq)).toEqual(edits.map(({ seq }) => seq));
  });
});
