import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { ROOT } from '../../support/root.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly mayBeEmpty: boolean;
  readonly refersTo: string;
  readonly isKey: boolean;
}

let database: TestDatabase;
let columns: readonly Column[];
beforeAll(async () => {
  database = await aDatabase();
  columns = await columnsOf(database);
});
afterAll(async () => await database.close());

async function columnsOf({ db }: TestDatabase): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as column, not a.attnotnull as "mayBeEmpty",
      case t.typname when 'bpchar' then 'character' when 'int4' then 'integer' when 'int8' then 'bigint'
        else t.typname end as type,
      coalesce((select f.confrelid::regclass::text from pg_constraint f
        where f.contype = 'f' and f.conrelid = c.oid and a.attnum = any(f.conkey)), '') as "refersTo",
      exists (select from pg_constraint p
        where p.contype = 'p' and p.conrelid = c.oid and a.attnum = any(p.conkey)) as "isKey"
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`.execute(db);
  return rows;
}

const page = readFileSync(join(ROOT, 'docs/data-model.md'), 'utf8');

/** One line per column in the tables of the page. */
function described(): string[] {
  return page.split(/^### /m).flatMap((section) => {
    const table = /^\w+/.exec(section)?.[0] ?? '';
    const rows = section.matchAll(/^\| `(\w+)` \| (\w+) \| (yes|no) \| (.+) \|$/gm);
    return [...rows].map(([, column, type, empty, meaning = '']) => {
      const refersTo = /→ `(\w+)`/.exec(meaning)?.[1] ?? '';
      return [table, column, type, empty, refersTo].join(' ');
    });
  });
}

/** One line per attribute in the diagrams of the page. */
function drawn(): string[] {
  const diagrams = [...page.matchAll(/```mermaid\n([^]*?)```/g)].map(([, diagram = '']) => diagram).join('\n');
  return [...diagrams.matchAll(/^ {2}(\w+) \{\n([^]*?)^ {2}\}/gm)].flatMap(([, table, body = '']) =>
    [...body.matchAll(/^ {4}(\w+) (\w+)(?: (PK|FK))?$/gm)].map(([, type, column, key = '']) =>
      [table, column, type, key].join(' '),
    ),
  );
}

describe('docs/data-model.md', () => {
  it('describes every table and column of the migrated database, and no other', () => {
    const real = columns.map(({ table, column, type, mayBeEmpty, refersTo }) =>
      [table, column, type, mayBeEmpty ? 'yes' : 'no', refersTo].join(' '),
    );
    expect(described().toSorted()).toEqual(real.toSorted());
  });

  it('draws the same columns and keys in its diagrams', () => {
    const real = columns.map(({ table, column, type, isKey, refersTo }) => {
      const foreignKey = refersTo === '' ? '' : 'FK';
      return [table, column, type, isKey ? 'PK' : foreignKey].join(' ');
    });
    expect(drawn().toSorted()).toEqual(real.toSorted());
  });

  it('says something about every column', () => {
    const meanings = [...page.matchAll(/^\| `\w+` \| \w+ \| (?:yes|no) \| (.+) \|$/gm)].map(
      ([, meaning = '']) => meaning,
    );
    expect(meanings.filter((meaning) => !/\w{3,}.*\./.test(meaning))).toEqual([]);
  });
});
