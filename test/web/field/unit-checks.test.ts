import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { SubjectId } from '@patuh/shared/domain/assessment';
import * as fakeIndexedDb from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';

import { checkedUnits } from '../../../web/src/features/field/unit-checks.ts';
import { fieldDesk } from '../../../web/src/platform/field-store/field-desk.ts';
import { aDevice } from './devices.ts';
import { assessmentId, changeId, level, uuid } from './examples.ts';
import { modelServer } from './model-server.ts';

Object.assign(globalThis, fakeIndexedDb);

const UNIT = assessmentId(1);
const USER = SubjectId.parse(`user-${uuid(1, 7)}`);

describe('the list of units that may be left', () => {
  it('counts an interview that went faster than it can be held, until somebody explains it', async () => {
    const { start, vault } = await aDevice();
    const store = await start();
    let n = 500;
    const desk = fieldDesk({
      store,
      server: modelServer([UNIT]).as(vault.personId),
      clockwork: { now: () => 0, chance: () => 0, online: () => true, after: () => () => undefined },
      newChangeId: () => changeId((n += 1)),
      me: vault.personId,
      alone: async (_, work) => await work(),
    });
    await desk.loop.flush();
    const unit = await desk.open(UNIT);
    const heldUp = async () => (await checkedUnits(desk))[0]?.blocking ?? 0;
    await unit?.enter({ indicatorId: null, subjectId: USER }, { field: 'presence', value: { state: 'present' } });
    const asked = indicatorsOf(unit!.instrument.tree).filter(({ subject }) => subject === 'user');
    for (const { id } of asked) await unit?.enter({ indicatorId: id, subjectId: USER }, level(1));
    const before = await heldUp();
    await unit?.enter(
      { indicatorId: null, subjectId: USER },
      { field: 'explanations', value: [{ kind: 'interview-too-fast', text: 'Disalin dari catatan suara.' }] },
    );
    expect(await heldUp()).toBe(before - 1);
    store.close();
  });
});
