import { randomUUID } from 'node:crypto';

import { lockAssessment } from '@patuh/server/platform/assessments/lock';
import { inTransaction, type Pooled, type Writer } from '@patuh/server/platform/database';
import type { pullChanges, PushAnswer } from '@patuh/shared/contracts/sync';
import { AssessmentId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as z from 'zod/mini';

import { anAssessment } from '../../support/assessments.ts';
import { aDevice, type TestDevice } from '../../support/changes.ts';
import { aField, type Field } from '../../support/field.ts';
import { type Answer, aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import { aPull } from '../../support/pulls.ts';
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

type Pulled = z.infer<typeof pullChanges.ok>;
type Had = { readonly assessmentId: AssessmentId; readonly version: number };
const ask = async (client: Client, wish: Parameters<typeof aPull>[0]): Promise<Pulled> =>
  (await client.post('/api/sync/pull', aPull(wish))).body as Pulled;
const pull = async (client: Client, ...have: readonly Had[]): Promise<Pulled> => await ask(client, { have });
const none = { assessments: [], whole: [] };
const push = async (indicatorId: string, level: number): Promise<number> => {
  const changes = [device.level(field.unit.id, { indicatorId }, level)];
  return ((await field.phone.post('/api/sync/push', { changes })).body as PushAnswer).receipts[0]?.version ?? -1;
};

describe('a pull', () => {
  it('brings a new device the whole assessment: unit, period, team, answers', async () => {
    await push('penjaminan-mutu', 2);
    const { assessments, gone } = await pull(field.helper);
    expect(gone).toEqual([]);
    expect(assessments).toMatchObject([
      {
        id: field.unit.id,
        version: 1,
        state: 'in-progress',
        notAssessed: null,
        submittedAt: null,
        period: {
          year: 2024,
          chain: 'main',
          instrument: { id: 'penilaian-2023-2024', version: 1 },
          scoreBeforeSubmission: false,
          clarificationUntil: null,
        },
        unit: {
          id: field.unit.unit.id,
          kind: 'health',
          kindName: 'Dinas Kesehatan',
          government: { code: '53.14' },
          province: { code: '53' },
        },
        team: {
          members: [
            { personId: field.maria.id, name: 'Maria', role: 'assessor' },
            { personId: field.yosef.id, name: 'Yosef', role: 'enumerator' },
          ],
        },
        cells: [{ indicatorId: 'penjaminan-mutu', current: { by: 'Maria' } }],
        points: [],
        late: [],
        files: [],
      },
    ]);
  });

  it('brings only what is newer, with the hash of everything', async () => {
    const first = await push('penjaminan-mutu', 2);
    const second = await push('kecukupan-pelaksana', 1);
    const whole = await pull(field.helper);
    const { assessments } = await pull(field.helper, { assessmentId: field.unit.id, version: first });
    expect(assessments[0]?.cells.map(({ indicatorId }) => indicatorId)).toEqual(['kecukupan-pelaksana']);
    expect(assessments[0]?.answersHash).toBe(whole.assessments[0]?.answersHash);
    expect(await pull(field.helper, { assessmentId: field.unit.id, version: second })).toMatchObject({
      ...none,
      gone: [],
    });
  });

  it('brings everything again to a device that is ahead of a restored server', async () => {
    await push('penjaminan-mutu', 2);
    const { assessments } = await pull(field.helper, { assessmentId: field.unit.id, version: 99 });
    expect(assessments[0]).toMatchObject({ version: 1, cells: [{ indicatorId: 'penjaminan-mutu' }] });
  });

  it('says what is sent whole: what the device did not have, and what it had from a server that is no more', async () => {
    const version = await push('penjaminan-mutu', 2);
    await push('kecukupan-pelaksana', 1);
    const { id: assessmentId } = field.unit;
    expect((await pull(field.helper)).whole).toEqual([assessmentId]);
    expect((await pull(field.helper, { assessmentId, version: 99 })).whole).toEqual([assessmentId]);
    expect((await pull(field.helper, { assessmentId, version })).whole).toEqual([]);
  });

  it('tells the last number taken of this device and of those it was before, of this person only', async () => {
    await push('penjaminan-mutu', 2);
    await push('kecukupan-pelaksana', 1);
    const now = aDevice().id;
    const never = aDevice().id;
    const asked = { device: now, earlier: [device.id, never] };
    expect((await ask(field.phone, asked)).taken).toEqual([
      { deviceId: now, lastSeq: 0 },
      { deviceId: device.id, lastSeq: 2 },
      { deviceId: never, lastSeq: 0 },
    ]);
    expect((await ask(field.helper, asked)).taken).toContainEqual({ deviceId: device.id, lastSeq: 0 });
  });

  it('says what is gone: another team’s, nobody’s, and one’s own after the grant was taken', async () => {
    const foreign = await anAssessment(site.db, { periodId: field.unit.periodId });
    const nowhere = AssessmentId.parse(randomUUID());
    const have = [foreign.id, nowhere, field.unit.id].map((assessmentId) => ({ assessmentId, version: 0 }));
    expect((await pull(field.helper, ...have)).gone).toEqual([foreign.id, nowhere]);
    const stranger = await aPerson(site.db, { grants: [grant('enumerator', '19')] });
    await site.db
      .insertInto('team_member')
      .values({ team_id: field.unit.teamId, person_id: stranger.id, role: 'enumerator' })
      .execute();
    expect(await pull(await signedIn(site, stranger), ...have)).toMatchObject({
      ...none,
      gone: [foreign.id, nowhere, field.unit.id],
    });
  });

  it('never passes over what is committed late', async () => {
    const seen = new Map<string, number>();
    let version = 0;
    const follow = async (): Promise<void> => {
      const { assessments } = await pull(field.helper, { assessmentId: field.unit.id, version });
      for (const view of assessments) {
        version = view.version;
        for (const { indicatorId, current } of view.cells) {
          if (current.entry.field === 'answer' && current.entry.value?.kind === 'level') {
            seen.set(indicatorId ?? '', current.entry.value.level);
          }
        }
      }
    };
    // A slow transaction holds the assessment; a push that came meanwhile waits for it and is committed after the pull.
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let locked = (): void => undefined;
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const slow = inTransaction(site.db, async (trx) => {
      await lockAssessment(trx, field.unit.id, new Date());
      locked();
      await held;
    });
    await isLocked;
    const waiting = push('penjaminan-mutu', 2);
    await follow();
    release();
    await slow;
    await waiting;
    await follow();
    expect(seen.get('penjaminan-mutu')).toBe(2);
  });

  it('follows eight devices that write at once without missing an answer', async () => {
    const devices = Array.from({ length: 8 }, () => aDevice());
    const places = ['penjaminan-mutu', 'kecukupan-pelaksana', 'dasar-hukum-standar', 'penyuluhan-masyarakat'];
    const copy = new Map<string, string>();
    let version = 0;
    const writing = new Set(devices);
    const follow = async (): Promise<void> => {
      const { assessments } = await pull(field.helper, { assessmentId: field.unit.id, version });
      for (const view of assessments) {
        version = view.version;
        for (const { indicatorId, current } of view.cells) copy.set(indicatorId ?? '', current.changeId);
      }
    };
    const following = (async () => {
      while (writing.size > 0) await follow();
    })();
    await Promise.all(
      devices.map(async (own, index) => {
        for (const indicatorId of places) {
          const changes = [own.level(field.unit.id, { indicatorId }, index % 4)];
          await field.phone.post('/api/sync/push', { changes });
        }
        writing.delete(own);
      }),
    );
    await following;
    await follow();
    const { assessments } = await pull(field.phone);
    const truth = new Map(
      (assessments[0]?.cells ?? []).map(({ indicatorId, current }) => [indicatorId ?? '', current.changeId]),
    );
    expect(copy).toEqual(truth);
  });

  it('is answered also where it and a push from before the device numbered anew wait for each other', async () => {
    const before = aDevice();
    for (const { id } of [device, before]) await ask(field.phone, { device: id });
    const rowOf = (db: Pooled | Writer, id: string) =>
      sql`select from device_cursor where device_id = ${id} for update`.execute(db);
    let asked: Promise<Answer> | undefined;
    const other = inTransaction(site.db, async (trx) => {
      await rowOf(trx, before.id);
      asked = field.phone.post('/api/sync/pull', aPull({ device: device.id, earlier: [before.id] }));
      await vi.waitFor(async () => {
        const { rows } = await sql`
          select from pg_locks where not granted
            and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(trx);
        expect(rows).toHaveLength(1);
      });
      await rowOf(trx, device.id);
    });
    // Postgres ends one of the two; who pushes tries again, and so does who pulls.
    await other.catch(() => undefined);
    expect((await asked)?.status).toBe(200);
  });

  it('refuses what does not fit the contract', async () => {
    const have = [{ assessmentId: field.unit.id, version: 0 }];
    const wrong = [
      { device: undefined },
      { more: 1 },
      { have: [{ ...have[0], version: -1 }] },
      { have: [{ ...have[0], version: '0' }] },
      { have: [{ assessmentId: 'x', version: 0 }] },
      { have: Array.from({ length: 501 }, () => have[0]) },
      { earlier: ['x'] },
      { earlier: Array.from({ length: 51 }, () => randomUUID()) },
      { device: { id: device.id, name: ' ', waiting: 0 } },
      { device: { id: device.id, name: 'n'.repeat(81), waiting: 0 } },
      { device: { id: device.id, name: 'Chrome', waiting: -1 } },
    ];
    for (const body of wrong) {
      const reply = await field.phone.post('/api/sync/pull', { ...aPull(), ...body });
      expect(reply.body).toMatchObject({ code: 'invalid-request', status: 400 });
    }
  });
});
