import type { PersonId } from '@patuh/shared/domain/ids';

import type { Ending } from './exchange.ts';

/**
 * One exchange at a time over all tabs of a person. `insist` waits for the other tab; else the work is left to it and the
 * answer is undefined. It spares the network; two at once do no harm, so a tab that never ends keeps nobody from sending.
 */
export type Alone = (insist: boolean, work: () => Promise<Ending>) => Promise<Ending | undefined>;

/** Milliseconds after which a tab that holds the turn is taken for asleep. */
const PATIENCE = 5 * 60_000;

export function aloneOverTabs(person: PersonId, patience = PATIENCE, what = 'exchange'): Alone {
  const turn = `patuh-${what}-${person}`;
  let refusedSince: number | undefined;

  async function inTurn(locks: LockManager, work: () => Promise<Ending>): Promise<Ending> {
    const signal = AbortSignal.timeout(patience);
    try {
      return await locks.request(turn, { signal }, work);
    } catch (error) {
      if (error !== signal.reason) throw error;
      return await work();
    }
  }

  async function ifFree(locks: LockManager, work: () => Promise<Ending>): Promise<Ending | undefined> {
    const ending = await locks.request(turn, { ifAvailable: true }, async (lock) => {
      if (lock === null) return undefined;
      refusedSince = undefined;
      return await work();
    });
    if (ending !== undefined) return ending;
    refusedSince ??= performance.now();
    return performance.now() - refusedSince < patience ? undefined : await work();
  }

  return async (insist, work) => {
    const { locks } = navigator as Partial<Navigator>;
    if (locks === undefined) return await work();
    return insist ? await inTurn(locks, work) : await ifFree(locks, work);
  };
}
