import { readdir } from 'node:fs/promises';

import { verifyAudit } from '@patuh/server/features/audit/verify';
import { migrate } from '@patuh/server/platform/migrate';
import { StartError } from '@patuh/server/platform/start-error';
import { sealPublication } from '@patuh/shared/publication/seal';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { up } from '../../../migrations/20261122T0900-publications.ts';
import { aBlankDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { nationalPayload, OFFICE_KEY, publishedPayload } from '../../support/publications.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await aBlankDatabase();
});
afterEach(async () => await database.close());

const first = sealPublication(publishedPayload('53', 2022), null, OFFICE_KEY);
const second = sealPublication(nationalPayload(2022), first.file.hash, OFFICE_KEY);

/** A database as the version without an audit left it. */
async function before(): Promise<void> {
  const { db } = database;
  await up(db as never);
  await sql`create table schema_migration (name text primary key, applied_at timestamptz not null default now())`.execute(
    db,
  );
  await sql`insert into schema_migration (name) values ('20261122T0900-publications')`.execute(db);
  for (const [index, { file, text }] of [first, second].entries()) {
    const { payload, hash, previous, keyId } = file;
    await sql`insert into publication values (${payload.id}, ${payload.chain}, ${index + 1}, ${payload.scope.kind},
      ${payload.scope.kind === 'province' ? payload.scope.code : 'nasional'}, ${payload.year}, ${payload.publicationKind},
      ${payload.title}, ${hash}, ${previous}, null, ${keyId}, ${payload.publishedAt}, ${text})`.execute(db);
  }
}

describe('the audit of a database that is older than the audit', () => {
  it('begins with an event for each publication that was there, and goes on from it', async () => {
    await before();
    await migrate(database.db);
    expect(await verifyAudit(database.db)).toMatchObject({
      ok: true,
      offices: [{ office: 'pusat', events: 2 }],
      publications: 2,
    });
    const events = await database.db.selectFrom('audit_event').select(['action', 'actor_kind', 'actor']).execute();
    const recorded = { action: 'publication.recorded', actor_kind: 'system', actor: 'migration' };
    expect(events).toEqual([recorded, recorded]);
  });

  it('is asked for in a sentence, and looking changes nothing', async () => {
    await before();
    const asked = verifyAudit(database.db);
    await expect(asked).rejects.toBeInstanceOf(StartError);
    await expect(asked).rejects.toThrow('This database has no audit yet');
    const { rows } = await sql<{ name: string }>`select name from schema_migration`.execute(database.db);
    expect(rows).toHaveLength(1);
  });
});

describe('the audit of a new database', () => {
  it('is empty and holds', async () => {
    await migrate(database.db);
    expect(await verifyAudit(database.db)).toEqual({
      ok: true,
      offices: [],
      publications: 0,
      published: [],
      lostHeads: [],
    });
    expect(await readdir(new URL('../../../migrations/', import.meta.url))).toContain('20261122T1100-audit.ts');
  });
});
