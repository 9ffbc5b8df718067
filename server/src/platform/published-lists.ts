import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { PublicationId } from '@patuh/shared/publication/payload';

import type { Reader } from './database.ts';

/** What is published of provinces and years, each list as the database has it. */

export interface CurrentList {
  readonly id: PublicationId;
  readonly hash: string;
  readonly at: Date;
  readonly kind: 'imported' | 'computed';
}

/** Which list: that of a province and a year, of a chain. */
export interface ListOf {
  readonly chain: 'main' | 'demo';
  readonly province: { readonly code: ProvinceCode };
  readonly year: number;
}

function currentLists(db: Reader) {
  return db
    .selectFrom('publication')
    .select([
      'id',
      'hash',
      'published_at as at',
      'publication_kind as kind',
      'chain',
      'scope_code as scopeCode',
      'year',
    ])
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('publication as later').select('later.id').whereRef('later.replaces', '=', 'publication.id'),
        ),
      ),
    )
    .orderBy('sequence', 'desc');
}

/** The list of the province and year that no other replaces: what the public reads now. */
export async function currentList(db: Reader, { chain, province, year }: ListOf): Promise<CurrentList | undefined> {
  const rows = await currentLists(db)
    .where('chain', '=', chain)
    .where('scope_code', '=', province.code)
    .where('year', '=', year)
    .execute();
  return rows.map(listOf).find((list) => list !== undefined);
}

/** The same of every year of these provinces at once; asked for one by one. */
export async function currentListsOf(
  db: Reader,
  provinces: readonly ProvinceCode[],
): Promise<(of: ListOf) => CurrentList | undefined> {
  const rows = provinces.length === 0 ? [] : await currentLists(db).where('scope_code', 'in', provinces).execute();
  const byScope = Map.groupBy(rows, (row) => `${row.chain} ${row.scopeCode} ${row.year}`);
  return ({ chain, province, year }) =>
    (byScope.get(`${chain} ${province.code} ${year}`) ?? []).map(listOf).find((list) => list !== undefined);
}

function listOf({
  id,
  hash,
  at,
  kind,
}: Awaited<ReturnType<ReturnType<typeof currentLists>['execute']>>[number]): CurrentList | undefined {
  return kind === 'imported-counts' ? undefined : { id, hash, at, kind };
}

/** The file of a publication that exists. */
export async function publicationText(db: Reader, id: PublicationId): Promise<string> {
  const { bytes } = await db.selectFrom('publication').select('bytes').where('id', '=', id).executeTakeFirstOrThrow();
  return bytes;
}

/** How many publications of the scope and year there are, whatever their kind: the next one has the next number. */
export async function countPublications(
  db: Reader,
  { province, year }: Pick<ListOf, 'province' | 'year'>,
): Promise<number> {
  const row = await db
    .selectFrom('publication')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('scope_code', '=', province.code)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** All lists of a province up to a moment, in the order of the chain. */
export async function publicationsOf(
  db: Reader,
  { chain, province }: Pick<ListOf, 'chain' | 'province'>,
  until: Date,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('publication')
    .select('bytes')
    .where('chain', '=', chain)
    .where('scope_code', '=', province.code)
    .where('published_at', '<=', until)
    .orderBy('sequence')
    .execute();
  return rows.map(({ bytes }) => bytes);
}

/** Hash of the newest publication of a chain; null while there is none. */
export async function headHash(db: Reader, chain: 'main' | 'demo'): Promise<string | null> {
  const row = await db
    .selectFrom('publication')
    .select('hash')
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.hash ?? null;
}
