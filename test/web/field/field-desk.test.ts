import * as fakeIndexedDb from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';

import { isSaving } from '../../../web/src/platform/app-update/doing.ts';
import { type DeskDeps, type FieldDesk, fieldDesk } from '../../../web/src/platform/field-store/field-desk.ts';
import type { FieldStore } from '../../../web/src/platform/field-store/field-store.ts';
import { asOnTheWay } from '../../../web/src/platform/field-store/on-the-way.ts';
import { aCarriedFile } from './carried.ts';
import { aDevice } from './devices.ts';
import { anEdit, aPull, assessmentId, aView, changeId, level } from './examples.ts';
import { aNewFile, hashOf, namingPiece } from './files.ts';
import { modelServer } from './model-server.ts';

Object.assign(globalThis, fakeIndexedDb);

const UNIT = assessmentId(1);
const NOON = Date.parse('2026-11-22T05:00:00.000Z');

/** A desk whose timers run when the test says so. */
function deskOver(store: FieldStore, options: Partial<DeskDeps> = {}) {
  const timers: (() => void)[] = [];
  let n = 500;
  const desk = fieldDesk({
    store,
    server: modelServer([UNIT]).as(options.me ?? ('' as DeskDeps['me'])),
    clockwork: {
      now: () => NOON,
      chance: () => 0,
      online: () => true,
      after: (_, call) => (timers.push(call), () => undefined),
    },
    newChangeId: () => changeId((n += 1)),
    me: '' as DeskDeps['me'],
    alone: async (_, work) => await work(),
    ...options,
  });
  return { desk, ring: () => timers.splice(0).forEach((call) => call()) };
}

async function seen(desk: FieldDesk): Promise<void> {
  await expect.poll(() => desk.state().journal.revision).toBeGreaterThan(0);
}

const place = { indicatorId: anEdit(0).indicatorId, subjectId: anEdit(0).subjectId };

describe('the desk of a device that was closed and opened again, without a network', () => {
  it('says what waits, since when, and when everything was last exchanged', async () => {
    const { start, vault } = await aDevice();
    const before = await start();
    const first = deskOver(before, { me: vault.personId });
    expect(await first.desk.loop.flush()).toEqual({ kind: 'done' });
    await before.put(anEdit(1, { madeAt: '2026-11-22T07:00:00.000Z' }));
    await before.put(anEdit(2, { madeAt: '2026-11-22T06:00:00.000Z' }));
    await before.put(anEdit(3, { madeAt: '2026-11-22T08:00:00.000Z' }));
    before.close();
    const store = await start();
    const { desk } = deskOver(store);
    await seen(desk);
    const { exchange, journal, copies } = desk.state();
    expect([journal.waiting, journal.waitingAt.get(UNIT), copies]).toEqual([3, 3, 2]);
    expect([journal.since, journal.sinceAt.get(UNIT)]).toEqual(Array(2).fill('2026-11-22T06:00:00.000Z'));
    expect(exchange).toMatchObject({ doneAt: NOON, ending: undefined });
    store.close();
  });

  it('compares by itself whether the receipt of the server fits', async () => {
    const { start, vault } = await aDevice();
    const before = await start();
    await before.put(anEdit(1));
    await deskOver(before, { me: vault.personId }).desk.loop.flush();
    before.close();
    const store = await start();
    const { desk, ring } = deskOver(store);
    await seen(desk);
    expect(desk.state().receipts.get(UNIT)).toBeUndefined();
    ring();
    await expect.poll(() => desk.state().receipts.get(UNIT)).toBe(true);
    store.close();
  });
});

describe('a desk', () => {
  it('shows what another tab entered', async () => {
    const { start } = await aDevice();
    const [one, two] = [await start(), await start()];
    const first = deskOver(one);
    await first.desk.loop.flush();
    const here = await first.desk.open(UNIT);
    await two.put(anEdit(1, { entry: level(3) }));
    await expect.poll(() => here?.cell({ ...place, field: 'answer' }).value?.entry).toEqual(level(3));
    one.close();
    two.close();
  });

  it('tells when another tab exchanged everything', async () => {
    const { start, vault } = await aDevice();
    const [one, two] = [await start(), await start()];
    const here = deskOver(one, { me: vault.personId });
    await here.desk.loop.flush();
    const later = { now: () => NOON + 60_000, chance: () => 0, online: () => true, after: () => () => undefined };
    await deskOver(two, { me: vault.personId, clockwork: later }).desk.loop.flush();
    await expect.poll(() => here.desk.state().exchange.doneAt).toBe(NOON + 60_000);
    one.close();
    two.close();
  });

  it('shows a colleague’s file that came in, and counts it until it is delivered', async () => {
    const { start } = await aDevice();
    const store = await start();
    const { desk } = deskOver(store);
    await desk.loop.flush();
    const here = await desk.open(UNIT);
    await store.carry(aCarriedFile(2, [anEdit(5, { entry: level(3) })]));
    await desk.refresh();
    expect(desk.state().carried).toBe(1);
    expect(here?.cell({ ...place, field: 'answer' }).value?.entry).toEqual(level(3));
    await desk.loop.flush();
    expect(desk.state().carried).toBe(0);
    expect(here?.cell({ ...place, field: 'answer' }).value).toMatchObject({ entry: level(3), keeping: 'on-server' });
    store.close();
  });

  it('shows one’s own answer in a unit that is opened while that answer goes out', async () => {
    const { start, vault } = await aDevice();
    const store = await start();
    const server = modelServer([UNIT]).as(vault.personId);
    await deskOver(store, { server }).desk.loop.flush();
    await store.put(anEdit(1, { entry: level(3) }));
    let isDue = false;
    /** After the first of two reads everything is exchanged. */
    async function read<Value>(reading: Promise<Value>): Promise<Value> {
      const value = await reading;
      if (isDue) {
        isDue = false;
        await deskOver(store, { server }).desk.loop.flush();
      }
      return value;
    }
    const cells: FieldStore['cells'] = async (id) => await read(store.cells(id));
    const journal: FieldStore['journal'] = async () => await read(store.journal());
    const { desk } = deskOver({ ...store, cells, journal }, { server });
    await seen(desk);
    isDue = true;
    const here = await desk.open(UNIT);
    expect(await store.outbox(1)).toEqual([]);
    expect(here?.cell({ ...place, field: 'answer' }).value?.entry).toEqual(level(3));
    store.close();
  });

  it('asks the server once more about what it could not read', async () => {
    const { start } = await aDevice();
    const store = await start();
    await store.put(anEdit(1));
    await store.setAside(changeId(1));
    const { desk } = deskOver(store);
    await desk.loop.flush();
    expect((await store.journal()).map(({ fate }) => fate.kind)).toEqual(['done']);
    store.close();
  });

  it('counts what the device could not keep, and keeps it with the next sending', async () => {
    const { start } = await aDevice();
    const store = await start();
    let isFull = false;
    const put: FieldStore['put'] = async (edit) => {
      if (isFull) throw new DOMException('Full', 'QuotaExceededError');
      return await store.put(edit);
    };
    const { desk } = deskOver({ ...store, put });
    await desk.loop.flush();
    const here = await desk.open(UNIT);
    isFull = true;
    await here?.enter(place, level(2));
    await expect.poll(() => desk.state().journal.unkept).toBe(1);
    isFull = false;
    await desk.loop.flush();
    await expect.poll(() => desk.state().journal.unkept).toBe(0);
    store.close();
  });
});

describe('what is being saved', () => {
  it('is never called sent: it waits from the tap on, once, until the server has it', async () => {
    const { start, vault } = await aDevice();
    const store = await start();
    const { promise: mayBeKept, resolve: keep } = Promise.withResolvers<void>();
    const put: FieldStore['put'] = async (edit) => {
      await mayBeKept;
      return await store.put(edit);
    };
    const { desk } = deskOver({ ...store, put }, { me: vault.personId });
    await desk.loop.flush();
    const here = await desk.open(UNIT);
    const waiting: number[] = [];
    desk.subscribe(() => void waiting.push(desk.state().journal.waiting));
    const entering = here?.enter(place, level(2));
    expect(desk.state().journal).toMatchObject({ waiting: 1, waitingAt: new Map([[UNIT, 1]]) });
    await desk.refresh();
    keep();
    await entering;
    await desk.refresh();
    expect(new Set(waiting)).toEqual(new Set([1]));
    await desk.loop.flush();
    expect(desk.state().journal.waiting).toBe(0);
    store.close();
  });
});

describe('a desk that is closed', () => {
  it('keeps first what is on its way into the store, the second entry of a place too', async () => {
    const { start } = await aDevice();
    const store = await start();
    const { desk } = deskOver(store);
    await desk.loop.flush();
    const here = await desk.open(UNIT);
    void here?.enter(place, level(1));
    void here?.enter(place, level(2));
    await desk.close();
    await expect(store.journal()).rejects.toThrow('closed');
    const again = await start();
    expect((await again.outbox(9)).map(({ entry }) => entry)).toEqual([level(1), level(2)]);
    again.close();
  });

  it('keeps first a photo that is being shrunk, and no new version of the app comes before it', async () => {
    const { start } = await aDevice();
    const store = await start();
    const { desk } = deskOver(store);
    const shrunk = Promise.withResolvers<void>();
    const taking = asOnTheWay(async () => {
      await shrunk.promise;
      await (await store.shelf()).keep(aNewFile(1));
    });
    const closing = desk.close();
    expect(isSaving()).toBe(true);
    shrunk.resolve();
    await taking;
    await closing;
    expect(isSaving()).toBe(false);
    const again = await start();
    expect((await again.files()).map(({ sha256 }) => sha256)).toEqual([hashOf(1)]);
    again.close();
  });

  it('tries once more to keep what could not be kept', async () => {
    const { start } = await aDevice();
    const store = await start();
    let isFull = true;
    const put: FieldStore['put'] = async (edit) => {
      if (isFull) throw new DOMException('Full', 'QuotaExceededError');
      return await store.put(edit);
    };
    const { desk } = deskOver({ ...store, put });
    await desk.loop.flush();
    await (await desk.open(UNIT))?.enter(place, level(1));
    isFull = false;
    await desk.close();
    const again = await start();
    expect((await again.outbox(9)).map(({ entry }) => entry)).toEqual([level(1)]);
    again.close();
  });

  it('tries nothing any more after that, and holds up no new version of the app, though something was not kept', async () => {
    const { start } = await aDevice();
    const store = await start();
    let tries = 0;
    const put: FieldStore['put'] = async () => {
      tries += 1;
      return await Promise.reject(new DOMException('Full', 'QuotaExceededError'));
    };
    const { desk, ring } = deskOver({ ...store, put });
    await desk.loop.flush();
    const here = await desk.open(UNIT);
    await here?.enter(place, level(1));
    ring();
    await expect.poll(() => tries).toBe(2);
    expect(isSaving()).toBe(true);
    await desk.close();
    expect(isSaving()).toBe(false);
    ring();
    await here?.atRest();
    expect([tries, here?.unkept()]).toEqual([3, 1]);
  });
});

describe('a photo', () => {
  it('that was taken after its person came back is sent, though nothing waited when they did', async () => {
    const { start, vault } = await aDevice();
    const store = await start();
    const sent: string[] = [];
    const { desk, ring } = deskOver(store, {
      me: vault.personId,
      files: {
        alone: async (_, work) => await work(),
        send: async ({ waiting }) => {
          sent.push(...(await waiting()).map(({ sha256 }) => sha256));
          return { kind: 'done' };
        },
      },
    });
    await desk.loop.flush();
    desk.loop.pause();
    desk.loop.wake('back');
    await (await store.shelf()).keep(aNewFile(1));
    const { id, value } = namingPiece(1);
    const unit = await desk.open(UNIT);
    await unit?.enter({ indicatorId: null, subjectId: id }, { field: 'evidence', value });
    await desk.loop.flush();
    await expect.poll(() => (ring(), sent)).toContain(hashOf(1));
    store.close();
  });
});

describe('a unit that went to another team', () => {
  const AWAY = assessmentId(9);

  /** A device that had the unit, with an answer and a photo that wait, and what is sent from it. */
  async function aDeviceThatHadIt() {
    const { start, vault } = await aDevice();
    const store = await start();
    const sent: string[] = [];
    const files: DeskDeps['files'] = {
      alone: async (_, work) => await work(),
      send: async ({ store: kept, waiting, told }) => {
        for (const row of await waiting()) {
          sent.push(row.sha256);
          await (await kept.shelf()).tell(row, { arrivedAt: '2026-11-22T05:01:00.000Z' });
          await told();
        }
        return { kind: 'done' };
      },
    };
    await store.takePull(aPull({ assessments: [aView({ id: AWAY })] }));
    await store.put(anEdit(1, { assessmentId: AWAY }));
    await (await store.shelf()).keep(aNewFile(1, { assessmentId: AWAY }));
    return { start, me: vault.personId, store, sent, files };
  }

  it('is told by name, with what of it is still only here', async () => {
    const { store, me } = await aDeviceThatHadIt();
    await store.takePull(aPull({ gone: [AWAY] }));
    const { desk } = deskOver(store, { me });
    await seen(desk);
    await expect.poll(() => desk.state().departed).toEqual([{ id: AWAY, name: 'Puskesmas Contoh' }]);
    const { journal, files } = desk.state();
    expect([journal.waitingAt.get(AWAY), files.at.get(AWAY)?.here]).toEqual([1, 1]);
    store.close();
  });

  it('gets its photos after the phone heard of it, also after a restart, and then nothing is left of it', async () => {
    const { start, store: before, me, sent, files } = await aDeviceThatHadIt();
    await before.takePull(aPull({ gone: [AWAY] }));
    before.close();
    const store = await start();
    const { desk, ring } = deskOver(store, { me, files });
    await desk.loop.flush();
    await expect.poll(() => (ring(), sent)).toEqual([hashOf(1)]);
    await expect.poll(() => desk.state().files.at.get(AWAY)).toBeUndefined();
    store.close();
    const again = await start();
    const later = deskOver(again, { me, files });
    await seen(later.desk);
    expect(later.desk.state().files.at.get(AWAY)).toBeUndefined();
    again.close();
  });
});

describe('what the server has', () => {
  it('is let go of after an exchange that ended well, and not after each', async () => {
    const { start, vault } = await aDevice();
    const store = await start();
    const asked: Date[] = [];
    const letGo = async (_: FieldStore, now: Date) => void (await Promise.resolve(asked.push(now)));
    let answers = false;
    const server = modelServer([UNIT]).as(vault.personId);
    const pull: DeskDeps['server']['pull'] = async (input) =>
      answers ? await server.pull(input) : { kind: 'unreachable' };
    const { desk } = deskOver(store, { me: vault.personId, letGo, server: { ...server, pull } });
    await desk.loop.flush();
    expect(asked).toEqual([]);
    answers = true;
    await desk.loop.flush();
    await desk.loop.flush();
    expect(asked).toEqual([new Date(NOON)]);
    store.close();
  });

  it('is no reason for an exchange to fail', async () => {
    const { start, vault } = await aDevice();
    const store = await start();
    const letGo = async (): Promise<void> => await Promise.reject(new Error('The script cannot be fetched'));
    const { desk } = deskOver(store, { me: vault.personId, letGo });
    expect(await desk.loop.flush()).toEqual({ kind: 'done' });
    store.close();
  });
});
