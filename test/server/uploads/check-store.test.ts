import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { checkStore, forgetUploads, GIVEN_UP_DAYS } from '@patuh/server/features/uploads/check-store';
import { RECEIPT_HEADER } from '@patuh/shared/contracts/evidence';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { flip } from '../../support/backups.ts';
import { aField, type Field } from '../../support/field.ts';
import { expectProblem } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { addressOf, fileOf, keepIn, rowOf, sender, someBytes, type TestFile } from '../../support/uploads.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let site: Site;
let field: Field;
let seed = 500;
beforeAll(async () => {
  site = await aSite({
    history: false,
    inspectFile: async () => await Promise.resolve({ width: null, height: null, look: null }),
  });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  await rm(join(site.evidenceDir, 'files'), { recursive: true, force: true });
  await rm(join(site.evidenceDir, 'uploads'), { recursive: true, force: true });
});

const placeOf = ({ sha256 }: TestFile): string => join(site.evidenceDir, 'files', sha256.slice(0, 2), sha256);

async function check(deep = false, days = 0) {
  const now = (): Date => new Date(Date.now() + days * DAY_MS);
  return await checkStore({ db: site.db, store: site.evidence, now }, { deep });
}

function aFile(): TestFile {
  seed += 1;
  return fileOf(someBytes(3_000, seed));
}

async function arrived(): Promise<TestFile> {
  const file = aFile();
  await keepIn(site.evidence, file);
  await rowOf(site.db, file);
  return file;
}

describe('looking through the evidence', () => {
  it('finds nothing to say where files and rows agree', async () => {
    await arrived();
    expect(await check(true)).toEqual({
      files: 1,
      bytes: 3_000,
      missing: [],
      damaged: [],
      orphaned: [],
      givenUp: [],
    });
  });

  it('names a file that is gone, and one of another length', async () => {
    const [gone, longer] = [await arrived(), await arrived()];
    await rm(placeOf(gone));
    await rm(placeOf(longer));
    await keepIn(site.evidence, longer);
    await site.db.updateTable('evidence_file').set({ size: 2_999 }).where('sha256', '=', longer.sha256).execute();
    expect(await check()).toMatchObject({ missing: [gone.sha256], damaged: [longer.sha256] });
  });

  it('finds one turned bit only by reading every file', async () => {
    const file = await arrived();
    await flip(placeOf(file), 1_500);
    expect((await check()).damaged).toEqual([]);
    expect((await check(true)).damaged).toEqual([file.sha256]);
  });

  it('tells a file that nobody was told of from one that is just being finished', async () => {
    const [orphan, finishing] = [aFile(), aFile()];
    await keepIn(site.evidence, orphan);
    await sender(site, field.phone).begin(finishing, field.unit.id);
    await keepIn(site.evidence, finishing);
    expect((await check()).orphaned).toEqual([orphan.sha256]);
  });

  it('forgets an upload to which nobody came back, and bytes that belong to none; never one that goes on', async () => {
    const phone = sender(site, field.phone);
    const file = aFile();
    const address = addressOf(await phone.begin(file, field.unit.id, file.bytes.subarray(0, 10)));
    const id = address.split('/').at(-1) ?? '';
    const lost = randomUUID();
    await site.evidence.append(lost, { from: 0, to: 5 }, Readable.from([Buffer.from('bytes')]));
    expect((await check(false, GIVEN_UP_DAYS - 1)).givenUp).toEqual([]);
    const { givenUp } = await check(false, GIVEN_UP_DAYS + 1);
    expect(givenUp.toSorted()).toEqual([id, lost].toSorted());
    await forgetUploads({ db: site.db, store: site.evidence, now: () => new Date() }, givenUp);
    expect((await phone.where(address)).status).toBe(404);
    expect(await check(true, GIVEN_UP_DAYS + 1)).toMatchObject({ givenUp: [], missing: [] });
  });
});

describe('an upload whose bytes the disk lost', () => {
  it('sends the phone back to its beginning', async () => {
    const phone = sender(site, field.phone);
    const file = aFile();
    const address = addressOf(await phone.begin(file, field.unit.id, file.bytes.subarray(0, 10)));
    await site.evidence.giveUp(address.split('/').at(-1) ?? '');
    expectProblem(await phone.send(address, 10, file.bytes.subarray(10)), 'upload-elsewhere');
    expect((await phone.where(address)).headers['upload-offset']).toBe('0');
    expect((await phone.send(address, 0, file.bytes)).headers[RECEIPT_HEADER]).toBe(file.sha256);
  });
});

describe('a file that the disk lost or damaged after its receipt', () => {
  it('comes back from a phone that still has it: there is no receipt for what is not whole', async () => {
    const phone = sender(site, field.phone);
    const file = aFile();
    expect((await phone.begin(file, field.unit.id, file.bytes)).headers[RECEIPT_HEADER]).toBe(file.sha256);
    await flip(placeOf(file), 1_500);
    expect((await phone.begin(file, field.unit.id)).headers[RECEIPT_HEADER]).toBeUndefined();
    expect((await phone.begin(file, field.unit.id, file.bytes)).headers[RECEIPT_HEADER]).toBe(file.sha256);
    expect(await check(true)).toMatchObject({ missing: [], damaged: [] });
  });

  it('has no receipt for whoever waited while something else that was sent for it was thrown away', async () => {
    const phone = sender(site, field.phone);
    const file = aFile();
    await phone.begin(file, field.unit.id, file.bytes);
    await rm(placeOf(file));
    const address = addressOf(await phone.begin(file, field.unit.id));
    const other = aFile();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => await phone.send(address, 0, other.bytes)),
    );
    expect(new Set(answers.map(({ headers }) => headers[RECEIPT_HEADER]))).toEqual(new Set([undefined]));
    expect((await check()).missing).toEqual([file.sha256]);
  });
});
