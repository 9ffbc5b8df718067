import limitOf from 'p-limit';

import type { ApiDeps } from '@patuh/server/platform/access';
import { ProblemError } from '@patuh/server/platform/problem';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Actor } from '@patuh/shared/domain/actor';

import { pushChanges, type Pushed } from './push.ts';

/** Those of one office wait for each other in the database anyway, and everybody else needs connections too. */
const PUSHES_AT_ONCE = 4;
/** Whoever would stand behind so many others is better told to come back than kept waiting. */
const LONGEST_LINE = 1_000;
const COME_BACK_AFTER_S = 3;

/** Stores changes of a person, when it is their turn. */
export type Push = (actor: Pick<Actor, 'personId' | 'grants'>, input: Pushed) => Promise<PushAnswer>;

/** One line for all that is pushed to this process, whether a phone sends it or it comes out of a file. */
export function pushLine(deps: Pick<ApiDeps, 'db' | 'now'>): Push {
  const inLine = limitOf(PUSHES_AT_ONCE);
  return async (actor, input) => {
    if (inLine.pendingCount >= LONGEST_LINE) throw new ProblemError('not-ready', [], {}, COME_BACK_AFTER_S);
    return await inLine(async () => await pushChanges(deps, actor, input));
  };
}
