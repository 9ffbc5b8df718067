import * as fakeIndexedDb from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it, onTestFinished } from 'vitest';

import { copyReading } from '../../../web/src/platform/field-store/copy-book.ts';
import { leftBehind, lockedRows } from '../../../web/src/platform/field-store/left-behind.ts';
import { SealBroken } from '../../../web/src/platform/vault/vault.ts';
import { aDevice, aVault } from './devices.ts';
import { anEdit, answered, aPull, assessmentId, aView, changeId, level } from './examples.ts';

Object.assign(globalThis, fakeIndexedDb);

describe('a device whose database was deleted', () => {
  it('has everything unsent again, to be sent under a new device', async () => {
    const { start, database } = await aDevice();
    const before = await start();
    for (const n of [1, 2]) await before.put(anEdit(n, { entry: level(n) }));
    const old = (await before.device()).id;
    before.close();
    await deleteDB(database);
    const store = await start();
    const waiting = await store.outbox(500);
    expect(waiting.map(({ id, seq, entry }) => [id, seq, entry])).toEqual([
      [changeId(1), 1, level(1)],
      [changeId(2), 2, level(2)],
    ]);
    expect((await store.device()).id).not.toBe(old);
    store.close();
  });

  it('tells whose answers it holds, and gives them out unopened', async () => {
    const { start, database, vault, folder } = await aDevice();
    const store = await start();
    const { change } = await store.put(anEdit(1));
    store.close();
    await deleteDB(database);
    const copies = copyReading(folder);
    expect(await leftBehind(copies)).toContainEqual({ personId: vault.personId, name: 'Ani', custody: vault.custody });
    const [row, ...rest] = await lockedRows(vault.personId, copies);
    expect([row?.deviceId, row?.seq, rest]).toEqual([change.deviceId, change.seq, []]);
    expect(JSON.parse(await vault.open(row!.sealed))).toMatchObject({ edit: anEdit(1) });
  });

  it('has it again while it is open, out of the page alone', async () => {
    const { start, database } = await aDevice();
    const store = await start({ secondCopy: () => undefined });
    await store.put(anEdit(1));
    await store.journal();
    await deleteDB(database);
    await store.put(anEdit(2));
    expect((await store.outbox(500)).map(({ id }) => id)).toEqual([changeId(1), changeId(2)]);
    store.close();
  });
});

describe('a browser that cut the connection to the database without saying so', () => {
  it('gives another one to what is entered next, and nothing is missing', async () => {
    const { start } = await aDevice();
    const whole = globalThis.indexedDB;
    onTestFinished(() => void (globalThis.indexedDB = whole));
    const connections: IDBDatabase[] = [];
    globalThis.indexedDB = new Proxy(whole, {
      get: (target, method) =>
        method === 'open'
          ? (name: string, version?: number) => {
              const asked = target.open(name, version);
              asked.addEventListener('success', () => connections.push(asked.result));
              return asked;
            }
          : async () => await target.databases(),
    });
    const store = await start();
    await store.put(anEdit(1));
    for (const connection of connections) connection.close();
    await store.put(anEdit(2));
    expect((await store.outbox(9)).map(({ id }) => id)).toEqual([changeId(1), changeId(2)]);
    store.close();
  });
});

describe('a device whose database does not open any more', () => {
  /** As a browser does with a damaged file. */
  function damaged(name: string): () => void {
    const whole = globalThis.indexedDB;
    globalThis.indexedDB = new Proxy(whole, {
      get: (target, method) =>
        method === 'open'
          ? (asked: string, version?: number) => {
              if (asked === name) throw new DOMException('Internal error opening backing store', 'UnknownError');
              return target.open(asked, version);
            }
          : async () => await target.databases(),
    });
    return () => {
      globalThis.indexedDB = whole;
    };
  }

  it('goes on in another one with everything unsent, and takes it back when it opens again', async () => {
    const { start, database, vault, folder } = await aDevice();
    const before = await start();
    await before.put(anEdit(1));
    before.close();
    const mend = damaged(database);
    const meanwhile = await start();
    await meanwhile.put(anEdit(2));
    expect((await meanwhile.outbox(500)).map(({ id }) => id)).toEqual([changeId(1), changeId(2)]);
    meanwhile.close();
    mend();
    folder.files.clear();
    const store = await start();
    expect((await store.outbox(500)).map(({ id }) => id)).toEqual([changeId(1), changeId(2)]);
    expect(await lockedRows(vault.personId, copyReading(folder))).toHaveLength(2);
    await store.settle(answered([{ id: changeId(1) }, { id: changeId(2) }], 'applied'));
    expect(await lockedRows(vault.personId, copyReading(folder))).toEqual([]);
    store.close();
  });
});

describe('a device on which one entry was damaged', () => {
  async function damage(database: string, order: number): Promise<void> {
    const db = await openDB(database);
    const row = await db.get('journal', order);
    await db.put('journal', { ...row, sealed: row.sealed.with(20, row.sealed[20] ^ 1) });
    db.close();
  }

  it('has it again out of the second copy, under its own number and with everything after it', async () => {
    const { start, database } = await aDevice();
    const before = await start();
    for (const n of [1, 2, 3]) await before.put(anEdit(n, { entry: level(n) }));
    const { id } = await before.device();
    before.close();
    await damage(database, 2);
    const store = await start();
    expect((await store.outbox(9)).map(({ seq, deviceId, entry }) => [seq, deviceId, entry])).toEqual(
      [1, 2, 3].map((n) => [n, id, level(n)]),
    );
    store.close();
  });
});

describe('a device whose second copy was deleted', () => {
  it('writes it again at its next start', async () => {
    const { start, database, folder } = await aDevice();
    const before = await start();
    await before.put(anEdit(1));
    before.close();
    folder.files.clear();
    (await start()).close();
    await deleteDB(database);
    expect((await (await start()).outbox(500)).map(({ id }) => id)).toEqual([changeId(1)]);
  });

  it('holds every entry once, whoever looks without the key', async () => {
    const { start, vault, folder } = await aDevice();
    const store = await start();
    for (const n of [1, 2, 3]) await store.put(anEdit(n));
    await store.settle(answered([{ id: changeId(1) }], 'applied'));
    expect((await lockedRows(vault.personId, copyReading(folder))).map(({ seq }) => seq)).toEqual([2, 3]);
    store.close();
  });
});

describe('a device that died while it wrote', () => {
  it('passes over the torn line and goes on behind it', async () => {
    const { start, database, folder } = await aDevice();
    const before = await start();
    for (const n of [1, 2]) await before.put(anEdit(n));
    before.close();
    folder.tear(20);
    const after = await start();
    await after.put(anEdit(3));
    after.close();
    await deleteDB(database);
    const ids = (await (await start()).outbox(500)).map(({ id }) => id);
    expect(new Set(ids)).toEqual(new Set([changeId(1), changeId(2), changeId(3)]));
  });

  it('sends what only the second copy has, behind what the database has', async () => {
    const { start, database, folder } = await aDevice();
    const lost = await start();
    await lost.put(anEdit(1));
    lost.close();
    await deleteDB(database);
    const copy = new Map(folder.files);
    folder.files.clear();
    const newer = await start();
    await newer.put(anEdit(2));
    newer.close();
    for (const [name, text] of copy) await folder.append(name, `\n${text}`);
    const store = await start();
    const waiting = await store.outbox(500);
    expect(waiting.map(({ id, seq }) => [id, seq])).toEqual([
      [changeId(2), 1],
      [changeId(1), 2],
    ]);
    expect(new Set(waiting.map(({ deviceId }) => deviceId)).size).toBe(1);
    store.close();
  });

  it('sends the rest where one entry opens in neither place, and keeps that one', async () => {
    const { start, database, vault, folder } = await aDevice();
    const before = await start();
    for (const n of [1, 2]) await before.put(anEdit(n));
    before.close();
    const db = await openDB(database);
    const [first] = await db.getAll('journal');
    await db.put('journal', { ...first, sealed: new Uint8Array(60) });
    db.close();
    folder.files.clear();
    const store = await start();
    expect((await store.outbox(500)).map(({ id, seq }) => [id, seq])).toEqual([[changeId(2), 1]]);
    expect(await lockedRows(vault.personId, copyReading(folder))).toHaveLength(2);
    store.close();
  });
});

describe('a device on which records are damaged', () => {
  it('works on with the rest, and fetches again what came from the server', async () => {
    const { start, database } = await aDevice();
    const before = await start();
    await before.put(anEdit(1));
    await before.takePull(aPull({ assessments: [aView({ version: 5 })] }));
    const author = `${'A'.repeat(43)}=`;
    await before.keepKeys({ author, custody: { keyId: 'a'.repeat(64), publicKey: 'AAAA' }, teams: [] });
    const place = { assessmentId: assessmentId(1), indicatorId: null, subjectId: anEdit(0).subjectId };
    await before.keepDraft({ ...place, field: 'name', content: { text: 'Lok' } });
    before.close();
    const db = await openDB(database);
    const damage = new Uint8Array(40);
    for (const name of ['headers', 'cells', 'drafts']) {
      for (const row of await db.getAll(name)) await db.put(name, { ...row, sealed: damage });
    }
    await db.put('meta', damage, 'keys');
    db.close();
    const store = await start();
    expect([await store.assessments(), await store.drafts(assessmentId(1)), await store.keys()]).toEqual([
      [],
      [],
      undefined,
    ]);
    expect((await store.outbox(9)).map(({ id }) => id)).toEqual([changeId(1)]);
    await store.takePull(aPull({ assessments: [aView({ version: 5 })] }));
    expect((await store.assessments()).map(({ version }) => version)).toEqual([5]);
    store.close();
  });
});

describe('the second copy', () => {
  it('lets go of what the server has, and never of what it has not', async () => {
    const { start, folder } = await aDevice();
    const store = await start();
    const numbers = Array.from({ length: 600 }, (_, i) => i + 1);
    for (const n of numbers) await store.put(anEdit(n));
    const sent = numbers.slice(0, 550).map((n) => ({ id: changeId(n) }));
    await store.settle(answered(sent, 'applied'));
    await store.takePull(aPull({ covered: sent.map(({ id }) => id) }));
    const text = [...folder.files.values()].join('');
    expect(text.match(/"seq"/g)).toHaveLength(50);
    store.close();
    const again = await start();
    expect((await again.journal()).filter(({ fate }) => fate.kind === 'waiting')).toHaveLength(50);
    expect([...folder.files.values()].join('').match(/"seq"/g)).toHaveLength(50);
    again.close();
  });

  it('that fails is said to be missing, keeps nobody from working, and is mended', async () => {
    const { start, folder } = await aDevice();
    const store = await start();
    const { append } = folder;
    folder.append = async () => await Promise.reject(new DOMException('Taken away', 'NotFoundError'));
    await store.put(anEdit(1));
    expect(store.copies()).toBe(1);
    folder.append = append;
    await store.takePull(aPull());
    expect(store.copies()).toBe(2);
    expect([...folder.files.values()].join('')).toContain(changeId(1));
    store.close();
  });
});

describe('a store', () => {
  it('opens with the key it was sealed with and no other', async () => {
    const { start, vault } = await aDevice();
    (await start()).close();
    const other = { ...(await aVault(1, 77)), personId: vault.personId };
    await expect(start({ vault: other })).rejects.toThrow(SealBroken);
  });

  it('holds nothing of what was entered in the clear', async () => {
    const { start, folder, rows } = await aDevice();
    const store = await start();
    const note = { field: 'note' as const, value: 'Rahasia petugas' };
    await store.put(anEdit(1, { entry: note }));
    const place = { assessmentId: assessmentId(1), indicatorId: null, subjectId: anEdit(0).subjectId };
    await store.keepDraft({ ...place, field: 'name', content: { text: 'Rahasia petugas' } });
    const cell = { changeId: changeId(9), entry: note, by: 'Rahasia petugas', at: '2026-11-22T05:00:00.000Z' };
    const cells = [{ indicatorId: anEdit(0).indicatorId, subjectId: place.subjectId, current: cell, others: [] }];
    await store.takePull(aPull({ assessments: [aView({ version: 1, cells })] }));
    const everything = await Promise.all(['journal', 'drafts', 'headers', 'cells', 'meta'].map(rows));
    expect(everything.flat().length).toBeGreaterThan(5);
    const texts = JSON.stringify(everything, (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
    );
    expect(`${texts}${[...folder.files.values()].join('')}`).not.toContain('Rahasia');
    store.close();
  });

  it('proves what was entered before the keys came', async () => {
    const { start, vault, folder } = await aDevice();
    const store = await start();
    await store.put(anEdit(1));
    const author = `${'A'.repeat(43)}=`;
    await store.keepKeys({ author, custody: { keyId: 'a'.repeat(64), publicKey: 'AAAA' }, teams: [] });
    await store.put(anEdit(2));
    const rows = await lockedRows(vault.personId, copyReading(folder));
    const contents = await Promise.all(rows.map(async ({ sealed }) => JSON.parse(await vault.open(sealed))));
    expect(contents.map(({ proof }) => typeof proof)).toEqual(['string', 'string']);
    store.close();
  });

  it('keeps what was entered before it was closed', async () => {
    const { start } = await aDevice();
    const store = await start();
    const place = { assessmentId: assessmentId(1), indicatorId: null, subjectId: anEdit(0).subjectId };
    const asked = [
      store.put(anEdit(1)),
      store.put(anEdit(2)),
      store.keepDraft({ ...place, field: 'name', content: { text: 'Lok' } }),
    ];
    store.close();
    await Promise.all(asked);
    const after = await start();
    expect((await after.outbox(9)).map(({ id }) => id)).toEqual([changeId(1), changeId(2)]);
    expect(await after.drafts(assessmentId(1))).toHaveLength(1);
    after.close();
  });

  it('does nothing any more once it is closed', async () => {
    const { start } = await aDevice();
    const store = await start();
    await store.put(anEdit(1));
    store.close();
    await expect(store.put(anEdit(2))).rejects.toThrow('closed');
    await expect(store.journal()).rejects.toThrow('closed');
    await expect(store.cells(assessmentId(1))).rejects.toThrow('closed');
  });
});

describe('two tabs of one person', () => {
  it('number without ever using a number twice, and see what the other entered', async () => {
    const { start } = await aDevice();
    const [one, two] = [await start(), await start()];
    expect(await two.outbox(500)).toEqual([]);
    let heard = 0;
    two.onOtherTab(() => (heard += 1));
    await Promise.all([1, 2, 3, 4, 5, 6].map(async (n) => await (n % 2 === 0 ? one : two).put(anEdit(n))));
    await one.put(anEdit(7));
    await expect.poll(() => heard).toBeGreaterThan(0);
    await expect.poll(async () => await two.outbox(500)).toHaveLength(7);
    for (const store of [one, two]) {
      const waiting = await store.outbox(500);
      expect(waiting.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(new Set(waiting.map(({ deviceId }) => deviceId)).size).toBe(1);
      store.close();
    }
  });

  it('settle what either sent', async () => {
    const { start } = await aDevice();
    const [one, two] = [await start(), await start()];
    await one.put(anEdit(1));
    await two.put(anEdit(2));
    expect(await two.outbox(500)).toHaveLength(2);
    await one.settle(answered([{ id: changeId(1) }, { id: changeId(2) }], 'applied'));
    await expect.poll(async () => await two.outbox(500)).toEqual([]);
    one.close();
    two.close();
  });
});
