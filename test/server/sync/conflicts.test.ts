import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change, ChangeAnswer } from '@patuh/shared/domain/change';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { handIn, HEALTH, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice, fullAnswers, type TestDevice } from '../../support/changes.ts';
import { aField, type Field, outcomes } from '../../support/field.ts';
import { type Client, expectProblem } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
let marias: TestDevice;
let yosefs: TestDevice;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  marias = aDevice();
  yosefs = aDevice();
});

const AT = { indicatorId: 'penjaminan-mutu' };

const push = async (client: Client, ...changes: readonly Change[]): Promise<readonly ChangeAnswer[]> =>
  ((await client.post('/api/sync/push', { changes })).body as PushAnswer).answers;

describe('two phones at one question', () => {
  it('keep both values, the later arrival is current, and who is in conflict is named', async () => {
    const hers = marias.level(field.unit.id, AT, 3);
    const his = yosefs.level(field.unit.id, AT, 1);
    await push(field.phone, hers);
    expect(await push(field.helper, his)).toEqual([{ id: his.id, outcome: 'conflict', with: [hers.id] }]);
    const { cells } = await pulled(field.phone, field.unit.id);
    expect(cells).toMatchObject([
      {
        current: { changeId: his.id, by: 'Yosef', entry: { value: { level: 1 } } },
        others: [{ changeId: hers.id, by: 'Maria', entry: { value: { level: 3 } } }],
      },
    ]);
  });

  it('are at one again when a person chooses with both before their eyes', async () => {
    const hers = marias.level(field.unit.id, AT, 3);
    const his = yosefs.level(field.unit.id, AT, 1);
    await push(field.phone, hers);
    await push(field.helper, his);
    const choice = marias.level(field.unit.id, AT, 3, [his.id, hers.id]);
    expect(outcomes(await push(field.phone, choice))).toEqual(['applied']);
    const { cells } = await pulled(field.phone, field.unit.id);
    expect(cells).toMatchObject([{ current: { changeId: choice.id }, others: [] }]);
  });

  it('do not disagree when they say the same', async () => {
    await push(field.phone, marias.level(field.unit.id, AT, 2));
    expect(outcomes(await push(field.helper, yosefs.level(field.unit.id, AT, 2)))).toEqual(['applied']);
  });

  it('of one person do not disagree: the later arrival is current', async () => {
    await push(field.phone, marias.level(field.unit.id, AT, 2));
    const tablet = aDevice().level(field.unit.id, AT, 0);
    expect(outcomes(await push(field.phone, tablet))).toEqual(['applied']);
    expect((await pulled(field.phone, field.unit.id)).cells).toMatchObject([{ current: { changeId: tablet.id } }]);
  });

  it('cannot be handed in while they disagree', async () => {
    const all = fullAnswers(instrumentOf(2023), HEALTH, { assessmentId: field.unit.id, device: marias });
    await pushAll(field.phone, all);
    const his = yosefs.level(field.unit.id, AT, 0);
    expect(outcomes(await push(field.helper, his))).toEqual(['conflict']);
    const refused = await handIn(field.phone, field.unit.id);
    expectProblem(refused, 'assessment-incomplete');
    expect(refused.body.findings).toMatchObject([{ kind: 'conflict-open', indicatorId: AT.indicatorId }]);

    const hers = all.find(({ indicatorId }) => indicatorId === AT.indicatorId)!;
    await push(field.phone, marias.level(field.unit.id, AT, 0, [hers.id, his.id]));
    expect((await handIn(field.phone, field.unit.id)).status).toBe(200);
  });

  it('of three people keep three values', async () => {
    const [a, b] = [marias.level(field.unit.id, AT, 3), yosefs.level(field.unit.id, AT, 1)];
    await push(field.phone, a);
    await push(field.helper, b);
    // Maria has seen only her own value when she corrects it.
    const c = marias.level(field.unit.id, AT, 0, [a.id]);
    expect(await push(field.phone, c)).toEqual([{ id: c.id, outcome: 'conflict', with: [b.id] }]);
    const { cells } = await pulled(field.phone, field.unit.id);
    expect(cells).toMatchObject([{ current: { changeId: c.id }, others: [{ changeId: b.id }] }]);
  });
});
