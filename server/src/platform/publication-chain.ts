import { sql } from 'kysely';

import type { PublicationFile } from '@patuh/shared/publication/payload';

import type { Reader, Writer } from './database.ts';

/** The chains of publications: read in their order, and only ever made longer, by one at a time. */

export interface PublicationText {
  readonly sequence: number;
  readonly bytes: string;
}

/** The exact texts of a chain after a sequence number, in order. */
export function publicationsAfter(db: Reader, chain: 'main' | 'demo', sequence: number): Promise<PublicationText[]> {
  return db
    .selectFrom('publication')
    .select(['sequence', 'bytes'])
    .where('chain', '=', chain)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .execute();
}

/** Number of the newest publication of a chain; 0 while there is none. */
export async function headSequence(db: Reader, chain: 'main' | 'demo'): Promise<number> {
  const head = await db
    .selectFrom('publication')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('chain', '=', chain)
    .executeTakeFirst();
  return head?.sequence ?? 0;
}

/** Makes whoever publishes next on this chain wait: a chain has one end. */
export async function lockChain(trx: Writer, chain: 'main' | 'demo'): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('patuh publication chain'), hashtext(${chain}))`.execute(trx);
}

/**
 * Adds a publication to the end of its chain, which the caller has locked. Throws a RangeError where the office has handed
 * over to another key since the caller read its own: nobody would trust what it signed.
 */
export async function insertPublication(
  trx: Writer,
  sequence: number,
  file: PublicationFile,
  text: string,
): Promise<void> {
  const { payload, hash, previous, keyId } = file;
  const newest = await newestKey(trx, payload.chain);
  if (newest !== undefined && newest !== keyId)
    throw new RangeError(`${keyId} was given up for ${newest}: start again`);
  await trx
    .insertInto('publication')
    .values({
      id: payload.id,
      chain: payload.chain,
      sequence,
      scope_kind: payload.scope.kind,
      scope_code: payload.scope.kind === 'province' ? payload.scope.code : 'nasional',
      year: payload.year,
      publication_kind: payload.publicationKind,
      title: payload.title,
      hash,
      previous,
      replaces: payload.replaces?.id ?? null,
      key_id: keyId,
      published_at: payload.publishedAt,
      bytes: text,
    })
    .execute();
}

async function newestKey(db: Reader, chain: 'main' | 'demo'): Promise<string | undefined> {
  const row = await db
    .selectFrom('signing_key_change')
    .select('key_id')
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.key_id;
}
