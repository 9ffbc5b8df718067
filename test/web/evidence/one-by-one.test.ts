import { describe, expect, it } from 'vitest';

import { oneByOne } from '../../../web/src/platform/evidence/one-by-one.ts';
import type { Ending } from '../../../web/src/platform/field-store/exchange.ts';

const CRASHES: Ending = { kind: 'problem', code: 'internal-error' };

/** Files by their names, sent to a server that does with each what `server` says. */
function aLine(names: readonly string[], server: (name: string) => Ending | undefined) {
  const waiting = new Set(names);
  const troubled = new Set<string>();
  const tried: string[] = [];
  const round = async (): Promise<Ending> =>
    await oneByOne({
      waiting: async () => await Promise.resolve([...waiting]),
      keyOf: (name) => name,
      troubled,
      send: async (name) => {
        tried.push(name);
        const ending = server(name);
        if (ending === undefined) waiting.delete(name);
        return await Promise.resolve(ending);
      },
    });
  return { round, waiting, tried };
}

describe('files that wait', () => {
  it('are not held up by one on which the server fails', async () => {
    const { round, waiting } = aLine(['bad', 'b', 'c'], (name) => (name === 'bad' ? CRASHES : undefined));
    expect(await round()).toEqual(CRASHES);
    expect([...waiting]).toEqual(['bad']);
  });

  it('are not held up by several either, and those are tried again, last', async () => {
    const { round, waiting, tried } = aLine(['bad 1', 'bad 2', 'bad 3', 'd', 'e'], (name) =>
      name.startsWith('bad') ? CRASHES : undefined,
    );
    await round();
    await round();
    expect([...waiting]).toEqual(['bad 1', 'bad 2', 'bad 3']);
    await round();
    expect(tried.at(-1)).toMatch(/^bad/);
  });

  it('wait while the server fails on everything, or has no room', async () => {
    const { round, tried } = aLine(['a', 'b', 'c', 'd'], () => ({ kind: 'problem', code: 'storage-full' }));
    expect(await round()).toEqual({ kind: 'problem', code: 'storage-full' });
    expect(tried).toEqual(['a', 'b']);
  });

  it('wait at once where the line broke, somebody has to sign in, or an answer goes first', async () => {
    for (const kind of ['unreachable', 'signed-out', 'done'] as const) {
      const { round, tried } = aLine(['a', 'b'], () => ({ kind }));
      expect(await round()).toEqual({ kind });
      expect(tried).toEqual(['a']);
    }
  });
});
