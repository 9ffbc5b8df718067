import { afterAll, describe, expect, it } from 'vitest';

import { aloneOverTabs } from '../../../web/src/platform/field-store/alone.ts';
import type { Ending } from '../../../web/src/platform/field-store/exchange.ts';
import { personId } from './examples.ts';

const DONE: Ending = { kind: 'done' };
const work = async (): Promise<Ending> => await Promise.resolve(DONE);

const tabs: (() => void)[] = [];
afterAll(() => tabs.forEach((close) => close()));

/** A tab that took the turn of a person and fell asleep over it. */
async function sleepingTab(person: number): Promise<void> {
  await new Promise<void>((taken) => {
    const alone = aloneOverTabs(personId(person));
    void alone(true, async () => {
      taken();
      return await new Promise<Ending>((resolve) => tabs.push(() => resolve(DONE)));
    });
  });
}

describe('exchanges of two tabs', () => {
  it('are left to the tab that is at it', async () => {
    await sleepingTab(1);
    expect(await aloneOverTabs(personId(1))(false, work)).toBeUndefined();
    expect(await aloneOverTabs(personId(2))(false, work)).toEqual(DONE);
  });

  it('go on in the one where the other never ends', async () => {
    await sleepingTab(3);
    const alone = aloneOverTabs(personId(3), 1);
    await expect.poll(async () => await alone(false, work)).toEqual(DONE);
    expect(await alone(true, work)).toEqual(DONE);
  });

  it('fail once where the work fails', async () => {
    let times = 0;
    const failing = async (): Promise<Ending> => {
      times += 1;
      return await Promise.reject(new Error('The store is closed'));
    };
    await expect(aloneOverTabs(personId(4))(true, failing)).rejects.toThrow('closed');
    expect(times).toBe(1);
  });
});
