import { randomUUID } from 'node:crypto';

import type { FieldFile, FileOutcome } from '@patuh/shared/contracts/field-files';
import { DeviceId } from '@patuh/shared/domain/ids';
import { beforeEach, describe, expect, it } from 'vitest';

import { deliverFiles } from '../../../web/src/platform/field-file/deliver-files.ts';
import { fileName } from '../../../web/src/platform/field-file/hand-over.ts';
import { sendFile } from '../../../web/src/platform/field-file/send-file.ts';
import type { Reply } from '../../../web/src/platform/field-store/field-server.ts';
import type { FieldStore } from '../../../web/src/platform/field-store/field-store.ts';
import { memoryStore } from '../../../web/src/platform/field-store/memory-store.ts';
import { anEdit } from '../field/examples.ts';
import { mariasFile, NOW, taken } from './people.ts';

const UNREADABLE: Reply<FileOutcome> = { kind: 'problem', problem: { code: 'field-file-unreadable' } };
const UNREACHABLE: Reply<FileOutcome> = { kind: 'unreachable' };

let store: FieldStore;
let brought: FieldFile[];
beforeEach(() => {
  store = memoryStore(() => DeviceId.parse(randomUUID()));
  brought = [];
});

/** A server that answers so, one answer after the other, and then takes everything. */
const server =
  (...answers: readonly Reply<FileOutcome>[]) =>
  async (part: FieldFile): Promise<Reply<FileOutcome>> => {
    brought.push(part);
    return await Promise.resolve(answers[brought.length - 1] ?? taken(part));
  };

async function carried(...files: readonly FieldFile[]): Promise<void> {
  for (const file of files) await store.carry({ file, opened: null, deliveredAt: null });
}
const waiting = async (): Promise<readonly string[]> =>
  (await store.carried()).filter(({ deliveredAt }) => deliveredAt === null).map(({ file }) => file.id);

/** A file of so many long notes. */
const longFile = async (count: number): Promise<FieldFile> =>
  await mariasFile(
    Array.from({ length: count }, (_, n) => anEdit(n + 1, { entry: { field: 'note', value: 'x'.repeat(1_500) } })),
  );

describe('files that a phone carries', () => {
  it('are delivered once each', async () => {
    const [one, two] = [await mariasFile(), await mariasFile()];
    await carried(one, two);
    expect(await deliverFiles(store, server(), () => NOW)).toEqual({ kind: 'done' });
    expect(brought).toEqual([one, two]);
    expect((await store.carried()).map(({ deliveredAt }) => deliveredAt)).toEqual([
      NOW.toISOString(),
      NOW.toISOString(),
    ]);
    await deliverFiles(store, server());
    expect(brought).toHaveLength(2);
  });

  it('stay where the network went, also in the middle of one, and are delivered the next time', async () => {
    const long = await longFile(300);
    await carried(long);
    expect(await deliverFiles(store, server(taken(long), UNREACHABLE))).toEqual({ kind: 'unreachable' });
    expect(await waiting()).toEqual([long.id]);
    expect(await deliverFiles(store, server(taken(long)))).toEqual({ kind: 'done' });
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['the server stumbles', 'internal-error'],
    ['something on the way says that it is too large', 'request-too-large'],
    ['a server of yesterday shakes its head', 'invalid-request'],
  ] as const)('over which %s hold up no other, and are brought again', async (_what, code) => {
    const [odd, whole] = [await mariasFile(), await mariasFile()];
    await carried(odd, whole);
    expect(await deliverFiles(store, server({ kind: 'problem', problem: { code } }))).toEqual({
      kind: 'problem',
      code,
    });
    expect(await waiting()).toEqual([odd.id]);
    expect(await deliverFiles(store, server())).toEqual({ kind: 'done' });
    expect(await waiting()).toEqual([]);
  });

  it('that the server cannot read are kept, asked about once, and hold up no other', async () => {
    const [broken, whole] = [await mariasFile(), await mariasFile()];
    await carried(broken, whole);
    expect(await deliverFiles(store, server(UNREADABLE))).toEqual({ kind: 'done' });
    expect(await waiting()).toEqual([broken.id]);
    await deliverFiles(store, server());
    expect(brought).toHaveLength(2);
  });

  it('wait where the sign-in ran out or the server asks for patience', async () => {
    await carried(await mariasFile());
    for (const [code, ending] of [
      ['signed-out', { kind: 'signed-out' }],
      ['not-ready', { kind: 'problem', code: 'not-ready' }],
    ] as const) {
      brought = [];
      expect(await deliverFiles(store, server({ kind: 'problem', problem: { code } }))).toEqual(ending);
    }
    expect(await waiting()).toHaveLength(1);
  });
});

describe('a long file', () => {
  it('travels in parts small enough for a bad line, in the order of its numbers, and is counted as one', async () => {
    const file = await longFile(300);
    const reply = await sendFile({ ...file, entries: file.entries.toReversed() }, server());
    expect(reply).toMatchObject({ kind: 'ok', value: { stored: 300, refused: 0 } });
    expect(brought.length).toBeGreaterThan(1);
    for (const part of brought) expect(JSON.stringify(part).length).toBeLessThan(256 * 1024);
    expect(brought.flatMap(({ entries }) => entries)).toEqual(file.entries);
  });

  it('is unreadable only where every part is; a part that is counts as refused', async () => {
    const file = await longFile(300);
    const first = await sendFile(file, server(UNREADABLE));
    const lost = brought[0]?.entries.length ?? 0;
    expect(first).toMatchObject({ kind: 'ok', value: { stored: 300 - lost, refused: lost } });
    const parts = brought.length;
    brought = [];
    expect(await sendFile(file, server(...Array.from({ length: parts }, () => UNREADABLE)))).toEqual(UNREADABLE);
  });
});

describe('the name of a file', () => {
  const named = (name: string): string =>
    fileName({
      from: { name, personId: '' as never },
      madeAt: '2026-11-22T05:00:00.000Z',
      entries: Array.from({ length: 14 }) as never,
    });

  it('tells whose it is, of which day and how much, in letters that every phone takes', () => {
    expect(named('Maria Lede')).toBe('patuh-titipan-maria-lede-2026-11-22-14.txt');
    expect(named('Ir. Ñurul ../Hidayah, M.Si.')).toBe('patuh-titipan-ir-nurul-hidayah-m-si-2026-11-22-14.txt');
    expect(named('山田')).toBe('patuh-titipan-petugas-2026-11-22-14.txt');
  });
});
