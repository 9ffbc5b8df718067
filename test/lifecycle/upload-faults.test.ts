import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Pooled } from '@patuh/server/platform/database';
import { openDatabase } from '@patuh/server/platform/postgres';
import { RECEIPT_HEADER, TUS_VERSION, UPLOAD_CONTENT_TYPE, UPLOADS_PATH } from '@patuh/shared/contracts/evidence';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anAssessment } from '../support/assessments.ts';
import { aDataDir, clearDataDirs } from '../support/data-dir.ts';
import { chanceFrom, FaultCount, many, SEED } from '../support/faults.ts';
import { aPerson, grant } from '../support/people.ts';
import { run, type RunningServer, startServer } from '../support/processes.ts';
import { aPhoto, creationHeaders, type TestFile } from '../support/uploads.ts';

const PASSWORD = 'kuda laut berenang pelan di teluk';
const KILLS = many(6);
const PHOTOS_PER_KILL = 8;
/** Longer than sending a photo takes on this machine. */
const SOMEWHERE_MS = 120;

const chance = chanceFrom(SEED);
const faults = new FaultCount();
let dataDir: string;
let server: RunningServer;
let token: string;
let unit: AssessmentId;

beforeAll(async () => {
  dataDir = await aDataDir();
  server = await startServer({ dataDir });
  const person = await inDatabase(async (db) => {
    const made = await aPerson(db, { grants: [grant('assessor', '53')], password: PASSWORD });
    unit = (await anAssessment(db, { members: [{ personId: made.id, role: 'assessor' }] })).id;
    return made;
  });
  const reply = await fetch(`${server.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: person.email, password: PASSWORD, deviceName: 'Ponsel' }),
  });
  ({ accessToken: token } = (await reply.json()) as { accessToken: string });
});
afterAll(async () => {
  faults.say('upload-faults', 0);
  await clearDataDirs();
});

async function inDatabase<T>(work: (db: Pooled) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, { role: 'command' });
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}

/** Announces a photo and sends all of it; answers whether there was a receipt. Throws where the server went away. */
async function send(photo: TestFile): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': TUS_VERSION };
  const begun = await fetch(`${server.address}${UPLOADS_PATH}`, {
    method: 'POST',
    headers: { ...headers, ...creationHeaders(photo, unit) },
  });
  if (begun.headers.get(RECEIPT_HEADER) === photo.sha256) return true;
  const at = begun.headers.get('upload-offset') ?? '0';
  const sent = await fetch(new URL(begun.headers.get('location') ?? '', server.address), {
    method: 'PATCH',
    headers: { ...headers, 'content-type': UPLOAD_CONTENT_TYPE, 'upload-offset': at },
    body: new Uint8Array(photo.bytes.subarray(Number(at))),
  });
  return sent.headers.get(RECEIPT_HEADER) === photo.sha256;
}

async function sendAll(photos: readonly TestFile[], receipts: Set<string>): Promise<void> {
  const gone = (): boolean => false;
  await Promise.all(
    photos.map(async (photo) => {
      if (await send(photo).catch(gone)) receipts.add(photo.sha256);
    }),
  );
}

async function expectReceiptsHold(receipts: ReadonlySet<string>): Promise<void> {
  const rows = await inDatabase(
    async (db) => await db.selectFrom('assessment_file').select('sha256').where('assessment_id', '=', unit).execute(),
  );
  const here = new Set(rows.map(({ sha256 }) => sha256));
  expect([...receipts].filter((sha256) => !here.has(sha256))).toEqual([]);
  const checked = await run(['server/src/commands/evidence.ts', 'check', '--deep'], { dataDir }).ended;
  expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('the evidence is whole') });
}

describe('photos on their way', () => {
  it(
    'are whole or not there when the server is killed with kill -9, again and again, and a receipt holds',
    async () => {
      const receipts = new Set<string>();
      const photos: TestFile[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const next = await Promise.all(
          Array.from({ length: PHOTOS_PER_KILL }, async (_, index) => await aPhoto(kill * 100 + index, 200)),
        );
        photos.push(...next);
        const sending = sendAll(photos, receipts);
        await pause(chance() * SOMEWHERE_MS);
        server.kill('SIGKILL');
        await Promise.all([server.ended, sending]);
        faults.add('kills of the server');
        server = await startServer({ dataDir });
        await expectReceiptsHold(receipts);
      }
      await sendAll(photos, receipts);
      expect(receipts.size).toBe(photos.length);
      await expectReceiptsHold(receipts);
      const { stdout } = await run(['server/src/commands/evidence.ts', 'check'], { dataDir }).ended;
      expect(stdout).toContain(`${photos.length} files`);
      expect(stdout).toContain('0 orphaned, 0 uploads given up');
      expect(await readdir(join(dataDir, 'evidence/uploads'))).toEqual([]);
    },
    many(120_000),
  );
});
