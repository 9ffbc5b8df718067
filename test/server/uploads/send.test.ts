import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { RECEIPT_HEADER } from '@patuh/shared/contracts/evidence';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment } from '../../support/assessments.ts';
import { aField, type Field, putInto } from '../../support/field.ts';
import { type Answer, aPerson, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { addressOf, aPhoto, fileOf, sender, someBytes, type TestFile } from '../../support/uploads.ts';

let site: Site;
let field: Field;
let photo: TestFile;
beforeAll(async () => {
  site = await aSite({ history: false });
  photo = await aPhoto(1);
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  for await (const { id } of site.evidence.uploads()) await site.evidence.giveUp(id);
});

const maria = () => sender(site, field.phone);
const unit = (): AssessmentId => field.unit.id;

async function contentOf({ sha256 }: TestFile): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await site.evidence.open(sha256)) ?? []) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function filesOf(id: AssessmentId): Promise<readonly string[]> {
  const rows = await site.db.selectFrom('assessment_file').select('sha256').where('assessment_id', '=', id).execute();
  return rows.map(({ sha256 }) => sha256);
}

async function versionOf(id: AssessmentId): Promise<number> {
  const row = await site.db.selectFrom('assessment').select('version').where('id', '=', id).executeTakeFirstOrThrow();
  return row.version;
}

const receipt = ({ headers }: Answer): unknown => headers[RECEIPT_HEADER];

describe('a photo sent in pieces', () => {
  it('is a file of the unit with the last piece, and only then there is a receipt', async () => {
    const before = await versionOf(unit());
    const begun = await maria().begin(photo, unit());
    expect([begun.status, begun.headers['upload-offset'], receipt(begun)]).toEqual([201, '0', undefined]);
    const half = Math.floor(photo.bytes.length / 2);
    const first = await maria().send(addressOf(begun), 0, photo.bytes.subarray(0, half));
    expect([first.status, first.headers['upload-offset'], receipt(first)]).toEqual([204, String(half), undefined]);
    expect(await filesOf(unit())).toEqual([]);
    const last = await maria().send(addressOf(begun), half, photo.bytes.subarray(half));
    expect([last.status, receipt(last)]).toEqual([204, photo.sha256]);

    expect(await filesOf(unit())).toEqual([photo.sha256]);
    expect(await contentOf(photo)).toEqual(photo.bytes);
    expect(await versionOf(unit())).toBe(before + 1);
    const row = await site.db.selectFrom('evidence_file').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({ type: 'image/jpeg', size: photo.bytes.length, width: 160, height: 160 });
    expect(row.look).toMatch(/^[0-9a-f]{16}$/);
    const audited = await site.db.selectFrom('audit_event').select(['action', 'after_hash']).execute();
    expect(audited).toEqual([{ action: 'evidence.received', after_hash: photo.sha256 }]);
    expect(await site.db.selectFrom('upload').select('id').execute()).toEqual([]);
    expect(await readdir(join(site.evidenceDir, 'uploads'))).toEqual([]);
  });

  it('may come whole with its announcement', async () => {
    const sent = await maria().begin(photo, unit(), photo.bytes);
    expect([sent.status, sent.headers['upload-offset'], receipt(sent)]).toEqual([
      201,
      String(photo.bytes.length),
      photo.sha256,
    ]);
    expect(await filesOf(unit())).toEqual([photo.sha256]);
  });

  it('goes on at the same address after the answer to its announcement was lost', async () => {
    const begun = await maria().begin(photo, unit(), photo.bytes.subarray(0, 500));
    const again = await maria().begin(photo, unit(), photo.bytes.subarray(0, 500));
    expect([addressOf(again), again.headers['upload-offset']]).toEqual([addressOf(begun), '500']);
    const asked = await maria().where(addressOf(begun));
    expect([asked.status, asked.headers['upload-offset'], asked.headers['upload-length']]).toEqual([
      200,
      '500',
      String(photo.bytes.length),
    ]);
  });

  it('is answered with its receipt however often it is announced afterwards', async () => {
    await maria().begin(photo, unit(), photo.bytes);
    const version = await versionOf(unit());
    const again = await maria().begin(photo, unit());
    expect([again.status, again.headers['upload-offset'], receipt(again)]).toEqual([
      201,
      String(photo.bytes.length),
      photo.sha256,
    ]);
    const colleague = await sender(site, field.helper).begin(photo, unit());
    expect(receipt(colleague)).toBe(photo.sha256);
    expect(await versionOf(unit())).toBe(version);
  });

  it('is finished by whoever asks, where the server ended between the last byte and the receipt', async () => {
    const begun = await maria().begin(photo, unit(), photo.bytes.subarray(0, 100));
    const [, id = ''] = /([^/]+)$/.exec(addressOf(begun)) ?? [];
    const rest = Readable.from([photo.bytes.subarray(100)]);
    await site.evidence.append(id, { from: 100, to: photo.bytes.length }, rest);
    const asked = await maria().where(addressOf(begun));
    expect([asked.status, receipt(asked)]).toEqual([200, photo.sha256]);
    expect(await filesOf(unit())).toEqual([photo.sha256]);
  });

  it.each(['submitted', 'verified', 'not-assessed'] as const)('arrives when the unit is %s, too', async (state) => {
    await putInto(field, unit(), state);
    expect(receipt(await maria().begin(photo, unit(), photo.bytes))).toBe(photo.sha256);
  });

  it('is stored once for two units, but has to be sent for each', async () => {
    const other = await anAssessment(site.db, { teamId: field.unit.teamId, periodId: field.unit.periodId });
    await maria().begin(photo, unit(), photo.bytes);
    const begun = await maria().begin(photo, other.id);
    expect([begun.headers['upload-offset'], receipt(begun)]).toEqual(['0', undefined]);
    expect(receipt(await maria().send(addressOf(begun), 0, photo.bytes))).toBe(photo.sha256);
    expect(await filesOf(other.id)).toEqual([photo.sha256]);
    expect(await site.db.selectFrom('evidence_file').select('sha256').execute()).toHaveLength(1);
  });
});

describe('a phone that sends a great many pieces', () => {
  it('is not held back by the ceiling for other requests, nor do its pieces count for them', async () => {
    const address = addressOf(await maria().begin(photo, unit()));
    const others = Array.from({ length: 1_300 }, async () => await maria().where('/api/uploads/none'));
    expect(new Set((await Promise.all(others)).map(({ status }) => status))).toEqual(new Set([400]));
    expect((await maria().where(address)).status).toBe(200);
    expect((await field.phone.get('/api/me')).status).toBe(200);
  });
});

describe('nobody but its sender', () => {
  it('finds an upload, not even a colleague of the team', async () => {
    const address = addressOf(await maria().begin(photo, unit()));
    const yosef = sender(site, field.helper);
    expect((await yosef.where(address)).status).toBe(404);
    expectProblem(await yosef.send(address, 0, photo.bytes), 'not-found');
    expect((await maria().where(address)).headers['upload-offset']).toBe('0');
  });

  it('who turns out never to have been in the team is told that there is nothing, and nothing is kept', async () => {
    const mine = await aPhoto(2);
    const address = addressOf(await maria().begin(mine, unit(), mine.bytes.subarray(0, 10)));
    await site.db.deleteFrom('team_member').where('person_id', '=', field.maria.id).execute();
    expect((await maria().where(address)).status).toBe(404);
    expectProblem(await maria().send(address, 10, mine.bytes.subarray(10, 20)), 'not-found');
    expect(await site.evidence.uploaded(address.split('/').at(-1) ?? '')).toBe(10);
    expectProblem(await maria().send(address, 10, mine.bytes.subarray(10)), 'not-found');
    expect(await filesOf(unit())).toEqual([]);
    expect(await site.evidence.has(mine.sha256)).toBe(false);
  });

  it('may announce a file outside of the own teams', async () => {
    const stranger = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    expectProblem(await sender(site, await signedIn(site, stranger)).begin(photo, unit()), 'not-found');
  });
});

describe('refused', () => {
  it('is what does not fit its hash: it is thrown away, and the upload begins anew', async () => {
    const changed = Buffer.from(photo.bytes);
    changed[200] = (changed[200] ?? 0) ^ 1;
    expectProblem(await maria().begin(photo, unit(), changed), 'file-differs');
    expect(await site.db.selectFrom('upload').select('id').execute()).toEqual([]);
    expect(receipt(await maria().begin(photo, unit(), photo.bytes))).toBe(photo.sha256);
  });

  it('is what is no photo, with the reason; nothing of it stays', async () => {
    const page = fileOf(Buffer.from('<!doctype html><script>alert(1)</script>'));
    const answer = await maria().begin(page, unit(), page.bytes);
    expectProblem(answer, 'file-refused');
    expect(answer.body).toMatchObject({ fault: 'other-type' });
    expect(await site.evidence.has(page.sha256)).toBe(false);
    expect(await readdir(join(site.evidenceDir, 'uploads'))).toEqual([]);
  });

  it('is a file with nothing in it, or with too much', async () => {
    const empty = await maria().begin(fileOf(Buffer.alloc(0)), unit());
    expectProblem(empty, 'file-refused');
    expect(empty.body).toMatchObject({ fault: 'empty' });
    expectProblem(await maria().begin(fileOf(someBytes(1024 * 1024)), unit()), 'request-too-large');
  });

  it('is a piece that does not go on where the upload ends; what is here stays', async () => {
    const address = addressOf(await maria().begin(photo, unit(), photo.bytes.subarray(0, 100)));
    expectProblem(await maria().send(address, 0, photo.bytes.subarray(0, 100)), 'upload-elsewhere');
    expectProblem(await maria().send(address, 300, photo.bytes.subarray(300)), 'upload-elsewhere');
    expect(receipt(await maria().send(address, 100, photo.bytes.subarray(100)))).toBe(photo.sha256);
  });

  it('is what is not said in the words of tus', async () => {
    const address = addressOf(await maria().begin(photo, unit()));
    const { ask } = maria();
    expectProblem(
      await ask('PATCH', address, { 'upload-offset': '0', 'content-type': 'application/json' }, Buffer.from('{}')),
      'unsupported-media-type',
    );
    expectProblem(await ask('POST', '/api/uploads', { 'upload-length': '5' }), 'invalid-request');
    expectProblem(
      await ask('POST', '/api/uploads', { 'upload-length': '-1', 'tus-resumable': '0.2.2' }),
      'invalid-request',
    );
  });
});

describe('every answer', () => {
  it('is known as ours, says the version of tus, and is kept by nobody', async () => {
    const begun = await maria().begin(photo, unit());
    for (const { headers } of [begun, await maria().where(addressOf(begun)), await maria().where('/api/uploads/x')]) {
      expect(headers).toMatchObject({ 'tus-resumable': '1.0.0', 'cache-control': 'no-store' });
      expect(headers['content-security-policy']).toBeDefined();
    }
    expect(begun.headers['x-patuh-answer']).toBe('1');
  });

  it.each(['GET', 'DELETE'] as const)('to %s is that there is nothing', async (method) => {
    const url = addressOf(await maria().begin(photo, unit()));
    const reply = await site.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${field.phone.accessToken}` },
    });
    expect(reply.statusCode).toBe(404);
  });
});
