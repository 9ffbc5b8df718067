import { beginGeneration } from '@patuh/server/platform/assessments/generation';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { AssessmentState } from '@patuh/shared/domain/assessment';
import type { Cell, Change } from '@patuh/shared/domain/change';
import type { PersonId } from '@patuh/shared/domain/ids';
import { IndicatorId, type Instrument } from '@patuh/shared/domain/instrument';
import { sql } from 'kysely';

import type { PullAnswer, PullInput } from '../../web/src/platform/field-store/field-server.ts';
import type { Far, World } from '../web/field/faults/far.ts';
import { pulled } from './assessments.ts';
import { emptyTables } from './database.ts';
import { type Field, putInto } from './field.ts';
import type { Client } from './people.ts';

/** The real server over HTTP, with a real database, as a season sees it: Maria with one phone, Yosef with two. */
export function realWorld(field: Field): World {
  return {
    far: new RealFar(field),
    people: [field.maria.id, field.yosef.id, field.yosef.id],
    unit: field.unit.id,
    questions: ['penjaminan-mutu', 'kecukupan-pelaksana', 'frekuensi-pengawasan-internal'].map((id) =>
      IndicatorId.parse(id),
    ),
  };
}

class RealFar implements Far {
  readonly #field: Field;
  readonly #backups: string[] = [];
  restores = 0;
  flawed = 0;

  constructor(field: Field) {
    this.#field = field;
  }

  async push(person: PersonId, changes: readonly Change[]): Promise<PushAnswer> {
    return await this.#ask(person, '/api/sync/push', { changes });
  }

  async pull(person: PersonId, asked: PullInput): Promise<PullAnswer> {
    const device = { ...asked.device, name: 'Chrome di Android' };
    return await this.#ask(person, '/api/sync/pull', { ...asked, device });
  }

  async takeFile(file: Parameters<Far['takeFile']>[0]) {
    const outcome = await this.#ask<Awaited<ReturnType<Far['takeFile']>>>(
      this.#field.maria.id,
      '/api/field-files',
      file,
    );
    this.flawed += outcome.refused;
    return outcome;
  }

  async keys(person: PersonId) {
    return (await this.#clientOf(person).get('/api/field-keys')).body;
  }

  async instrument(id: string, version: number): Promise<Instrument> {
    return (await this.#field.phone.get(`/api/form-instruments/${id}/${version}`)).body as Instrument;
  }

  async backUp(): Promise<void> {
    const { db } = this.#field.site;
    const schema = `backup_${this.#backups.length}`;
    await sql`drop schema if exists ${sql.ref(schema)} cascade`.execute(db);
    await sql`create schema ${sql.ref(schema)}`.execute(db);
    for (const table of await this.#tables()) {
      await sql`create table ${sql.table(`${schema}.${table}`)} as table ${sql.table(`public.${table}`)}`.execute(db);
    }
    this.#backups.push(schema);
  }

  /** As `npm run restore` does: rows back, then versions in numbers of their own. */
  async restore(age: number): Promise<void> {
    const schema = this.#backups.at(-1 - (age % Math.max(1, this.#backups.length)));
    if (schema === undefined) return;
    this.restores += 1;
    const { db } = this.#field.site;
    await emptyTables(db);
    const tables = await this.#tables();
    await db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      for (const table of tables) {
        const [to, from] = [sql.table(`public.${table}`), sql.table(`${schema}.${table}`)];
        const columns = sql.join((await this.#columns(table)).map((column) => sql.ref(column)));
        await sql`insert into ${to} (${columns}) overriding system value select ${columns} from ${from}`.execute(trx);
      }
    });
    await beginGeneration(db);
  }

  async becomes(state: AssessmentState): Promise<void> {
    if (state === 'submitted' || state === 'returned') await putInto(this.#field, this.#field.unit.id, state);
  }

  async stored() {
    const rows = await this.#field.site.db.selectFrom('answer_change').selectAll().execute();
    return rows.map((row) => ({
      by: row.person_id,
      change: {
        id: row.id,
        assessmentId: row.assessment_id,
        indicatorId: IndicatorId.parse(row.indicator_id),
        subjectId: row.subject_id,
        entry: { field: row.field, value: row.value } as Change['entry'],
        base: row.base,
        seq: row.seq,
        deviceId: row.device_id,
        madeAt: row.made_at.toISOString(),
      },
    }));
  }

  async cells(): Promise<readonly Cell[]> {
    return (await this.#view()).cells;
  }

  async hash(): Promise<string> {
    return (await this.#view()).answersHash;
  }

  async #view(): Promise<AssessmentView> {
    return await pulled(this.#field.phone, this.#field.unit.id);
  }

  async #tables(): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables
      where schemaname = 'public' and tablename <> 'schema_migration'`.execute(this.#field.site.db);
    return rows.map(({ name }) => name);
  }

  /** Those that the database does not compute itself. */
  async #columns(table: string): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select attname as name from pg_attribute
      where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      order by attnum`.execute(this.#field.site.db);
    return rows.map(({ name }) => name);
  }

  #clientOf(person: PersonId): Client {
    return person === this.#field.maria.id ? this.#field.phone : this.#field.helper;
  }

  async #ask<Value>(person: PersonId, path: string, body: unknown): Promise<Value> {
    const reply = await this.#clientOf(person).post(path, body);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body as Value;
  }
}
