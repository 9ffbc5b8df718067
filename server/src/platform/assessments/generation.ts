import { randomInt } from 'node:crypto';

import { sql } from 'kysely';

import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { Reader, Writer } from '../database.ts';

/**
 * A server that comes out of a backup counts the versions of its assessments on from an older number, and would reach
 * numbers a second time with other answers behind them. So each restore continues in a hundred thousand of its own, drawn
 * by lot, because the same backup may be restored twice: what a phone holds of another one is never compared by its
 * number, only replaced.
 */
const GENERATION = 100_000;
const GENERATIONS = 20_000;

/** Whether two versions of an assessment were counted without a restore between them. */
export function isSameGeneration(a: number, b: number): boolean {
  return Math.floor(a / GENERATION) === Math.floor(b / GENERATION);
}

/** To be called once in the transaction that restores. */
export async function beginGeneration(db: Reader): Promise<void> {
  const first = randomInt(1, GENERATIONS) * GENERATION;
  await sql`update assessment set version = version % ${GENERATION}::integer + ${first}::integer`.execute(db);
}

/**
 * What phones hold of these assessments is no longer what is here, also where nobody entered anything: their versions go on
 * in the next generation, and every phone fetches them whole. Under their locks.
 */
export async function nextGeneration(trx: Writer, ids: readonly AssessmentId[]): Promise<void> {
  await sql`
    update assessment set version = version + ${GENERATION}::integer where id = any(${ids}::uuid[])`.execute(trx);
}
