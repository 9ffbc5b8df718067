import { setTimeout as pause } from 'node:timers/promises';

import { openDatabase } from '@patuh/server/platform/postgres';
import type { Pooled } from '@patuh/server/platform/database';
import type { AssessmentId, ChangeId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anAssessment } from '../support/assessments.ts';
import { aDevice, type TestDevice } from '../support/changes.ts';
import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { chanceFrom, FaultCount, many, SEED } from '../support/faults.ts';
import { aPerson, grant, type TestPerson } from '../support/people.ts';
import { postgresOf, run, type RunningServer, startServer } from '../support/processes.ts';
import { aPushingPhone, type PushingPhone } from '../support/pushing-phone.ts';

const PASSWORD = 'kuda laut berenang pelan di teluk';
const PLACES = ['penjaminan-mutu', 'kecukupan-pelaksana', 'dasar-hukum-standar', 'penyuluhan-masyarakat'];
/** Of one fault, on each phone. */
const ENTERED = 60;
/** Longer than any push should take on this machine; what one took says where within the next the fault falls. */
const FIRST_GUESS_MS = 60;

/** Two phones of one team that push to the same unit, each in its turn hurt by the same fault. */
interface Team {
  readonly dataDir: string;
  readonly unit: AssessmentId;
  readonly phones: readonly { readonly phone: PushingPhone; readonly device: TestDevice }[];
  server: RunningServer;
  /** How long the last push took that was answered. */
  pushMs: number;
}

const PATIENCE = many(120_000);

const chance = chanceFrom(SEED);
const faults = new FaultCount();
let lost = 0;
let team: Team;

beforeAll(async () => {
  const dataDir = await aDataDir();
  const server = await startServer({ dataDir });
  const { people, unit } = await inDatabase(dataDir, async (db) => {
    const made: TestPerson[] = [];
    for (const role of ['assessor', 'enumerator'] as const) {
      made.push(await aPerson(db, { grants: [grant(role, '53')], password: PASSWORD }));
    }
    const [assessor, enumerator] = made;
    const assessment = await anAssessment(db, {
      members: [
        { personId: assessor!.id, role: 'assessor' },
        { personId: enumerator!.id, role: 'enumerator' },
      ],
    });
    return { people: made, unit: assessment.id };
  });
  const phones = await Promise.all(
    people.map(async (person) => ({ phone: aPushingPhone(await signIn(server, person)), device: aDevice() })),
  );
  team = { dataDir, unit, phones, server, pushMs: FIRST_GUESS_MS };
});
afterAll(async () => {
  faults.say('push-faults', lost);
  await clearDataDirs();
});

describe('what was entered on two phones', () => {
  it(
    'is stored once when the answer is lost on the way, and sent again',
    async () => {
      for (let round = 0; round < many(12); round += 1) {
        enterOnBoth();
        await Promise.all(
          team.phones.map(async ({ phone }) => {
            const cut = new AbortController();
            const pushing = push(phone, cut.signal);
            await untilSomewhereInAPush();
            cut.abort();
            await pushing;
          }),
        );
        await look('connections cut');
        await pushSome();
      }
      await pushEverything();
      await expectEachOnce();
    },
    PATIENCE,
  );

  it(
    'is stored once when the server is killed with kill -9 in mid-push, again and again',
    async () => {
      for (let round = 0; round < many(6); round += 1) {
        enterOnBoth();
        await hurtWhilePushing(() => team.server.kill('SIGKILL'));
        await team.server.ended;
        team.server = await startServer({ dataDir: team.dataDir });
        await look('kills of the server');
        await pushSome();
      }
      await pushEverything();
      await expectEachOnce();
    },
    PATIENCE,
  );

  it(
    'is stored once when Postgres is killed in mid-push, again and again',
    async () => {
      for (let round = 0; round < many(6); round += 1) {
        enterOnBoth();
        const before = timesBack();
        await hurtWhilePushing(() => process.kill(postgresOf(team.dataDir)!, 'SIGKILL'));
        while (timesBack() === before) await pause(20);
        await look('kills of Postgres');
        await pushSome();
      }
      await pushEverything();
      await expectEachOnce();
    },
    PATIENCE,
  );

  it('stands in an audit that holds from the first event to the last', async () => {
    const verified = await run(['.ci/bootstrap.mjs', 'audit:verify'], { dataDir: team.dataDir }).ended;
    expect(verified).toMatchObject({ code: 0, stderr: '' });
    expect(verified.stdout).toContain('chain 53 unbroken');
    expect(verified.stdout).toContain('the audit holds');
  });
});

function enterOnBoth(): void {
  for (const { phone, device } of team.phones) {
    phone.enter(
      Array.from({ length: ENTERED }, () => {
        const indicatorId = PLACES[Math.floor(chance() * PLACES.length)]!;
        return device.level(team.unit, { indicatorId }, Math.floor(chance() * 4));
      }),
    );
  }
}

/** Both phones push without end until it hurts. */
async function hurtWhilePushing(hurt: () => void): Promise<void> {
  const over = new AbortController();
  const pushing = team.phones.map(async ({ phone }) => {
    while (!over.signal.aborted && phone.waiting() > 0) if (!(await push(phone))) return;
  });
  await untilSomewhereInAPush();
  hurt();
  over.abort();
  await Promise.all(pushing);
}

async function push(phone: PushingPhone, signal?: AbortSignal): Promise<boolean> {
  const from = performance.now();
  const isAnswered = await phone.push(team.server.address, signal);
  if (isAnswered) team.pushMs = performance.now() - from;
  return isAnswered;
}

/** The fault is to fall anywhere between the first byte and the answer. */
async function untilSomewhereInAPush(): Promise<void> {
  await pause(chance() * team.pushMs * 1.2);
}

/** What a phone was told is stored is there, whether or not it will ever send again; says how far the pushes had come. */
async function look(fault: string): Promise<void> {
  const stored = new Set(await storedIds());
  const missing = team.phones.flatMap(({ phone }) => [...phone.acknowledged].filter((id) => !stored.has(id)));
  lost += missing.length;
  expect(missing).toEqual([]);
  const told = team.phones.reduce((sum, { phone }) => sum + phone.acknowledged.size, 0);
  faults.add(stored.size > told ? `${fault} between commit and answer` : fault);
}

/** The phones go on as they were, so that the next fault meets what the last one left. */
async function pushSome(): Promise<void> {
  for (const { phone } of team.phones) await push(phone);
}

async function pushEverything(): Promise<void> {
  for (const { phone } of team.phones) {
    while (phone.waiting() > 0) if (!(await push(phone))) await pause(50);
  }
}

/** Everything entered is in the history once, under the numbers of its device without a gap, and nothing else is. */
async function expectEachOnce(): Promise<void> {
  const entered = team.phones.flatMap(({ phone }) => phone.entered);
  expect((await storedIds()).toSorted()).toEqual(entered.map(({ id }) => id).toSorted());
  await inDatabase(team.dataDir, async (db) => {
    for (const { phone, device } of team.phones) {
      const rows = await db
        .selectFrom('answer_change')
        .select(['id', 'seq'])
        .where('device_id', '=', device.id)
        .orderBy('seq')
        .execute();
      expect(rows).toEqual(phone.entered.map(({ id, seq }) => ({ id, seq })));
      const cursor = db.selectFrom('device_cursor').select('last_seq').where('device_id', '=', device.id);
      expect(await cursor.execute()).toEqual([{ last_seq: phone.entered.length }]);
    }
    expect(await db.selectFrom('quarantined_change').select('id').execute()).toEqual([]);
    await expectHeadsOnBoard(db);
  });
}

/** At each place stands the newest of one phone or of both, who did not see each other’s: nothing of a torn push is left. */
async function expectHeadsOnBoard(db: Pooled): Promise<void> {
  const cells = await db.selectFrom('answer').select(['indicator_id', 'heads', 'change_id']).execute();
  expect(cells).toHaveLength(PLACES.length);
  for (const { indicator_id: place, heads, change_id: current } of cells) {
    const newest = team.phones.map(
      ({ phone }) => phone.entered.findLast(({ indicatorId }) => indicatorId === place)?.id,
    );
    expect(newest).toContain(current);
    expect(newest).toEqual(expect.arrayContaining(heads));
  }
}

async function storedIds(): Promise<ChangeId[]> {
  return await inDatabase(team.dataDir, async (db) => {
    const rows = await db.selectFrom('answer_change').select('id').execute();
    return rows.map(({ id }) => id);
  });
}

/** Beside the server, which keeps the database running. */
async function inDatabase<T>(dataDir: string, work: (db: Pooled) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, { role: 'command' });
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}

async function signIn({ address }: RunningServer, { email }: TestPerson): Promise<string> {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD, deviceName: 'Ponsel' }),
  });
  const { accessToken } = (await reply.json()) as { accessToken: string };
  return accessToken;
}

/** How often the server has said that its database is there again. */
function timesBack(): number {
  return team.server.output().split('The database is back').length;
}
