import * as fakeIndexedDb from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';

import type { AssessmentView } from '@patuh/shared/contracts/assessments';

import type { FieldStore } from '../../../web/src/platform/field-store/field-store.ts';
import { freeContents, letGo } from '../../../web/src/platform/field-store/let-go.ts';
import type { RoomLeft } from '../../../web/src/platform/field-store/room.ts';
import { aDevice } from './devices.ts';
import { anEdit, answered, aPull, assessmentId, aView } from './examples.ts';
import { aNewFile, fileAt, hashOf } from './files.ts';

Object.assign(globalThis, fakeIndexedDb);

const ARRIVED = '2026-11-01T05:00:00.000Z';
const daysLater = (days: number): Date => new Date(Date.parse(ARRIVED) + days * 86_400_000);

async function aStoreWithPhotos(...numbers: readonly number[]): Promise<FieldStore> {
  const store = await (await aDevice()).start();
  for (const n of numbers) {
    await (await store.shelf()).keep(aNewFile(n));
    await (await store.shelf()).finished(fileAt(n));
  }
  return store;
}

async function arrived(store: FieldStore, ...numbers: readonly number[]): Promise<void> {
  for (const n of numbers) await (await store.shelf()).tell(fileAt(n), { arrivedAt: ARRIVED });
}

async function pulls(store: FieldStore, view: Partial<AssessmentView>): Promise<void> {
  await store.takePull(aPull({ assessments: [aView({ version: 1, ...view })], whole: [assessmentId(1)] }));
}

async function here(store: FieldStore): Promise<readonly string[]> {
  const shelf = await store.shelf();
  const rows = await store.files();
  const contents = await Promise.all(rows.map(async (row) => ({ row, content: await shelf.content(row) })));
  return contents.flatMap(({ row, content }) => (content === undefined ? [] : [row.sha256]));
}

describe('a photo leaves the phone', () => {
  it('a week after the server said that it has it, once the unit is accepted; the small picture stays', async () => {
    const store = await aStoreWithPhotos(1);
    await arrived(store, 1);
    await pulls(store, { state: 'verified', files: [hashOf(1)] });
    await letGo(store, 'ample', daysLater(6));
    expect(await here(store)).toEqual([hashOf(1)]);
    await letGo(store, 'ample', daysLater(8));
    expect(await here(store)).toEqual([]);
    expect([...((await (await store.shelf()).thumbnail(fileAt(1))) ?? [])]).toEqual([1]);
    store.close();
  });

  const STAYS: readonly (readonly [string, RoomLeft, Partial<AssessmentView>, boolean])[] = [
    ['the unit may still come back from the verifier', 'ample', { state: 'submitted', files: [hashOf(1)] }, true],
    ['the server has never said that it has it', 'answers-only', { state: 'final', files: [hashOf(1)] }, false],
    ['a server out of a backup does not name it any more', 'answers-only', { state: 'final', files: [] }, true],
  ];
  it.each(STAYS)('but not while %s', async (_, room, view, isReceipted) => {
    const store = await aStoreWithPhotos(1);
    if (isReceipted) await arrived(store, 1);
    await pulls(store, view);
    expect(await freeContents(store, room, daysLater(400))).toBe(0);
    expect(await here(store)).toEqual([hashOf(1)]);
    store.close();
  });

  it('at once where the phone runs low, whatever the unit has come to', async () => {
    const store = await aStoreWithPhotos(1, 2);
    await arrived(store, 1);
    await pulls(store, { state: 'in-progress', files: [hashOf(1)] });
    expect(await freeContents(store, 'answers-only', daysLater(0))).toBe(1);
    expect(await here(store)).toEqual([hashOf(2)]);
    store.close();
  });

  it('never by mistake: without the server’s word the store itself refuses', async () => {
    const store = await aStoreWithPhotos(1);
    await (await store.shelf()).free([fileAt(1)]);
    expect(await here(store)).toEqual([hashOf(1)]);
    store.close();
  });
});

describe('a unit that the server gives no more', () => {
  async function aUnitThatIsGone() {
    const device = await aDevice();
    const store = await device.start();
    await pulls(store, { state: 'final', files: [hashOf(1)] });
    const entry = await store.put(anEdit(1));
    await store.keepDraft({ ...anEdit(2), field: 'note', content: { note: 'setengah' } });
    await store.keepLastYear(assessmentId(1), null);
    await (await store.shelf()).keep(aNewFile(1));
    await (await store.shelf()).finished(fileAt(1));
    return { device, store, entry };
  }
  const gone = aPull({ gone: [assessmentId(1)] });
  const rows = ['journal', 'drafts', 'lastYears', 'files', 'contents', 'thumbnails'];

  it('has left the phone thirty days later, from both copies and for good', async () => {
    const { device, store, entry } = await aUnitThatIsGone();
    await store.settle(answered([entry.change], 'applied'));
    await arrived(store, 1);
    await store.takePull({ ...gone, covered: [entry.change.id] });
    await letGo(store, 'ample', daysLater(0));
    await letGo(store, 'ample', daysLater(29));
    expect(await store.journal()).toHaveLength(1);
    await letGo(store, 'ample', daysLater(31));
    expect([await store.journal(), await store.departed(), await store.beyond()]).toEqual([[], [], []]);
    for (const name of rows) expect([name, await device.rows(name)]).toEqual([name, []]);
    store.close();
    const later = await device.start();
    expect(await later.journal()).toEqual([]);
    expect((await later.put(anEdit(3))).change.seq).toBe(2);
    later.close();
  });

  it('does not come back out of what the page remembers when the browser cuts the database off', async () => {
    const { device, store, entry } = await aUnitThatIsGone();
    await store.settle(answered([entry.change], 'applied'));
    await arrived(store, 1);
    await store.takePull({ ...gone, covered: [entry.change.id] });
    await letGo(store, 'ample', daysLater(0));
    await letGo(store, 'ample', daysLater(31));
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(device.database).addEventListener('success', resolve);
    });
    expect(await store.outbox(10)).toEqual([]);
    store.close();
  });

  it('stays whole, however long, while an answer or a photo of it is at no server', async () => {
    for (const unsent of ['answer', 'photo'] as const) {
      const { device, store, entry } = await aUnitThatIsGone();
      if (unsent === 'photo') await store.settle(answered([entry.change], 'applied'));
      if (unsent === 'answer') await arrived(store, 1);
      await store.takePull({ ...gone, covered: unsent === 'photo' ? [entry.change.id] : [] });
      await letGo(store, 'ample', daysLater(0));
      await letGo(store, 'ample', daysLater(400));
      for (const name of rows) expect([unsent, name, (await device.rows(name)).length]).toEqual([unsent, name, 1]);
      store.close();
    }
  });

  it('stays where its second copy cannot be written anew: what that holds would be sent again', async () => {
    const { device, store, entry } = await aUnitThatIsGone();
    await store.settle(answered([entry.change], 'applied'));
    await arrived(store, 1);
    await store.takePull({ ...gone, covered: [entry.change.id] });
    await letGo(store, 'ample', daysLater(0));
    device.folder.append = async () => await Promise.reject(new DOMException('Gone', 'NotFoundError'));
    await letGo(store, 'ample', daysLater(31));
    expect(await store.journal()).toHaveLength(1);
    store.close();
  });

  it('begins its thirty days anew when it came back in between', async () => {
    const { device, store, entry } = await aUnitThatIsGone();
    await store.settle(answered([entry.change], 'applied'));
    await arrived(store, 1);
    await store.takePull({ ...gone, covered: [entry.change.id] });
    await letGo(store, 'ample', daysLater(0));
    await pulls(store, { version: 2, files: [hashOf(1)] });
    await letGo(store, 'ample', daysLater(20));
    await store.takePull(gone);
    await letGo(store, 'ample', daysLater(40));
    expect(await device.rows('journal')).toHaveLength(1);
    store.close();
  });
});
