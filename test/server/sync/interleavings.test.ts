import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import type { ChangeId, PersonId } from '@patuh/shared/domain/ids';
import { type Head, placeChange } from '@patuh/shared/sync/place-change';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pulled } from '../../support/assessments.ts';
import { aDevice, type TestDevice } from '../../support/changes.ts';
import { aField, type Field, outcomes } from '../../support/field.ts';
import type { Client } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());

const PLACES = ['penjaminan-mutu', 'kecukupan-pelaksana'];

/** One step of one of three devices: an edit, or a push of what is not known to be stored. */
const Step = fc.record({
  device: fc.integer({ min: 0, max: 2 }),
  edits: fc.array(fc.record({ place: fc.integer({ min: 0, max: 1 }), level: fc.integer({ min: 0, max: 3 }) }), {
    maxLength: 3,
  }),
  /** Before the edits the device learns what is current. */
  pulls: fc.boolean(),
  /** The push never arrives; it arrives and its answer is lost; or all is well. */
  road: fc.constantFrom('lost', 'answer-lost', 'well'),
  /** Only so many of what waits, and beginning so many too early: what was answered is sent again. */
  size: fc.integer({ min: 1, max: 4 }),
  again: fc.integer({ min: 0, max: 2 }),
});

interface Phone {
  readonly client: Client;
  readonly by: PersonId;
  readonly device: TestDevice;
  readonly made: Change[];
  acknowledged: number;
  /** What the screen shows: the values of each place, as the device knows them. */
  readonly screen: Map<string, readonly ChangeId[]>;
}

function phones({ phone, helper, maria, yosef }: Field): readonly Phone[] {
  const aPhone = (client: Client, by: PersonId): Phone => ({
    client,
    by,
    device: aDevice(),
    made: [],
    acknowledged: 0,
    screen: new Map(),
  });
  return [aPhone(phone, maria.id), aPhone(helper, yosef.id), aPhone(phone, maria.id)];
}

describe('whatever the network does', () => {
  it('three devices end in the cells that each change, placed once in the order of arrival, gives', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const field = await aField(site);
        const all = phones(field);
        for (const step of steps) await take(field, all[step.device]!, step);
        for (const phone of all) await pushRest(phone);
        const { cells } = await pulled(field.phone, field.unit.id);
        const held = cells.map(({ indicatorId, current, others }) => {
          const conflicting = others.map(({ changeId }) => changeId);
          return [indicatorId ?? '', { current: current.changeId, others: conflicting }] as const;
        });
        expect(new Map(held)).toEqual(await modelOf(all));
        const made = all.flatMap((phone) => phone.made.map(({ id }) => id));
        const stored = await site.db.selectFrom('answer_change').select('id').execute();
        expect(stored.map(({ id }) => id).toSorted()).toEqual(made.toSorted());
      }),
      { numRuns: 25 },
    );
  });
});

async function take(
  field: Field,
  phone: Phone,
  { edits, pulls, road, size, again }: typeof Step extends fc.Arbitrary<infer S> ? S : never,
): Promise<void> {
  if (pulls) {
    const { cells } = await pulled(phone.client, field.unit.id);
    for (const { indicatorId, current, others } of cells) {
      // What the device has not sent yet stays on its screen.
      if (phone.made.slice(phone.acknowledged).some((change) => change.indicatorId === indicatorId)) continue;
      phone.screen.set(indicatorId ?? '', [current.changeId, ...others.map(({ changeId }) => changeId)]);
    }
  }
  for (const { place, level } of edits) {
    const indicatorId = PLACES[place] ?? '';
    const change = phone.device.level(field.unit.id, { indicatorId }, level, phone.screen.get(indicatorId) ?? []);
    phone.made.push(change);
    phone.screen.set(indicatorId, [change.id]);
  }
  const from = Math.max(0, phone.acknowledged - again);
  const changes = phone.made.slice(from, from + size);
  if (road === 'lost' || changes.length === 0) return;
  const told = outcomes(((await phone.client.post('/api/sync/push', { changes })).body as PushAnswer).answers);
  expect(told.filter((outcome) => outcome.startsWith('refused') || outcome.startsWith('held'))).toEqual([]);
  if (road === 'well') phone.acknowledged = Math.max(phone.acknowledged, from + changes.length);
}

async function pushRest(phone: Phone): Promise<void> {
  const changes = phone.made.slice(phone.acknowledged);
  if (changes.length > 0) await phone.client.post('/api/sync/push', { changes });
}

/** The rule of shared/sync over the history in the order in which it was stored, each change once. */
async function modelOf(all: readonly Phone[]) {
  const made = new Map(
    all.flatMap(({ by, made: own }) => own.map((change) => [change.id, { ...change, by }] as const)),
  );
  const order = await site.db
    .selectFrom('answer_change')
    .select('id')
    .orderBy('received_at')
    .orderBy('device_id')
    .orderBy('seq')
    .execute();
  const cells = new Map<string, { heads: readonly Head[]; bases: Map<ChangeId, readonly ChangeId[]> }>();
  for (const { id } of order) {
    const change = made.get(id)!;
    const past = cells.get(change.indicatorId ?? '') ?? { heads: [], bases: new Map() };
    const { heads } = placeChange(past, change);
    cells.set(change.indicatorId ?? '', { heads, bases: past.bases.set(id, change.base) });
  }
  return new Map(
    [...cells].map(([indicatorId, { heads }]) => {
      const ids = heads.map((head) => head.id);
      return [indicatorId, { current: ids.at(-1), others: ids.slice(0, -1) }];
    }),
  );
}
