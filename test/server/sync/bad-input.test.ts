import { request } from 'node:http';
import type { AddressInfo } from 'node:net';

import { PUSH_SIZE, type PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { pulled } from '../../support/assessments.ts';
import { aDevice, aUserId, type TestDevice } from '../../support/changes.ts';
import { aField, type Field, outcomes } from '../../support/field.ts';
import { type Answer, expectProblem } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
let device: TestDevice;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  device = aDevice();
});

const AT = { indicatorId: 'penjaminan-mutu' };
const push = async (changes: readonly unknown[]): Promise<Answer> =>
  await field.phone.post('/api/sync/push', { changes });
const aLevel = (): Change => device.level(field.unit.id, AT, 1);

async function expectNothingStored(): Promise<void> {
  for (const table of ['answer_change', 'answer', 'device_cursor', 'quarantined_change'] as const) {
    expect(await site.db.selectFrom(table).selectAll().execute()).toEqual([]);
  }
  const { state, version } = await pulled(field.phone, field.unit.id);
  expect({ state, version }).toEqual({ state: 'assigned', version: 0 });
}

describe('a push that does not fit the contract', () => {
  const note = (value: unknown) => (change: Change) => ({ ...change, entry: { field: 'note', value } });
  const cases: readonly (readonly [string, (change: Change) => unknown, string])[] = [
    ['an unknown property', (change) => ({ ...change, admin: true }), 'body.changes.1'],
    [
      'an unknown property of a value',
      (change) => ({ ...change, entry: { ...change.entry, x: 1 } }),
      'body.changes.1.entry',
    ],
    [
      'a prototype as property',
      (change) => JSON.parse(JSON.stringify(change).replace('{', '{"constructor":{},')),
      'body.changes.1',
    ],
    ['an id that is no id', (change) => ({ ...change, id: "1' or '1'='1" }), 'body.changes.1.id'],
    ['an id of another version', (change) => ({ ...change, id: change.deviceId }), 'body.changes.1.id'],
    ['a number as text', (change) => ({ ...change, seq: '1' }), 'body.changes.1.seq'],
    ['a number below 1', (change) => ({ ...change, seq: 0 }), 'body.changes.1.seq'],
    ['a number no column holds', (change) => ({ ...change, seq: 2 ** 31 }), 'body.changes.1.seq'],
    [
      'a level that is no whole number',
      (change) => ({ ...change, entry: { field: 'answer', value: { kind: 'level', level: 1.5 } } }),
      'body.changes.1.entry.value.level',
    ],
    [
      'a level below 0',
      (change) => ({ ...change, entry: { field: 'answer', value: { kind: 'level', level: -1 } } }),
      'body.changes.1.entry.value.level',
    ],
    [
      'a field that does not exist',
      (change) => ({ ...change, entry: { field: 'score', value: 3 } }),
      'body.changes.1.entry.field',
    ],
    ['a subject that cannot be', (change) => ({ ...change, subjectId: 'user-1' }), 'body.changes.1.subjectId'],
    [
      'a base of 17',
      (change) => ({ ...change, base: Array.from({ length: 17 }, () => change.id) }),
      'body.changes.1.base',
    ],
    ['a base within a base', (change) => ({ ...change, base: [[change.id]] }), 'body.changes.1.base.0'],
    ['a moment that is none', (change) => ({ ...change, madeAt: '2024-02-31T00:00:00.000Z' }), 'body.changes.1.madeAt'],
    [
      'a moment in the year 0',
      (change) => ({ ...change, madeAt: '0000-02-01T00:00:00.000Z' }),
      'body.changes.1.madeAt',
    ],
    ['a note of 2,001 characters', note('x'.repeat(2_001)), 'body.changes.1.entry.value'],
    ['an empty note', note('   '), 'body.changes.1.entry.value'],
    ['a NUL in a note', note('Papan\0pengumuman'), 'body.changes.1.entry.value'],
    ['half a character in a note', note('Papan \uD83D pengumuman'), 'body.changes.1.entry.value'],
  ];
  it.each(cases)('is refused with the field: %s', async (_name, spoil, place) => {
    const reply = await push([aLevel(), spoil(aLevel())]);
    expectProblem(reply, 'invalid-request');
    expect(reply.body.errors.map(({ field: where }: { field: string }) => where)).toContain(place);
    await expectNothingStored();
  });

  it('is refused with 501 changes, none, no list, and without a body', async () => {
    const many = Array.from({ length: PUSH_SIZE + 1 }, aLevel);
    for (const body of [{ changes: many }, { changes: [] }, { changes: 'x' }, [], undefined]) {
      expectProblem(await field.phone.post('/api/sync/push', body), 'invalid-request');
    }
    await expectNothingStored();
  });

  it('is refused when it is nested ten thousand deep', async () => {
    const deep = `{"changes":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
    const reply = await site.app.inject({
      method: 'POST',
      url: '/api/sync/push',
      headers: { authorization: `Bearer ${field.phone.accessToken}`, 'content-type': 'application/json' },
      payload: deep,
    });
    expect(reply.statusCode).toBe(400);
  });
});

describe('a change that does not fit its unit', () => {
  const answer = (level: number) => ({ field: 'answer', value: { kind: 'level', level } }) as const;
  const cases: readonly (readonly [string, Partial<Change>, string])[] = [
    ['a level above the maximum', { entry: answer(4) }, 'level-out-of-range'],
    ['an indicator of another instrument', { indicatorId: 'toilet-pengguna' as never }, 'unknown-indicator'],
    ['a third product', { indicatorId: 'persyaratan' as never, subjectId: 'product-3' as never }, 'unknown-subject'],
    ['an answer of the wrong kind of subject', { subjectId: 'product-1' as never }, 'wrong-field'],
    [
      'a profile of an officer',
      {
        indicatorId: null,
        subjectId: 'officer-1' as never,
        entry: { field: 'profile', value: { gender: 'male', ageBand: '17-25', education: 'none', work: 'other' } },
      },
      'wrong-field',
    ],
    [
      'not applicable where it is always asked',
      { entry: { field: 'answer', value: { kind: 'not-applicable', reason: 'Tidak ada' } } },
      'not-applicable-not-allowed',
    ],
  ];
  it.each(cases)('is refused by itself: %s', async (_name, spoilt, reason) => {
    const changes = [
      { ...aLevel(), ...spoilt },
      device.level(field.unit.id, { indicatorId: 'kecukupan-pelaksana' }, 2),
    ];
    const { body } = await push(changes);
    expect(outcomes((body as PushAnswer).answers)).toEqual([`refused ${reason}`, 'applied']);
    expect((await pulled(field.phone, field.unit.id)).cells).toMatchObject([{ indicatorId: 'kecukupan-pelaksana' }]);
  });
});

describe('a text', () => {
  it.each([
    `<script>alert(1)</script><img src=x onerror=alert(1)>`,
    `'; drop table answer; --`,
    `\${process.exit(1)} {{7*7}} %s \\u0000 \\0`,
    'Kantor “Camat” — Rote 🏝️ نص ﷽',
    '__proto__',
  ])('comes back as it was entered: %s', async (text) => {
    const user = aUserId();
    await push([
      device.change(field.unit.id, AT, { field: 'note', value: text }),
      device.change(field.unit.id, { subjectId: 'product-1' }, { field: 'name', value: text }),
      device.change(
        field.unit.id,
        { indicatorId: 'pelayanan-terpadu', subjectId: 'product-1' },
        { field: 'answer', value: { kind: 'not-applicable', reason: text } },
      ),
      device.change(field.unit.id, { subjectId: user }, { field: 'presence', value: { state: 'absent' } }),
    ]);
    const { cells } = await pulled(field.phone, field.unit.id);
    const values = cells.map(({ current }) => current.entry.value);
    expect(values).toEqual(
      expect.arrayContaining([text, text, { kind: 'not-applicable', reason: text }, { state: 'absent' }]),
    );
  });
});

describe('a push of 20 MB', () => {
  const LARGE = 20 * 1024 * 1024;
  beforeAll(async () => void (await site.app.listen({ port: 0, host: '127.0.0.1' })));

  /** Sends the beginning and waits for the answer; whoever wants to read it all never gives one. */
  async function begin(headers: Readonly<Record<string, number>>, beginning: string): Promise<number | undefined> {
    const { port } = site.app.server.address() as AddressInfo;
    return await new Promise((resolve, reject) => {
      const asking = request({
        port,
        host: '127.0.0.1',
        path: '/api/sync/push',
        method: 'POST',
        headers: {
          authorization: `Bearer ${field.phone.accessToken}`,
          'content-type': 'application/json',
          ...headers,
        },
      });
      asking.on('error', reject);
      asking.on('response', (reply) => {
        resolve(reply.statusCode);
        asking.destroy();
      });
      asking.write(beginning);
    });
  }

  it('is refused before it is sent', async () => {
    expect(await begin({ 'content-length': LARGE }, '{"changes":[')).toBe(413);
    await expectNothingStored();
  });

  it('is refused after the first two, when its length is not told', async () => {
    expect(await begin({}, `{"changes":["${'x'.repeat(3 * 1024 * 1024)}`)).toBe(413);
    await expectNothingStored();
  });
});
