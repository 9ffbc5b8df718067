import { randomUUID } from 'node:crypto';

import { inTransaction } from '@patuh/server/platform/database';
import type { FieldFile } from '@patuh/shared/contracts/field-files';
import type { Change } from '@patuh/shared/domain/change';
import { type ChangeId, DeviceId } from '@patuh/shared/domain/ids';
import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pulled, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { tries } from '../../support/faults.ts';
import { aFieldFile } from '../../support/field-files.ts';
import { aField, type Field } from '../../support/field.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());

const PLACES = ['penjaminan-mutu', 'kecukupan-pelaksana'];

/** What happens to answers on their way; each names a stretch of them, by the share of all. */
const stretch = { from: fc.nat(9), count: fc.integer({ min: 1, max: 6 }) };
const Step = fc.record({
  kind: fc.constantFrom('pushed', 'pushed-anew', 'filed', 'filed-again', 'renumbered', 'backed-up', 'restored'),
  ...stretch,
  /** Who brings a file. */
  byColleague: fc.boolean(),
  /** Happens at the same time as the step before it. */
  atOnce: fc.boolean(),
  /** This entry of the file is damaged on the way. */
  damaged: fc.option(fc.nat(5)),
});
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

const ANSWERS = 10;

describe('whatever way answers take', () => {
  it('files and pushes in any order, under old and new numbers, over a restore: each stored exactly once as its author’s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const field = await aField(site);
        const device = aDevice();
        const all = Array.from({ length: ANSWERS }, (_, index) =>
          device.level(field.unit.id, { indicatorId: PLACES[index % PLACES.length]! }, index % 4),
        );
        const way: Way = { files: [], arrived: new Set() };
        const server = await aServerWithBackups();
        let kept: ReadonlySet<ChangeId> = new Set();
        let running: Promise<unknown>[] = [];
        for (const step of steps) {
          const isAlone = step.kind === 'backed-up' || step.kind === 'restored';
          if (!step.atOnce || isAlone) await Promise.all(running.splice(0));
          if (step.kind === 'backed-up') {
            await server.backUp();
            kept = new Set(way.arrived);
          } else if (step.kind === 'restored') {
            await server.restore();
            way.arrived = new Set(kept);
          } else {
            running.push(take(field, all, way, step));
          }
        }
        await Promise.all(running);
        running = [];
        expect(await storedIds()).toEqual([...way.arrived].toSorted());

        // Whatever came of it, the phone sends what it has, and is held up by nothing.
        const answers = await pushAll(field.phone, all);
        expect(answers.filter(({ outcome }) => outcome === 'held' || outcome === 'refused')).toEqual([]);
        expect(await storedIds()).toEqual(all.map(({ id }) => id).toSorted());
        const authors = await site.db.selectFrom('answer_change').select('person_id').distinct().execute();
        expect(authors).toEqual([{ person_id: field.maria.id }]);
        const { cells } = await pulled(field.helper, field.unit.id);
        expect(new Set(cells.map(({ indicatorId }) => indicatorId))).toEqual(new Set(PLACES));
      }),
      tries(25),
    );
  });
});

const storedIds = async (): Promise<readonly ChangeId[]> =>
  (await site.db.selectFrom('answer_change').select('id').execute()).map(({ id }) => id).toSorted();

/** A file as it was brought, and what in it is whole. */
interface Brought {
  readonly file: FieldFile;
  readonly whole: readonly ChangeId[];
}

interface Way {
  readonly files: Brought[];
  /** Whatever was brought to the server, in whichever way. */
  arrived: Set<ChangeId>;
}

async function take(field: Field, all: readonly Change[], { files, arrived }: Way, step: Step): Promise<void> {
  const { kind, from, count, byColleague } = step;
  if (kind === 'pushed' || kind === 'pushed-anew') {
    const some = kind === 'pushed' ? all.slice(0, from + count) : numberedAnew(all.slice(from, from + count));
    for (const { id } of some) arrived.add(id);
    await pushAll(field.phone, some);
    return;
  }
  const known = files[from % Math.max(1, files.length)];
  const brought =
    kind === 'filed-again' && known !== undefined ? known : fileOf(field, all.slice(from, from + count), step);
  files.push(brought);
  for (const id of brought.whole) arrived.add(id);
  const reply = await (byColleague ? field.helper : field.phone).post('/api/field-files', brought.file);
  expect(reply.status).toBe(brought.whole.length === 0 ? 422 : 200);
}

/** As the phone wrote it, or after it began to number anew; perhaps with one entry damaged. */
function fileOf({ maria }: Field, some: readonly Change[], { kind, damaged }: Step): Brought {
  const file = aFieldFile({ author: maria, changes: kind === 'renumbered' ? numberedAnew(some) : some });
  const entries = file.entries.map((entry, index) =>
    index === damaged ? { ...entry, sealed: Buffer.alloc(60, index).toString('base64') } : entry,
  );
  const whole = some.flatMap(({ id }, index) => (index === damaged ? [] : [id]));
  return { file: { ...file, entries }, whole };
}

function numberedAnew(some: readonly Change[]): readonly Change[] {
  const deviceId = DeviceId.parse(randomUUID());
  return some.map((change, index) => ({ ...change, deviceId, seq: index + 1 }));
}

/** What a push or a file writes. */
const WRITTEN = ['answer_change', 'answer', 'device_cursor', 'quarantined_change', 'quarantined_entry', 'assessment'];

/** The server as it stands now is what it is restored to until there is another backup. */
async function aServerWithBackups() {
  const inOne = async (statementOf: (table: string) => RawBuilder<unknown>): Promise<void> => {
    await inTransaction(site.db, async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      for (const table of WRITTEN) await statementOf(table).execute(trx);
    });
  };
  const copyOf = (table: string): RawBuilder<unknown> => sql.table(`backup_of_${table}`);
  const backUp = async (): Promise<void> => {
    await inOne((table) => sql`drop table if exists ${copyOf(table)}`);
    await inOne((table) => sql`create table ${copyOf(table)} as table ${sql.table(table)}`);
  };
  const restore = async (): Promise<void> => {
    await inOne((table) => sql`delete from ${sql.table(table)}`);
    await inOne((table) => sql`insert into ${sql.table(table)} table ${copyOf(table)}`);
  };
  await backUp();
  return { backUp, restore };
}
