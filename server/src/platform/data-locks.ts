import { setTimeout as pause } from 'node:timers/promises';

import type { Client } from 'pg';

/**
 * Who uses an embedded database, and who may stop it. Advisory locks live in Postgres itself and are given back when
 * their session ends, so a killed process never blocks anybody.
 */
const IN_USE = 5_061_747_502;
const SERVER = 5_061_747_503;

/** Every process that uses the database holds this, together with all others. */
export async function joinUsers(session: Client): Promise<void> {
  await session.query('select pg_advisory_lock_shared($1)', [IN_USE]);
}

/** Whether this process became the one server of this data. Waits a moment for one that is just ending. */
export async function becomeServer(session: Client): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await tryLock(session, SERVER)) return true;
    await pause(100);
  }
  return false;
}

/** Leaves the users and answers whether nobody is left; then this session alone holds the database. */
export async function leaveUsers(session: Client): Promise<boolean> {
  await session.query('select pg_advisory_unlock_shared($1)', [IN_USE]);
  return await tryLock(session, IN_USE);
}

async function tryLock(session: Client, key: number): Promise<boolean> {
  const { rows } = await session.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key]);
  return rows[0]?.taken === true;
}
