import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { ROOT } from '../../support/root.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());

const page = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
const queries = [...page.matchAll(/<<'SQL'\n(?<query>[^]*?)\nSQL$/gm)].map(({ groups }) => groups?.['query'] ?? '');

describe('docs/operations.md', () => {
  it('asks the database only what it understands', async () => {
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) await expect(sql.raw(query).execute(database.db)).resolves.toBeDefined();
  });
});
