import type pg from 'pg';

/** A table as the database itself describes it, so that no list has to be kept by hand. */
export interface StoredTable {
  readonly name: string;
  /** Without generated ones, which cannot be written. */
  readonly columns: readonly string[];
}

interface Row extends StoredTable {
  readonly refersTo: readonly string[];
}

/** Every table of the schema; each comes after those its foreign keys lead to. */
export async function storedTables(db: Pick<pg.ClientBase, 'query'>): Promise<readonly StoredTable[]> {
  const { rows } = await db.query<Row>(`
    select c.relname::text as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum) as columns,
      array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as "refersTo"
    from pg_class c
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
    order by c.relname`);
  return inOrderOfReference(rows).map(({ name, columns }) => ({ name, columns }));
}

/** Tables that refer to each other in a ring come last, by name: no order would suit them. */
function inOrderOfReference(tables: readonly Row[]): readonly Row[] {
  const ordered: Row[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const open = new Set(waiting.map(({ name }) => name));
    const ready = waiting.filter(({ refersTo }) => !refersTo.some((name) => open.has(name)));
    if (ready.length === 0) return [...ordered, ...waiting];
    ordered.push(...ready);
    const placed = new Set(ready);
    waiting = waiting.filter((table) => !placed.has(table));
  }
  return ordered;
}

/** A name as SQL takes it, whatever is in it. */
export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

export function columnList({ columns }: StoredTable): string {
  return columns.map(quoted).join(', ');
}
