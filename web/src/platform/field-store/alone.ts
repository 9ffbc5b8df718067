import type { PersonId } from '@patuh/shared/domain/ids';

import type { Ending } from './exchange.ts';

/**
 * One exchange at a time over all tabs of a person. `insist` waits for the other tab; else the work is left to it and the
 * answer is undefined.
 */
export type Alone = (insist: boolean, work: () => Promise<Ending>) => Promise<Ending | undefined>;

export function aloneOverTabs(person: PersonId): Alone {
  return async (insist, work) => {
    const { locks } = navigator as Partial<Navigator>;
    if (locks === undefined) return await work();
    return await locks.request(`patuh-exchange-${person}`, { ifAvailable: !insist }, async (lock) =>
      lock === null ? undefined : await work(),
    );
  };
}
