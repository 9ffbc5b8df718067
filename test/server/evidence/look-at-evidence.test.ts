import { readdir } from 'node:fs/promises';

import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { inTransaction } from '@patuh/server/platform/database';

import { anAssessment, aPeriod, aUnit, pushAll, type TestAssessment } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { pdf, photo } from '../../support/evidence-files.ts';
import {
  aDocumentPiece,
  anEvidenceId,
  aPhotoPiece,
  aPoint,
  aWebPiece,
  fileArrived,
} from '../../support/evidence-pieces.ts';
import {
  aPerson,
  callerOf,
  type Client,
  expectProblem,
  grant,
  signedIn,
  type TestPerson,
} from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

const START = new Date('2026-11-22T04:00:00Z');
let now = START;
let site: Site;
let assessor: TestPerson;
let team: Client;
let verifier: Client;
let unit: TestAssessment;
let device = aDevice();

beforeAll(async () => {
  site = await aSite({ history: false, now: () => now });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  now = START;
  device = aDevice();
  assessor = await aPerson(site.db, { name: 'Maria Asesor', grants: [grant('assessor', '53')] });
  team = await signedIn(site, assessor, now);
  verifier = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }), now);
  unit = await anAssessment(site.db, { members: [{ personId: assessor.id, role: 'assessor' }] });
});

async function enter(piece: Parameters<typeof enterAt>[1], of: TestAssessment = unit): Promise<string> {
  return await enterAt(of, piece);
}

async function enterAt(of: TestAssessment, piece: ReturnType<typeof aPhotoPiece> | null, id = anEvidenceId()) {
  const base = entered.get(id) ?? [];
  const change = device.change(of.id, { subjectId: id }, { field: 'evidence', value: piece }, base);
  expect((await pushAll(team, [change]))[0]?.outcome).toBe('applied');
  entered.set(id, [change.id]);
  return id;
}
const entered = new Map<string, ReturnType<typeof device.change>['base']>();

async function arrive(bytes: Buffer, type: 'image/jpeg' | 'application/pdf' = 'image/jpeg', of = unit): Promise<void> {
  await fileArrived(site, { assessmentId: of.id, personId: assessor.id, type }, bytes);
}

async function listed(client: Pick<Client, 'get'> = verifier, of: TestAssessment = unit) {
  const answer = await client.get(`/api/assessments/${of.id}/evidence`);
  expect(answer.body.code).toBeUndefined();
  return answer.body;
}

/** The bytes of an address, as a browser fetches them for a picture: without a token. */
async function fetched(address: string) {
  return await site.app.inject({ method: 'GET', url: address });
}

describe('the evidence of a unit', () => {
  it('is seen with its description before its file arrives, and with it afterwards', async () => {
    const bytes = await photo();
    const id = await enter(aPhotoPiece(bytes, { proves: [aPoint('maklumat')], caption: 'Papan di loket' }));
    expect((await listed()).pieces).toMatchObject([
      { subjectId: id, by: 'Maria Asesor', file: null, webCopy: null, piece: { caption: 'Papan di loket' } },
    ]);
    await arrive(bytes);
    expect((await listed()).pieces[0].file).toMatchObject({ type: 'image/jpeg', width: 640, height: 480 });
  });

  it('of a second visit is for its team alone, and never stands beside that of the first', async () => {
    const bytes = await photo();
    const again = await anAssessment(site.db, {
      unit: unit.unit,
      periodId: await aPeriod(site.db, { kind: 'comparison', compares: unit.periodId }),
      members: [{ personId: assessor.id, role: 'assessor' }],
    });
    for (const of of [unit, again]) {
      await enter(aPhotoPiece(bytes), of);
      await arrive(bytes, 'image/jpeg', of);
    }
    expect((await listed(team, again)).pieces).toHaveLength(1);
    expectProblem(await verifier.get(`/api/assessments/${again.id}/evidence`), 'not-found');
    const seen = await listed();
    expect(seen.pieces).toHaveLength(1);
    expect(seen.lookalikes).toEqual([]);
  });

  it('shows the very bytes that were sent to whoever has the address', async () => {
    const bytes = await photo();
    await enter(aPhotoPiece(bytes));
    await arrive(bytes);
    const { file } = (await listed(team)).pieces[0];
    const answer = await fetched(file.url);
    expect(answer.rawPayload.equals(bytes)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
      'content-disposition': expect.stringContaining('inline; filename="bukti-'),
      'cache-control': expect.stringMatching(/^private, max-age=\d+/),
    });
  });

  it('is shown small with nothing of what the camera wrote, and the right way up', async () => {
    const bytes = await sharp(await photo(1, { width: 1200, height: 800 }))
      .withExif({ IFD0: { Model: 'Telepon lapangan' }, IFD3: { GPSLatitudeRef: 'S' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await enter(aPhotoPiece(bytes));
    await arrive(bytes);
    const { file } = (await listed()).pieces[0];
    const small = await fetched(file.thumbnailUrl);
    const seen = await sharp(small.rawPayload).metadata();
    expect([seen.width, seen.height, seen.exif, seen.orientation]).toEqual([213, 320, undefined, undefined]);
    expect(small.rawPayload.length).toBeLessThan(bytes.length / 2);
    // Made once, and the same for whoever looks next; made anew where the folder was emptied.
    expect((await fetched(file.thumbnailUrl)).rawPayload.equals(small.rawPayload)).toBe(true);
    expect(await readdir(`${site.evidenceDir}/thumbnails/${file.sha256.slice(0, 2)}`)).toEqual([`${file.sha256}.jpg`]);
  });

  it('hands a document over as a file to keep, and without a small picture', async () => {
    const bytes = pdf();
    await enter(aDocumentPiece(bytes));
    await arrive(bytes, 'application/pdf');
    const { file } = (await listed()).pieces[0];
    expect(file.thumbnailUrl).toBeNull();
    const answer = await fetched(file.url);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="bukti-[0-9a-f]{12}\.pdf"$/);
    expect(answer.headers['content-type']).toBe('application/pdf');
  });

  it('is not shown any more once it was taken back', async () => {
    const bytes = await photo();
    const id = await enter(aPhotoPiece(bytes));
    await arrive(bytes);
    await enterAt(unit, null, id as ReturnType<typeof anEvidenceId>);
    expect((await listed()).pieces).toEqual([]);
  });

  it('shows no file that was sent for another unit, whatever hash somebody claims', async () => {
    const bytes = await photo();
    const other = await anAssessment(site.db, { members: [{ personId: assessor.id, role: 'assessor' }] });
    await arrive(bytes, 'image/jpeg', other);
    await enter(aPhotoPiece(bytes));
    expect((await listed()).pieces[0].file).toBeNull();
  });

  it('tells that a web address waits for the server to visit it', async () => {
    const id = await enter(aWebPiece('https://ntt.example.go.id/maklumat'));
    expect((await listed()).pieces[0].webCopy).toMatchObject({ subjectId: id, state: 'waiting', status: null });
  });
});

describe('the address of a file', () => {
  const urlOf = async (client = verifier): Promise<string> => {
    const bytes = await photo();
    await enter(aPhotoPiece(bytes));
    await arrive(bytes);
    return (await listed(client)).pieces[0].file.url;
  };

  it('ends its service, and a new one is given', async () => {
    const url = await urlOf();
    now = new Date(START.getTime() + 10 * 60_000);
    expectProblem(await callerOf(site).get(url), 'not-found');
    expect((await fetched((await listed()).pieces[0].file.url)).statusCode).toBe(200);
  });

  it('serves nothing once it was changed', async () => {
    const url = await urlOf();
    const changed = url.slice(0, -1) + (url.endsWith('A') ? 'B' : 'A');
    for (const other of [changed, `${url}A`, url.slice(0, -2)])
      expectProblem(await callerOf(site).get(other), 'not-found');
  });

  it('serves nothing from the moment its person lost the right to look, or the account', async () => {
    const person = await aPerson(site.db, { grants: [grant('verifier', '53')] });
    const url = await urlOf(await signedIn(site, person, now));
    await inTransaction(site.db, async (trx) => {
      await trx.updateTable('person').set({ disabled_at: now }).where('id', '=', person.id).execute();
    });
    expectProblem(await callerOf(site).get(url), 'not-found');
    await inTransaction(site.db, async (trx) => {
      await trx.updateTable('person').set({ disabled_at: null }).where('id', '=', person.id).execute();
    });
    expect((await fetched(url)).statusCode).toBe(200);
    await inTransaction(site.db, async (trx) => {
      await trx.deleteFrom('person_grant').where('person_id', '=', person.id).execute();
    });
    expectProblem(await callerOf(site).get(url), 'not-found');
  });
});

describe('photos that look alike', () => {
  async function another(
    bytes: Buffer,
    { government = '53.09', year = 2023, name = 'Dinas Sosial Ngada' } = {},
  ): Promise<TestAssessment> {
    const made = await anAssessment(site.db, {
      members: [{ personId: assessor.id, role: 'assessor' }],
      unit: await aUnit(site.db, { government, name }),
      periodId: await aPeriod(site.db, { year }),
    });
    await enter(aPhotoPiece(bytes), made);
    await arrive(bytes, 'image/jpeg', made);
    return made;
  }

  it('are shown to the office with where and when they were sent before, compressed anew or not', async () => {
    const bytes = await photo(1, { width: 1200, height: 900 });
    const again = await sharp(bytes).resize(800).jpeg({ quality: 50 }).toBuffer();
    const other = await another(again);
    await another(await photo(2), { name: 'Dinas lain' });
    const id = await enter(aPhotoPiece(bytes));
    await arrive(bytes);
    const { lookalikes } = await listed();
    expect(lookalikes).toEqual([
      {
        subjectId: id,
        distance: expect.any(Number),
        other: expect.objectContaining({ assessmentId: other.id, unitName: 'Dinas Sosial Ngada', year: 2023 }),
      },
    ]);
    expect(lookalikes[0].distance).toBeLessThanOrEqual(6);
  });

  it('are not shown to the team', async () => {
    const bytes = await photo();
    await another(bytes);
    await enter(aPhotoPiece(bytes));
    await arrive(bytes);
    expect((await listed()).lookalikes).toHaveLength(1);
    expect((await listed(team)).lookalikes).toEqual([]);
  });

  it('are not looked for in other provinces', async () => {
    const bytes = await photo();
    assessor = await aPerson(site.db, { grants: [grant('assessor', '53'), grant('assessor', '19')] });
    device = aDevice();
    team = await signedIn(site, assessor, now);
    unit = await anAssessment(site.db, { members: [{ personId: assessor.id, role: 'assessor' }] });
    await another(bytes, { government: '19.06' });
    await enter(aPhotoPiece(bytes));
    await arrive(bytes);
    expect((await listed()).lookalikes).toEqual([]);
  });
});
