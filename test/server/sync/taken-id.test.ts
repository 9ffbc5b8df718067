import * as fakeIndexedDb from 'fake-indexeddb';
import type { Edit } from '@patuh/shared/domain/change';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { SubjectId } from '@patuh/shared/domain/assessment';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { fieldDesk } from '../../../web/src/platform/field-store/field-desk.ts';
import { pulled } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { aField, type Field } from '../../support/field.ts';
import { realWorld } from '../../support/real-far.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aDevice as aPhone } from '../../web/field/devices.ts';
import { changeId, level } from '../../web/field/examples.ts';
import { behind } from '../../web/field/faults/network.ts';

Object.assign(globalThis, fakeIndexedDb);

let site: Site;
let field: Field;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
});

/** Maria’s phone over the real server; ids of its changes are counted from 900. */
async function mariasPhone() {
  const way = {
    far: realWorld(field).far,
    wandering: [],
    tap: async () => await Promise.resolve(),
    met: () => undefined,
  };
  const store = await (await aPhone()).start();
  let n = 900;
  const desk = fieldDesk({
    store,
    server: behind(way, field.maria.id, []),
    clockwork: { now: () => Date.now(), chance: () => 0, online: () => true, after: () => () => undefined },
    newChangeId: () => changeId((n += 1)),
    me: field.maria.id,
    alone: async (_, work) => await work(),
  });
  return { store, desk };
}

const PLACE = { indicatorId: IndicatorId.parse('penjaminan-mutu'), subjectId: SubjectId.parse('unit') };
const answers = async (): Promise<readonly unknown[]> =>
  (await pulled(field.phone, field.unit.id)).cells
    .filter(({ indicatorId }) => indicatorId === PLACE.indicatorId)
    .map(({ current }) => [current.by, current.entry]);

describe('an answer under an id that somebody of the team took first', () => {
  const hers: Pick<Edit, 'id' | 'entry'> = { id: changeId(7), entry: level(3) };

  it('is told as refused, and arrives with the same content when it is sent again; then nothing is refused any more', async () => {
    const { store, desk } = await mariasPhone();
    const taken = {
      ...aDevice().level(field.unit.id, { indicatorId: 'persyaratan', subjectId: 'product-1' }, 1),
      id: hers.id,
    };
    await field.helper.post('/api/sync/push', { changes: [taken] });
    await store.put({ ...hers, ...PLACE, assessmentId: field.unit.id, base: [], madeAt: new Date().toISOString() });
    await desk.loop.flush();
    const { refused } = desk.state().journal;
    expect(refused.map(({ fate }) => fate)).toEqual([{ kind: 'refused', reason: 'id-used' }]);
    expect(await answers()).toEqual([]);
    expect(await desk.sendAgain(refused)).toEqual({ kind: 'done' });
    expect(await answers()).toEqual([['Maria', hers.entry]]);
    expect([desk.state().journal.refused, desk.state().journal.waiting]).toEqual([[], 0]);
    await desk.sendAgain(desk.state().journal.refused);
    expect(await site.db.selectFrom('answer_change').select('id').execute()).toHaveLength(2);
    await desk.close();
  });

  it('is not sent again over what its author entered there since', async () => {
    const { store, desk } = await mariasPhone();
    const taken = {
      ...aDevice().level(field.unit.id, { indicatorId: 'persyaratan', subjectId: 'product-1' }, 1),
      id: hers.id,
    };
    await field.helper.post('/api/sync/push', { changes: [taken] });
    const edit = { ...PLACE, assessmentId: field.unit.id, base: [], madeAt: new Date().toISOString() };
    await store.put({ ...hers, ...edit });
    await store.put({ ...edit, id: changeId(8), entry: level(1) });
    await desk.loop.flush();
    await desk.sendAgain(desk.state().journal.refused);
    expect(await answers()).toEqual([['Maria', level(1)]]);
    await desk.close();
  });
});
