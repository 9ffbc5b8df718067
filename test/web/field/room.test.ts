import { describe, expect, it } from 'vitest';

import { type Ballast, roomBehind, roomOf } from '../../../web/src/platform/field-store/room.ts';
import { type Evidence, keepsBy } from '../../../web/src/platform/field-store/what-keeps.ts';

const MB = 1024 * 1024;
const full = async (): Promise<never> => await Promise.reject(new DOMException('Full', 'QuotaExceededError'));

/** Something put by, which can be given up once. */
function aBallast(): Ballast & { laid: number } {
  return {
    laid: 1,
    async release() {
      this.laid -= 1;
      return await Promise.resolve(this.laid >= 0);
    },
    async lay() {
      this.laid += 1;
      await Promise.resolve();
    },
  };
}

describe('a full device', () => {
  it('gives up what was put by for an answer', async () => {
    const room = roomBehind(aBallast(), async () => await Promise.resolve());
    let attempts = 0;
    const write = async (): Promise<string> => ((attempts += 1) === 1 ? await full() : 'kept');
    expect(await room.orMakeRoom(write)).toBe('kept');
  });

  it('says so where nothing is left to give up', async () => {
    const room = roomBehind(aBallast(), async () => await Promise.resolve());
    await expect(room.orMakeRoom(full)).rejects.toThrow('Full');
    await expect(room.orMakeRoom(full)).rejects.toThrow('Full');
  });

  it('gives up nothing for a fault of another kind', async () => {
    const ballast = aBallast();
    const room = roomBehind(ballast, async () => await Promise.resolve());
    await expect(room.orMakeRoom(async () => await Promise.reject(new Error('Broken')))).rejects.toThrow('Broken');
    expect(ballast.laid).toBe(1);
  });

  it('asks to be kept once, when somebody works on it', async () => {
    let asked = 0;
    const room = roomBehind(aBallast(), async () => await Promise.resolve(void (asked += 1)));
    expect(asked).toBe(0);
    room.worked();
    room.worked();
    expect(asked).toBe(1);
  });

  it.each([
    [{ quota: 1000 * MB, usage: 10 * MB }, 'ample'],
    [{ quota: 1000 * MB, usage: 900 * MB }, 'ample'],
    [{ quota: 1000 * MB, usage: 901 * MB }, 'scarce'],
    [{ quota: 1000 * MB, usage: 980 * MB }, 'scarce'],
    [{ quota: 1000 * MB, usage: 981 * MB }, 'answers-only'],
    [{}, 'ample'],
  ] as const)('with %o has room: %s', (estimate, left) => {
    expect(roomOf(estimate)).toBe(left);
  });
});

describe('what a browser does with what is entered', () => {
  const usual: Evidence = { opens: true, refusesFolder: false, quota: 9_000 * MB, heap: 2_000 * MB };

  it.each([
    ['keeps', 'an ordinary window', {}],
    ['keeps', 'a browser without a private folder', { refusesFolder: undefined }],
    ['keeps', 'a browser that tells no quota', { quota: undefined }],
    ['keeps', 'a small phone', { quota: 2_000 * MB, heap: 500 * MB }],
    ['may-not', 'a private window that stores in memory', { quota: 1_500 * MB, heap: 2_000 * MB }],
    ['may-not', 'next to no room at all', { quota: 100 * MB, heap: undefined }],
    ['nothing', 'a database that does not open', { opens: false }],
    ['nothing', 'a private window that refuses the folder', { refusesFolder: true }],
  ] as const)('is “%s” in %s', (keeping, _, found) => {
    expect(keepsBy({ ...usual, ...found })).toBe(keeping);
  });
});
