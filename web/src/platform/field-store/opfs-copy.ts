import type { PersonId } from '@patuh/shared/domain/ids';

import type { SecondCopy } from './second-copy.ts';

/** The second copy in the private folder of this origin, kept by a worker: only there a file can be flushed. */
export function opfsCopy(person: PersonId): SecondCopy | undefined {
  void person;
  return undefined;
}
