import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { checkStore } from '@patuh/server/features/uploads/check-store';
import { folderStore } from '@patuh/server/platform/evidence/folder-store';
import { type EvidenceStore, StoreFull } from '@patuh/server/platform/evidence/store';
import { RECEIPT_HEADER, UPLOAD_CHUNK } from '@patuh/shared/contracts/evidence';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { FaultCount, tries } from '../../support/faults.ts';
import { aField, type Field } from '../../support/field.ts';
import { type Answer, expectProblem } from '../../support/people.ts';
import { cutPatch, hangingPatch } from '../../support/raw-upload.ts';
import { aSite, type Site } from '../../support/site.ts';
import { addressOf, fileOf, sender, someBytes, type TestFile } from '../../support/uploads.ts';

const SIZE = 5 * UPLOAD_CHUNK - 1000;
const anything = async () => await Promise.resolve({ width: null, height: null, look: null });

const faults = new FaultCount();
let site: Site;
let field: Field;
let port: number;
/** Where a test wants it, there is room for so many bytes and no more. */
const disk = { room: Number.MAX_SAFE_INTEGER };

beforeAll(async () => {
  site = await aSite({ history: false, inspectFile: anything });
  await site.app.listen({ host: '127.0.0.1', port: 0 });
  port = (site.app.server.address() as AddressInfo).port;
});
afterAll(async () => {
  faults.say('upload faults', 0);
  await site.close();
});
beforeEach(async () => {
  field = await aField(site);
});

const receipt = ({ headers }: Answer): unknown => headers[RECEIPT_HEADER];

/** The bytes on the disk and the rows say the same: whatever has a receipt is there as its hash says, and nothing else is. */
async function expectWhole(of: Site = site): Promise<void> {
  const report = await checkStore({ db: of.db, store: of.evidence, now: () => new Date() }, { deep: true });
  expect(report).toMatchObject({ missing: [], damaged: [] });
}

let seed = 100;
function aFile(size = SIZE): TestFile {
  seed += 1;
  return fileOf(someBytes(size, seed));
}

async function arrived(address: string, bytes: number): Promise<void> {
  const id = address.split('/').at(-1) ?? '';
  await expect.poll(async () => await site.evidence.uploaded(id), { timeout: 20_000, interval: 5 }).toBe(bytes);
}

/** Sends what is missing, as a phone does that comes back. */
async function goOn(file: TestFile, address: string): Promise<Answer> {
  const phone = sender(site, field.phone);
  let answer = await phone.where(address);
  while (receipt(answer) === undefined) {
    // What was sent before the line broke came after it was asked.
    if (answer.status === 409) answer = await phone.where(address);
    expect(answer.status).toBeLessThan(300);
    const at = Number(answer.headers['upload-offset']);
    answer = await phone.send(address, at, file.bytes.subarray(at, at + UPLOAD_CHUNK));
  }
  return answer;
}

describe('a line that breaks', () => {
  it('at every boundary of a piece, beside it and in between costs nothing of what had arrived', async () => {
    const boundaries = Array.from({ length: 6 }, (_, index) => index * UPLOAD_CHUNK);
    const cuts = [...new Set(boundaries.flatMap((at) => [at - 1, at, at + 1, at + UPLOAD_CHUNK / 2]))].filter(
      (at) => at >= 0 && at < SIZE,
    );
    const phone = sender(site, field.phone);
    for (const sent of cuts) {
      const file = aFile();
      const address = addressOf(await phone.begin(file, field.unit.id));
      const { accessToken: token } = field.phone;
      const socket = await hangingPatch({ port, token, address, from: 0, bytes: file.bytes, sent });
      await arrived(address, sent);
      socket.destroy();
      expect((await phone.where(address)).headers['upload-offset']).toBe(String(sent));
      expect(receipt(await goOn(file, address))).toBe(file.sha256);
      faults.add('lines cut');
    }
    await expectWhole();
  });

  it('wherever and however often leads to the file', async () => {
    const phone = sender(site, field.phone);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: SIZE }), { maxLength: 4 }), async (lengths) => {
        const file = aFile();
        const address = addressOf(await phone.begin(file, field.unit.id));
        const { accessToken: token } = field.phone;
        for (const length of lengths) {
          const from = Number((await phone.where(address)).headers['upload-offset']);
          const bytes = file.bytes.subarray(from);
          // The very last byte stays for the end: with it the upload would be over.
          const sent = Math.min(length, bytes.length - 1);
          await cutPatch({ port, token, address, from, bytes, sent });
          faults.add('lines cut');
        }
        expect(receipt(await goOn(file, address))).toBe(file.sha256);
      }),
      tries(10),
    );
    await expectWhole();
  });

  it('in silence makes way for the phone that comes back on another: what had arrived is kept', async () => {
    const phone = sender(site, field.phone);
    const file = aFile();
    const address = addressOf(await phone.begin(file, field.unit.id));
    const patch = { port, token: field.phone.accessToken, address, from: 0, bytes: file.bytes, sent: 70_000 };
    const socket = await hangingPatch(patch);
    await arrived(address, 70_000);
    expect((await phone.where(address)).headers['upload-offset']).toBe('70000');
    expect(receipt(await goOn(file, address))).toBe(file.sha256);
    socket.destroy();
    faults.add('lines that hang');
    await expectWhole();
  });

  it('after the last byte costs nothing: whoever announces the file again gets its receipt', async () => {
    const phone = sender(site, field.phone);
    const file = aFile();
    const address = addressOf(await phone.begin(file, field.unit.id));
    await cutPatch({ port, token: field.phone.accessToken, address, from: 0, bytes: file.bytes, sent: SIZE });
    await expect.poll(async () => receipt(await phone.begin(file, field.unit.id))).toBe(file.sha256);
    faults.add('answers lost');
    await expectWhole();
  });
});

describe('the same file', () => {
  it('from two phones of the team at the same moment is one, and both are told', async () => {
    const file = aFile();
    const senders = [field.phone, field.helper].map((client) => sender(site, client));
    const answers = await Promise.all(senders.map(async (phone) => await phone.begin(file, field.unit.id, file.bytes)));
    expect(answers.map(receipt)).toEqual([file.sha256, file.sha256]);
    await expectOnce(file);
  });

  it('finished by fifty requests at once is one, and all are told', async () => {
    const phone = sender(site, field.phone);
    const file = aFile(40_000);
    const address = addressOf(await phone.begin(file, field.unit.id));
    const answers = await Promise.all(Array.from({ length: 50 }, async () => await phone.send(address, 0, file.bytes)));
    expect(new Set(answers.map(receipt))).toEqual(new Set([file.sha256]));
    await expectOnce(file);
  });

  async function expectOnce({ sha256 }: TestFile): Promise<void> {
    const rows = await site.db.selectFrom('assessment_file').select('sha256').where('sha256', '=', sha256).execute();
    expect(rows).toHaveLength(1);
    const events = await site.db.selectFrom('audit_event').select('id').where('after_hash', '=', sha256).execute();
    expect(events).toHaveLength(1);
    expect(await site.db.selectFrom('upload').select('id').execute()).toEqual([]);
    await expectWhole();
  }
});

describe('other content under the same upload', () => {
  it('is noticed with the last byte, thrown away, and the right one arrives afterwards', async () => {
    const phone = sender(site, field.phone);
    const [file, other] = [aFile(), aFile()];
    const address = addressOf(await phone.begin(file, field.unit.id, file.bytes.subarray(0, UPLOAD_CHUNK)));
    expectProblem(await phone.send(address, UPLOAD_CHUNK, other.bytes.subarray(UPLOAD_CHUNK)), 'file-differs');
    expect((await phone.where(address)).status).toBe(404);
    expect([await site.evidence.has(file.sha256), await site.evidence.has(other.sha256)]).toEqual([false, false]);
    expect(receipt(await phone.begin(file, field.unit.id, file.bytes))).toBe(file.sha256);
    await expectWhole();
  });
});

describe('a disk that is full', () => {
  it('takes what it can, says so, loses nothing, and goes on once there is room', async () => {
    const { dir, grow, close } = await aSmallDisk();
    const full = await aSite({ history: false, inspectFile: anything, evidence: () => limited(folderStore(dir)) });
    try {
      const there = await aField(full);
      const phone = sender(full, there.phone);
      const file = aFile();
      const address = addressOf(await phone.begin(file, there.unit.id));
      const refused = await phone.send(address, 0, file.bytes);
      expectProblem(refused, 'storage-full');
      expect(refused.headers['retry-after']).toBe('60');
      expect(await full.db.selectFrom('evidence_file').select('sha256').execute()).toEqual([]);
      expect(await full.evidence.has(file.sha256)).toBe(false);
      await grow();
      const at = Number((await phone.where(address)).headers['upload-offset']);
      expect(receipt(await phone.send(address, at, file.bytes.subarray(at)))).toBe(file.sha256);
      await expectWhole(full);
    } finally {
      await full.close();
      await close();
    }
  });

  it('that has room for the upload and not for the file keeps the upload, and no half file', async () => {
    const { dir, grow, close } = await aSmallDisk();
    const full = await aSite({ history: false, inspectFile: anything, evidence: () => limited(folderStore(dir)) });
    try {
      const there = await aField(full);
      const phone = sender(full, there.phone);
      const file = aFile(130_000);
      expectProblem(await phone.begin(file, there.unit.id, file.bytes), 'storage-full');
      expect((await phone.begin(file, there.unit.id)).status).toBe(507);
      expect(await full.evidence.has(file.sha256)).toBe(false);
      await grow();
      expect(receipt(await phone.begin(file, there.unit.id))).toBe(file.sha256);
      await expectWhole(full);
    } finally {
      await full.close();
      await close();
    }
  });
});

/** A disk of 200 kB: a real one where this user may mount, else one that counts. */
async function aSmallDisk() {
  const dir = await mkdtemp(join(tmpdir(), 'patuh-small-disk-'));
  const mount = (options: string): boolean => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', dir], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const real = mount('size=200k');
  disk.room = real ? Number.MAX_SAFE_INTEGER : 200_000;
  return {
    dir,
    grow: async () => {
      if (real) execFileSync('mount', ['-o', 'remount,size=20m', dir]);
      disk.room = Number.MAX_SAFE_INTEGER;
      await Promise.resolve();
    },
    close: async () => {
      disk.room = Number.MAX_SAFE_INTEGER;
      if (real) execFileSync('umount', [dir]);
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A store whose disk has so much room, for users who may not mount one. */
function limited(store: EvidenceStore): EvidenceStore {
  return {
    ...store,
    append: async (id, { from, to }, bytes) => {
      const at = await store.append(id, { from, to: Math.min(to, disk.room) }, bytes);
      if (at < to && at === disk.room) throw new StoreFull('no room');
      return at;
    },
    keep: async (id, sha256) => {
      if ((await store.uploaded(id)) * 2 > disk.room) throw new StoreFull('no room');
      await store.keep(id, sha256);
    },
  };
}
