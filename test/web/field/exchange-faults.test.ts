import type { Change } from '@patuh/shared/domain/change';
import type { ChangeId } from '@patuh/shared/domain/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { exchange } from '../../../web/src/platform/field-store/exchange.ts';
import type { FieldServer, Reply } from '../../../web/src/platform/field-store/field-server.ts';
import type { FieldStore } from '../../../web/src/platform/field-store/field-store.ts';
import { localCell } from '../../../web/src/platform/field-store/local-cell.ts';
import { memoryStore } from '../../../web/src/platform/field-store/memory-store.ts';
import { keyOf } from '../../../web/src/platform/field-store/snapshot.ts';
import { anEdit, assessmentId, changeId, deviceIds, level, personId } from './examples.ts';
import { type ModelServer, modelServer } from './model-server.ts';

const QUESTIONS = ['q1', 'q2', 'q3'] as const;

/** What the network does to one request. */
type Weather = 'fair' | 'request-lost' | 'reply-lost' | 'sent-twice' | 'login-page' | 'busy' | 'restored';

type Step =
  | { readonly do: 'edit'; readonly device: number; readonly question: number; readonly level: number }
  | { readonly do: 'exchange'; readonly device: number; readonly weather: readonly Weather[] };

const WEATHER = fc.constantFrom<Weather>(
  'fair',
  'fair',
  'request-lost',
  'reply-lost',
  'sent-twice',
  'login-page',
  'busy',
  'restored',
);

const STEP: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('edit' as const),
    device: fc.nat(2),
    question: fc.nat(QUESTIONS.length - 1),
    level: fc.nat(3),
  }),
  fc.record({
    do: fc.constant('exchange' as const),
    device: fc.nat(2),
    weather: fc.array(WEATHER, { maxLength: 4 }),
  }),
);

/** A server behind a network with that weather, request by request; fair afterwards. */
function behind(model: ModelServer, person: number, weather: readonly Weather[]): FieldServer {
  const far = model.as(personId(person));
  const coming = [...weather];
  async function through<Value>(ask: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
    switch (coming.shift() ?? 'fair') {
      case 'fair':
        return await ask();
      case 'sent-twice':
        await ask();
        return await ask();
      case 'reply-lost':
        await ask();
        return { kind: 'unreachable' };
      case 'restored':
        model.forgetCursors();
        return await ask();
      case 'busy':
        return { kind: 'problem', problem: { code: 'too-many-requests' } };
      case 'request-lost':
      case 'login-page':
        return { kind: 'unreachable' };
    }
  }
  return {
    push: async (changes) => await through(async () => await far.push(changes)),
    pull: async (have) => await through(async () => await far.pull(have)),
    instrument: far.instrument,
    keys: far.keys,
    lastYear: far.lastYear,
    deliver: far.deliver,
  };
}

interface Device {
  readonly person: number;
  readonly store: FieldStore;
}

async function edit({ store }: Device, n: number, question: string, to: number): Promise<Change> {
  const { indicatorId, subjectId } = anEdit(n, { indicator: question });
  const key = { indicatorId, subjectId, field: 'answer' as const };
  const server = (await store.cells(assessmentId(1))).find((cell) => cell.indicatorId === indicatorId);
  const own = (await store.journal()).filter(({ change }) => change.indicatorId === indicatorId);
  const { base } = localCell(key, server, own);
  return (await store.put(anEdit(n, { indicator: question, entry: level(to), base: [...base] }))).change;
}

const quiet = async (): Promise<void> => await Promise.resolve();

/** Two people, one of them with two devices, through these steps and then in fair weather until nothing waits. */
async function season(steps: readonly Step[]): Promise<{
  readonly model: ModelServer;
  readonly devices: readonly Device[];
  readonly made: readonly ChangeId[];
}> {
  const model = modelServer([assessmentId(1)]);
  const devices = [0, 1, 1].map((person, i): Device => ({ person, store: memoryStore(deviceIds(i + 1)) }));
  const made: ChangeId[] = [];
  for (const step of steps) {
    const device = devices[step.device]!;
    if (step.do === 'exchange') await exchange(device.store, behind(model, device.person, step.weather), quiet);
    else made.push((await edit(device, made.length + 1, QUESTIONS[step.question]!, step.level)).id);
  }
  for (let round = 0; round < 4; round += 1) {
    for (const { store, person } of devices) await exchange(store, behind(model, person, []), quiet);
  }
  return { model, devices, made };
}

describe('changes between devices and the server', () => {
  it('are never lost and never stored twice, whatever the network does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { maxLength: 40 }), async (steps) => {
        const { model, devices, made } = await season(steps);
        expect(model.stored().toSorted()).toEqual(made.toSorted());
        for (const { store } of devices) expect(await store.outbox(500)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('leave every device with the server’s values and conflicts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, { maxLength: 40 }), async (steps) => {
        const { model, devices } = await season(steps);
        for (const { store } of devices) {
          const cells = await store.cells(assessmentId(1));
          const held = new Map(cells.map((cell) => [`${assessmentId(1)} ${keyOf(cell)}`, cell.current.changeId]));
          expect(held).toEqual(new Map([...model.current()].map(([text, { id }]) => [text, id])));
          expect(cells.filter(({ others }) => others.length > 0)).toHaveLength(model.conflicts());
        }
      }),
      { numRuns: 400 },
    );
  });

  it('meet in a conflict where two people did not see each other, and a choice ends it', async () => {
    const { model, devices } = await season([
      { do: 'edit', device: 0, question: 0, level: 1 },
      { do: 'edit', device: 1, question: 0, level: 3 },
    ]);
    expect(model.conflicts()).toBe(1);
    await edit(devices[0]!, 99, 'q1', 2);
    await exchange(devices[0]!.store, behind(model, 0, []), quiet);
    expect(model.conflicts()).toBe(0);
    expect(model.stored()).toContain(changeId(99));
  });
});
