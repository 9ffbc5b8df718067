import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { backOff } from '../../../web/src/platform/field-store/back-off.ts';
import type { Ending } from '../../../web/src/platform/field-store/exchange.ts';
import { exchangeLoop, type ExchangeLoop } from '../../../web/src/platform/field-store/exchange-loop.ts';

const DONE: Ending = { kind: 'done' };
const OFFLINE: Ending = { kind: 'unreachable' };

/** A loop with time in the test's hands; every exchange lasts until `finish`. */
function aLoop() {
  let now = 0;
  /** By which the clock of the device is wrong. */
  let skew = 0;
  let online = false;
  let timers: { readonly at: number; readonly call: () => void }[] = [];
  const begun: number[] = [];
  const ends: ((ending: Ending | undefined) => void)[] = [];
  const insisted: boolean[] = [];
  let under = 0;
  let most = 0;
  const loop: ExchangeLoop = exchangeLoop(
    async (insist) => {
      begun.push(now);
      insisted.push(insist);
      under += 1;
      most = Math.max(most, under);
      return await new Promise<Ending | undefined>((resolve) => {
        ends.push((ending) => {
          under -= 1;
          resolve(ending);
        });
      });
    },
    {
      now: () => now + skew,
      chance: () => 0.5,
      online: () => online,
      after: (wait, call) => {
        const timer = { at: now + wait, call };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    () => undefined,
  );
  async function pass(milliseconds: number): Promise<void> {
    const until = now + milliseconds;
    for (;;) {
      const next = timers.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((other) => other !== next);
      now = Math.max(now, next.at);
      next.call();
      await settle();
    }
    now = until;
  }
  async function finish(ending: Ending | undefined): Promise<void> {
    ends.shift()?.(ending);
    await settle();
  }
  const setClock = (by: number): void => {
    skew += by;
  };
  const setOnline = (isThere: boolean): void => {
    online = isThere;
  };
  return {
    loop,
    begun,
    setOnline,
    pass,
    finish,
    setClock,
    insisted,
    most: () => most,
    planned: () => timers.length,
    under: () => under,
  };
}

async function settle(): Promise<void> {
  for (let i = 0; i < 8; i += 1) await Promise.resolve();
}

describe('the exchange with the server', () => {
  it('gathers taps that follow each other closely into one', async () => {
    const { loop, begun, pass } = aLoop();
    for (let tap = 0; tap < 5; tap += 1) {
      loop.wake('change');
      await pass(200);
    }
    await pass(1_000);
    expect(begun).toHaveLength(1);
  });

  it('takes what was entered meanwhile along soon after', async () => {
    const { loop, begun, pass, finish } = aLoop();
    loop.wake('back');
    await pass(0);
    loop.wake('change');
    await finish(DONE);
    await pass(1_500);
    expect(begun).toHaveLength(2);
  });

  it('tries ever more rarely while the server cannot be reached, and at once when the network is back', async () => {
    const { loop, begun, pass, finish } = aLoop();
    loop.wake('back');
    await pass(0);
    for (let failure = 0; failure < 4; failure += 1) {
      await finish(OFFLINE);
      await pass(backOff(failure + 1, 0.5));
    }
    expect(begun.map((at, i) => at - (begun[i - 1] ?? 0))).toEqual([0, 1_500, 3_000, 6_000, 12_000]);
    await finish(OFFLINE);
    loop.wake('back');
    await pass(0);
    expect(begun).toHaveLength(6);
  });

  /** A loop that failed so often that its next try is minutes away. */
  async function longWithoutServer(how: Ending) {
    const { loop, begun, pass, finish, setOnline } = aLoop();
    loop.wake('back');
    await pass(0);
    for (let failure = 1; failure < 10; failure += 1) {
      await finish(how);
      await pass(backOff(failure, 0.5));
    }
    await finish(how);
    return { loop, tries: () => begun.length - 10, pass, finish, setOnline };
  }

  it('does not hurry because of a tap while the device has no network', async () => {
    const { loop, tries, pass } = await longWithoutServer(OFFLINE);
    loop.wake('change');
    await pass(60_000);
    expect(tries()).toBe(0);
  });

  it('tries within seconds after a tap while there is a network, and not more often the more is tapped', async () => {
    const { loop, tries, pass, finish, setOnline } = await longWithoutServer(OFFLINE);
    setOnline(true);
    for (let second = 0; second < 12; second += 1) {
      loop.wake('change');
      await pass(1_000);
      await finish(OFFLINE);
    }
    expect(tries()).toBe(4);
    await pass(100_000);
    expect(tries()).toBe(4);
  });

  it('leaves a server in peace that answers but is in trouble, however much is tapped', async () => {
    const { loop, tries, pass, setOnline } = await longWithoutServer({ kind: 'problem', code: 'busy' });
    setOnline(true);
    loop.wake('change');
    await pass(60_000);
    expect(tries()).toBe(0);
  });

  it('waits for a sign-in when the session is over', async () => {
    const { loop, begun, pass, finish } = aLoop();
    loop.wake('back');
    await pass(0);
    await finish({ kind: 'signed-out' });
    await pass(600_000);
    expect(begun).toHaveLength(1);
    loop.wake('back');
    await pass(0);
    expect(begun).toHaveLength(2);
  });

  it('flushes what came in after an exchange had begun', async () => {
    const { loop, begun, pass, finish } = aLoop();
    loop.wake('back');
    await pass(0);
    const flushing = loop.flush();
    await finish(DONE);
    expect(begun).toHaveLength(2);
    await finish(OFFLINE);
    expect(await flushing).toEqual(OFFLINE);
  });

  it.each([-1, 1])('holds to its times though the clock of the device is set by %i year', async (years) => {
    const { loop, begun, pass, finish, setClock } = aLoop();
    const year = years * 365 * 86_400_000;
    loop.wake('back');
    await pass(0);
    await finish(DONE);
    setClock(year);
    loop.wake('change');
    await pass(1_200);
    expect(begun).toHaveLength(2);
    await finish(OFFLINE);
    setClock(year);
    loop.wake('back');
    await pass(0);
    expect(begun).toHaveLength(3);
    await finish(OFFLINE);
    setClock(year);
    await pass(backOff(2, 0.5));
    expect(begun).toHaveLength(4);
  });

  it('leaves it to another tab that is at it, and looks again soon', async () => {
    const { loop, begun, pass, finish, insisted } = aLoop();
    loop.wake('back');
    await pass(0);
    await finish(DONE);
    loop.wake('change');
    await pass(1_200);
    await finish(undefined);
    expect(loop.state()).toMatchObject({ working: false, ending: DONE });
    await pass(5_000);
    expect(begun).toHaveLength(3);
    await finish(DONE);
    void loop.flush();
    expect(insisted).toEqual([false, false, false, true]);
  });

  it('is never two at once and never stands still, whatever wakes it', async () => {
    const step = fc.oneof(
      fc.constantFrom<'change' | 'back' | 'done' | 'offline'>('change', 'back', 'done', 'offline'),
      fc.nat(50_000),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { loop, pass, finish, most, planned, under } = aLoop();
        loop.wake('back');
        await pass(0);
        for (const what of steps) {
          if (typeof what === 'number') await pass(what);
          else if (what === 'change' || what === 'back') loop.wake(what);
          else await finish(what === 'done' ? DONE : OFFLINE);
        }
        expect(most()).toBe(1);
        expect(planned() + under()).toBeGreaterThan(0);
        await finish(DONE);
        expect(planned()).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the wait before another attempt', () => {
  it('is between half and all of a doubling that ends at five minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (n, chance) => {
        const full = Math.min(300_000, 2_000 * 2 ** Math.min(n - 1, 20));
        expect(backOff(n, chance)).toBeGreaterThanOrEqual(full / 2);
        expect(backOff(n, chance)).toBeLessThanOrEqual(full);
      }),
    );
  });
});
