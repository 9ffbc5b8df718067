import { describe, expect, it } from 'vitest';

import { exchange } from '../../../web/src/platform/field-store/exchange.ts';
import type { FieldServer } from '../../../web/src/platform/field-store/field-server.ts';
import { memoryStore } from '../../../web/src/platform/field-store/memory-store.ts';
import { receiptsBook } from '../../../web/src/platform/field-store/receipts.ts';
import { aCarriedFile } from './carried.ts';
import { anEdit, assessmentId, aView, changeId, deviceIds, level, personId } from './examples.ts';
import { aNewFile, fileAt } from './files.ts';
import { modelServer } from './model-server.ts';

const UNITS = [assessmentId(1), assessmentId(2)];
const quiet = async (): Promise<void> => await Promise.resolve();
const NOON = new Date('2026-11-22T05:00:00.000Z');
const later = (days: number): Date => new Date(NOON.getTime() + days * 86_400_000);

/** A device in front of a server of which some answers are replaced; `asked` tells what it was asked for. */
function aMeeting(replaced: Partial<FieldServer> = {}) {
  const model = modelServer(UNITS);
  const store = memoryStore(deviceIds());
  const receipts = receiptsBook();
  const asked: string[] = [];
  const far = { ...model.as(personId(1)), ...replaced };
  const server: FieldServer = {
    push: async (changes) => await far.push(changes),
    pull: async (wish) => {
      asked.push(`pull ${wish.have.map(({ version }) => version).join(' ')}`.trim());
      return await far.pull(wish);
    },
    instrument: async (id, version) => await far.instrument(id, version),
    keys: async () => {
      asked.push('keys');
      return await far.keys();
    },
    lastYear: async (id) => {
      asked.push(`last year ${UNITS.indexOf(id) + 1}`);
      return await far.lastYear(id);
    },
    deliver: async (files) => await far.deliver(files),
  };
  const meet = async (now = NOON, book = receipts, changed = quiet) =>
    await exchange(store, server, changed, book, () => now);
  return { model, store, receipts, asked, meet };
}

describe('what is fetched for the time without network', () => {
  it('are keys and earlier results, and again when they are old', async () => {
    const { asked, meet, store } = aMeeting();
    expect(await meet()).toEqual({ kind: 'done' });
    expect(asked.filter((what) => !what.startsWith('pull'))).toEqual(['keys', 'last year 1', 'last year 2']);
    expect(await store.note('exchanged-at')).toBe(NOON.toISOString());
    const fetched = async (now: Date): Promise<readonly string[]> => {
      asked.length = 0;
      await meet(now);
      return asked.filter((what) => !what.startsWith('pull'));
    };
    expect(await fetched(later(0.5))).toEqual([]);
    expect(await fetched(later(2))).toEqual(['keys']);
    expect(await fetched(later(9))).toEqual(['keys', 'last year 1', 'last year 2']);
  });

  it.each([-365, 365])('is fetched again once where the clock was set by %i days', async (days) => {
    const { asked, meet } = aMeeting();
    await meet();
    asked.length = 0;
    await meet(later(days));
    await meet(later(days));
    expect(asked.filter((what) => !what.startsWith('pull'))).toEqual(['keys', 'last year 1', 'last year 2']);
  });

  it('comes also where one unit has an answer that cannot be had', async () => {
    const { store, meet } = aMeeting({
      lastYear: async (id) =>
        await Promise.resolve(
          id === UNITS[0] ? { kind: 'problem', problem: { code: 'not-found' } } : { kind: 'ok', value: null },
        ),
    });
    expect(await meet()).toEqual({ kind: 'done' });
    expect([await store.lastYear(UNITS[0]!), await store.lastYear(UNITS[1]!)]).toEqual([undefined, null]);
  });

  it('makes nobody wait who entered something meanwhile', async () => {
    const { store, asked, meet } = aMeeting({
      keys: async () => {
        await store.put(anEdit(1));
        return await Promise.resolve({ kind: 'problem', problem: { code: 'internal-error' } });
      },
    });
    await meet();
    expect(asked).not.toContain('last year 1');
  });
});

describe('what is entered while the answers of the server are written down', () => {
  it('goes out with the same exchange', async () => {
    const { store, model, receipts, meet } = aMeeting();
    await store.put(anEdit(1));
    let taps = 0;
    const changed = async (): Promise<void> => {
      taps += 1;
      if (taps === 1) await store.put(anEdit(2, { indicator: 'q2' }));
    };
    expect(await meet(NOON, receipts, changed)).toEqual({ kind: 'done' });
    expect(model.stored()).toEqual([changeId(1), changeId(2)]);
  });
});

describe('an answer of another version', () => {
  it('ends the exchange as not understood, and everything stays', async () => {
    const { store, meet } = aMeeting({ push: async () => await Promise.resolve({ kind: 'unreadable' }) });
    await store.put(anEdit(1));
    expect(await meet()).toEqual({ kind: 'not-understood' });
    expect(await store.outbox(1)).toHaveLength(1);
  });

  it.each(['app-too-old', 'app-too-new'])('keeps the queue where it is %s', async (code) => {
    const { store, meet } = aMeeting({
      push: async () => await Promise.resolve({ kind: 'problem', problem: { code } }),
    });
    await store.put(anEdit(1));
    expect(await meet()).toEqual({ kind: 'problem', code });
    expect(await store.outbox(1)).toHaveLength(1);
  });
});

describe('the receipt of the server', () => {
  it('fits what was sent and pulled', async () => {
    const { store, receipts, meet, asked } = aMeeting();
    await store.put(anEdit(1));
    await meet();
    expect([...receipts.verdicts().values()]).toEqual([true, true]);
    expect(asked.filter((what) => what.startsWith('pull'))).toEqual(['pull']);
  });

  it('has the unit fetched whole where it does not fit, once', async () => {
    const { store, model, meet, asked } = aMeeting();
    await store.put(anEdit(1));
    await meet();
    // Something else stands on the device at the same version, and the app was closed since.
    const view = aView({ version: 1, answersHash: (await store.assessments())[0]!.answersHash });
    await store.takePull({ assessments: [view], whole: [view.id], gone: [], taken: [], covered: [] });
    const receipts = receiptsBook();
    asked.length = 0;
    await meet(NOON, receipts);
    expect(asked).toEqual(['pull 1 0', 'pull 0 0']);
    expect((await store.cells(UNITS[0]!)).map(({ current }) => current.changeId)).toEqual([changeId(1)]);
    expect(receipts.verdicts().get(UNITS[0]!)).toBe(true);
    expect(model.stored()).toEqual([changeId(1)]);
  });

  it('that never fits has each version of the unit fetched whole once, not with every exchange', async () => {
    const model = modelServer(UNITS).as(personId(1));
    const { store, receipts, asked, meet } = aMeeting({
      push: async (changes) => await model.push(changes),
      pull: async (wish) => {
        const reply = await model.pull(wish);
        if (reply.kind !== 'ok') return reply;
        const assessments = reply.value.assessments.map((view) => ({ ...view, answersHash: 'f'.repeat(64) }));
        return { kind: 'ok', value: { ...reply.value, assessments } };
      },
    });
    const pulls = async (): Promise<readonly string[]> => {
      asked.length = 0;
      expect(await meet()).toEqual({ kind: 'done' });
      return asked.filter((what) => what.startsWith('pull'));
    };
    await store.put(anEdit(1));
    expect(await pulls()).toHaveLength(2);
    expect(await pulls()).toEqual(['pull 1 0']);
    expect(receipts.verdicts().get(UNITS[0]!)).toBe(false);
    await store.put(anEdit(2));
    expect(await pulls()).toEqual(['pull 1 0', 'pull 0 0']);
    expect(await pulls()).toEqual(['pull 2 0']);
  });

  it('of a push counts as much as that of a pull', async () => {
    const model = modelServer(UNITS).as(personId(1));
    const { store, receipts, meet } = aMeeting({
      pull: async (wish) => await model.pull(wish),
      push: async (changes) => {
        const reply = await model.push(changes);
        if (reply.kind !== 'ok') return reply;
        const told = reply.value.receipts.map((receipt) => ({ ...receipt, answersHash: 'f'.repeat(64) }));
        return { kind: 'ok', value: { ...reply.value, receipts: told } };
      },
    });
    await store.put(anEdit(1));
    await meet();
    expect(receipts.verdicts().get(UNITS[0]!)).toBe(false);
  });

  it('that still does not fit is said so, and does not stop the work', async () => {
    const liar = modelServer(UNITS).as(personId(1));
    const { receipts, meet, asked } = aMeeting({
      pull: async (wish) => {
        const reply = await liar.pull(wish);
        if (reply.kind !== 'ok') return reply;
        const assessments = reply.value.assessments.map((view) => ({ ...view, answersHash: 'f'.repeat(64) }));
        return { kind: 'ok', value: { ...reply.value, assessments: assessments.slice(0, 1) } };
      },
    });
    expect(await meet()).toEqual({ kind: 'done' });
    expect(receipts.verdicts().get(UNITS[0]!)).toBe(false);
    expect(asked.filter((what) => what.startsWith('pull'))).toHaveLength(2);
  });
});

describe('files of colleagues', () => {
  it('stay on the screen until a pull shows what came of them', async () => {
    let pulls = false;
    const { store, model, meet } = aMeeting({
      pull: async (wish) =>
        pulls ? await model.as(personId(1)).pull(wish) : await Promise.resolve({ kind: 'unreachable' }),
    });
    await store.carry(aCarriedFile(1, [anEdit(5, { entry: level(3) })]));
    await meet();
    expect(model.stored()).toEqual([changeId(5)]);
    expect((await store.carried())[0]?.deliveredAt).toBeNull();
    pulls = true;
    await meet();
    expect((await store.carried())[0]?.deliveredAt).not.toBeNull();
    expect((await store.cells(UNITS[0]!)).map(({ current }) => current.entry)).toEqual([level(3)]);
    expect(model.stored()).toEqual([changeId(5)]);
  });

  it('that the server cannot take for now do not keep the own answers from going', async () => {
    const { store, meet } = aMeeting({
      deliver: async () => await Promise.resolve({ kind: 'problem', code: 'not-ready' }),
    });
    await store.put(anEdit(1));
    expect(await meet()).toEqual({ kind: 'problem', code: 'not-ready' });
    expect((await store.journal())[0]?.fate).toEqual({ kind: 'done' });
  });
});

describe('what a phone says of what it could not send', () => {
  const told = async (keep: (store: ReturnType<typeof memoryStore>) => Promise<void>) => {
    const devices: unknown[] = [];
    const model = modelServer(UNITS);
    const far = model.as(personId(1));
    const store = memoryStore(deviceIds());
    const server: FieldServer = {
      ...far,
      pull: async (wish) => {
        const { id: _id, ...said } = wish.device;
        devices.push(said);
        return await far.pull(wish);
      },
    };
    const meet = async () => await exchange(store, server, quiet, receiptsBook(), () => NOON);
    await meet();
    await keep(store);
    await meet();
    return devices;
  };

  it('is nothing when everything was sent, and the photos and the oldest of them while they wait', async () => {
    const [before, after] = await told(async (store) => {
      await store.put(anEdit(50));
      const shelf = await store.shelf();
      await shelf.keep(aNewFile(2));
      await shelf.keep(aNewFile(1));
      await shelf.keep(aNewFile(3));
      await shelf.tell(fileAt(3), { arrivedAt: NOON.toISOString() });
    });
    expect(before).toEqual({ waiting: 0, filesWaiting: 0 });
    expect(after).toEqual({ waiting: 0, filesWaiting: 2, oldestWaitingAt: '2026-11-22T05:00:01.000Z' });
  });
});
