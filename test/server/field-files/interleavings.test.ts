import { randomUUID } from 'node:crypto';

import type { FieldFile } from '@patuh/shared/contracts/field-files';
import type { Change } from '@patuh/shared/domain/change';
import { type ChangeId, DeviceId } from '@patuh/shared/domain/ids';
import fc from 'fast-check';
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
  kind: fc.constantFrom('pushed', 'filed', 'filed-again', 'renumbered'),
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
  it('files in any order and number, and pushes of the same in between, store each exactly once as its author’s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const field = await aField(site);
        const device = aDevice();
        const all = Array.from({ length: ANSWERS }, (_, index) =>
          device.level(field.unit.id, { indicatorId: PLACES[index % PLACES.length]! }, index % 4),
        );
        const files: Brought[] = [];
        const arrived = new Set<ChangeId>();
        let running: Promise<unknown>[] = [];
        for (const step of steps) {
          if (!step.atOnce) await Promise.all(running.splice(0));
          running.push(take(field, all, { files, arrived }, step));
        }
        await Promise.all(running);
        running = [];
        expect(await storedIds()).toEqual([...arrived].toSorted());

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
  readonly arrived: Set<ChangeId>;
}

async function take(field: Field, all: readonly Change[], { files, arrived }: Way, step: Step): Promise<void> {
  const { kind, from, count, byColleague } = step;
  if (kind === 'pushed') {
    const pushed = all.slice(0, from + count);
    for (const { id } of pushed) arrived.add(id);
    await pushAll(field.phone, pushed);
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
  const deviceId = DeviceId.parse(randomUUID());
  const anew = some.map((change, index) => ({ ...change, deviceId, seq: index + 1 }));
  const file = aFieldFile({ author: maria, changes: kind === 'renumbered' ? anew : some });
  const entries = file.entries.map((entry, index) =>
    index === damaged ? { ...entry, sealed: Buffer.alloc(60, index).toString('base64') } : entry,
  );
  const whole = some.flatMap(({ id }, index) => (index === damaged ? [] : [id]));
  return { file: { ...file, entries }, whole };
}
