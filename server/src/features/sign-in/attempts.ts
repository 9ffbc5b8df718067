import { createHmac } from 'node:crypto';

import { inTransaction } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';

import type { SignInDeps } from './deps.ts';
import { FORGOTTEN_AFTER_MS, waitAfter } from './policy.ts';
import { blockAttempts, countAttempt, findBlock, forgetAttempts, sweepAttempts } from './queries.ts';

type AttemptDeps = Pick<SignInDeps, 'db' | 'now' | 'keys'>;

/** What is guessed at: the password of an address, whether or not it has an account, or the codes of a person. */
export interface Guessed {
  readonly what: 'password' | 'code';
  readonly whose: string;
}

/**
 * Counts an attempt at a secret as wrong until `attemptWasRight` says otherwise. It is stored first: neither many guesses
 * at once nor a restart in between gives anybody more of them. Throws `sign-in-blocked` while it is too early.
 */
export async function beginAttempt(deps: AttemptDeps, guessed: Guessed): Promise<void> {
  const { db, keys, now } = deps;
  const key = keyOf(keys.throttle, guessed);
  await inTransaction(db, async (trx) => {
    const at = now();
    const forgottenBefore = new Date(at.getTime() - FORGOTTEN_AFTER_MS);
    const counted = await countAttempt(trx, key, at, forgottenBefore);
    if (counted === undefined) {
      const block = await findBlock(trx, key);
      throw blocked(block?.blocked_until ?? at, at);
    }
    const wait = waitAfter(counted.failures);
    if (wait > 0) await blockAttempts(trx, key, new Date(at.getTime() + wait));
    if (counted.failures === 1) await sweepAttempts(trx, forgottenBefore);
  });
}

export async function attemptWasRight({ db, keys }: AttemptDeps, guessed: Guessed): Promise<void> {
  await inTransaction(db, (trx) => forgetAttempts(trx, keyOf(keys.throttle, guessed)));
}

/** With a key of ours, so that the table does not tell whose addresses were tried. */
function keyOf(key: Buffer, { what, whose }: Guessed): string {
  return createHmac('sha256', key).update(`${what} ${whose}`).digest('hex');
}

function blocked(until: Date, now: Date): ProblemError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new ProblemError('sign-in-blocked', [], {}, seconds);
}
