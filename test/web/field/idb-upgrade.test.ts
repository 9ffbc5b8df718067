import * as fakeIndexedDb from 'fake-indexeddb';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';

import { isHeldElsewhere } from '../../../web/src/platform/field-store/idb-connect.ts';
import { DB_VERSION } from '../../../web/src/platform/field-store/idb-schema.ts';
import { aDevice } from './devices.ts';
import { anEdit, assessmentId, aView, changeId, deviceIds } from './examples.ts';

Object.assign(globalThis, fakeIndexedDb);

type Device = Awaited<ReturnType<typeof aDevice>>;

/** How each version lay on devices; what was released is never edited here. */
const OLD: readonly ((device: Device) => Promise<void>)[] = [
  async ({ vault, database }) => {
    const db = await openDB(database, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('journal', { keyPath: 'order' }).createIndex('id', 'change.id', { unique: true });
        fresh.createObjectStore('drafts', { keyPath: 'key' }).createIndex('assessmentId', 'assessmentId');
        fresh.createObjectStore('headers', { keyPath: 'id' });
        fresh.createObjectStore('cells', { keyPath: 'id' });
        fresh.createObjectStore('instruments');
        fresh.createObjectStore('lastYears', { keyPath: 'id' });
        fresh.createObjectStore('meta');
      },
    });
    const seal = async (value: unknown) => await vault.seal(JSON.stringify(value));
    const deviceId = deviceIds(9)();
    const numbering = { deviceId, nextSeq: 3, nextOrder: 3, earlier: [], generation: 2 };
    await db.put('meta', numbering, 'numbering');
    await db.put('meta', await vault.seal('patuh'), 'touchstone');
    await db.put('meta', '2026-11-22T05:00:00.000Z', 'note exchanged-at');
    for (const n of [1, 2]) {
      const change = { id: changeId(n), deviceId, seq: n, assessmentId: assessmentId(1) };
      const fate = n === 1 ? { kind: 'late' } : { kind: 'waiting' };
      await db.put('journal', { order: n, change, fate, proven: false, sealed: await seal({ edit: anEdit(n) }) });
    }
    // As it was before anything was known of files and of places.
    const { cells, files: _, unit, ...header } = aView({ version: 7 });
    const { coordinates: __, ...oldUnit } = unit;
    await db.put('headers', {
      id: header.id,
      version: 7,
      revision: 'a',
      sealed: await seal({ ...header, unit: oldUnit }),
    });
    await db.put('cells', { id: header.id, sealed: await seal(cells) });
    const place = { assessmentId: assessmentId(1), indicatorId: null, subjectId: anEdit(0).subjectId, field: 'name' };
    const draft = await seal({ ...place, content: { text: 'Lok' } });
    await db.put('drafts', { key: 'a draft', assessmentId: assessmentId(1), sealed: draft });
    await db.put('lastYears', { id: assessmentId(1), sealed: await seal(null) });
    db.close();
  },
  async (device) => {
    await layFirst(device);
    const db = await openDB(device.database, 2, {
      upgrade: (fresh) => {
        fresh.createObjectStore('carried', { keyPath: 'order', autoIncrement: true }).createIndex('id', 'id', {
          unique: true,
        });
      },
    });
    db.close();
  },
];

const layFirst = OLD[0]!;

describe('a device with an older app', () => {
  it('has data of every earlier version in this test', () => {
    expect(OLD).toHaveLength(DB_VERSION - 1);
  });

  it.each(OLD.map((lay, i) => [i + 1, lay] as const))('of version %i keeps everything', async (_, lay) => {
    const device = await aDevice();
    await lay(device);
    const store = await device.start();
    expect((await store.journal()).map(({ change, fate }) => [change.id, change.seq, fate.kind])).toEqual([
      [changeId(1), 1, 'late'],
      [changeId(2), 2, 'waiting'],
    ]);
    expect((await store.device()).id).toBe(deviceIds(9)());
    // What was pulled is shown, and fetched whole: it says nothing of files.
    expect((await store.assessments()).map(({ version, files, unit }) => [version, files, unit.coordinates])).toEqual([
      [0, [], null],
    ]);
    expect((await store.drafts(assessmentId(1))).map(({ content }) => content)).toEqual([{ text: 'Lok' }]);
    expect([await store.lastYear(assessmentId(1)), await store.note('exchanged-at')]).toEqual([
      null,
      '2026-11-22T05:00:00.000Z',
    ]);
    expect((await store.put(anEdit(3))).change.seq).toBe(3);
    expect([await store.carried(), await store.files()]).toEqual([[], []]);
    store.close();
  });

  it('says that another tab holds it, where that one sleeps, and opens with everything once it is closed', async () => {
    const device = await aDevice();
    await OLD[0]!(device);
    const asleep = await openDB(device.database, 1);
    await expect(device.start()).rejects.toSatisfy(isHeldElsewhere);
    asleep.close();
    const store = await device.start();
    expect((await store.outbox(9)).map(({ id }) => id)).toEqual([changeId(2)]);
    store.close();
  });

  it('stays at its version where a step cannot be done: nothing is half new', async () => {
    const { database, start } = await aDevice();
    const upgrade = (fresh: { createObjectStore: (name: string) => unknown }) =>
      void fresh.createObjectStore('journal');
    (await openDB(database, 2, { upgrade })).close();
    (await start()).close();
    const after = await openDB(database);
    expect([after.version, [...after.objectStoreNames]]).toEqual([2, ['journal']]);
    after.close();
  });
});
