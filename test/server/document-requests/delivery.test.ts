import { createHash } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { dayIn } from '@patuh/shared/domain/calendar';
import { DELIVERY_PART, type DocumentRequest, MOST_DELIVERED_FILES } from '@patuh/shared/contracts/document-requests';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { sectionsOf } from '@patuh/shared/sync/sections';

import { emptyTables } from '../../support/database.ts';
import { packedObject, pdf, photo } from '../../support/evidence-files.ts';
import { type Answer, callerOf, expectProblem, signedIn } from '../../support/people.ts';
import { lookAtAll } from '../../support/review.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit, type HandedIn } from '../../support/verification.ts';

let site: Site;
let scene: HandedIn;
let now = new Date();
beforeAll(async () => {
  site = await aSite({ history: false, now: () => now });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  now = new Date();
  await emptyTables(site.db);
  scene = await aHandedInUnit(site);
});

const DAY_MS = 24 * 60 * 60 * 1000;
const inDays = (days: number): string => dayIn('Asia/Makassar', new Date(Date.now() + days * DAY_MS));
const LAST_DAY = inDays(3);
const LATER = inDays(9);
const WANTED = 'Surat keputusan penunjukan pejabat pengelola pengaduan';
const REASON = 'Surat keputusan itu menunjuk dua orang dan masih berlaku.';
const path = (rest = ''): string => `/api/office/assessments/${scene.unit.id}/document-requests${rest}`;

interface Asked {
  readonly request: DocumentRequest;
  readonly token: string;
}

async function asked(wish: object = {}): Promise<Asked> {
  const { id: indicatorId } = indicatorsOf(scene.instrument.tree).find(({ subject }) => subject === 'unit')!;
  const body = { indicatorId, subjectId: 'unit', wanted: WANTED, dueOn: LAST_DAY, ...wish };
  const answer = await scene.verifier.post(path(), body);
  expect(answer.status).toBe(200);
  const { request, link } = answer.body as { request: DocumentRequest; link: { url: string } };
  return { request, token: link.url.split('#')[1]! };
}

async function listed(): Promise<readonly DocumentRequest[]> {
  return ((await scene.verifier.get(path())).body as { requests: DocumentRequest[] }).requests;
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const unit = () => callerOf(site);

async function begin(token: string, bytes: Buffer, wish: object = {}): Promise<Answer> {
  const file = { sha256: hashOf(bytes), type: 'application/pdf', size: bytes.length, name: 'SK pengaduan.pdf' };
  return await unit().post('/api/document-requests/files', { token, ...file, ...wish });
}

async function part(token: string, id: string, offset: number, bytes: Buffer): Promise<Answer> {
  const body = { token, offset, bytes: bytes.toString('base64') };
  return await unit().post(`/api/document-requests/files/${id}/parts`, body);
}

/** The last answer of sending a file in parts. */
async function sent(token: string, bytes: Buffer, wish: object = {}): Promise<Answer> {
  let answer = await begin(token, bytes, wish);
  if (answer.status !== 200) return answer;
  const { deliveryId } = answer.body as { deliveryId: string };
  for (let at = 0; at < bytes.length && answer.status === 200; at += DELIVERY_PART) {
    answer = await part(token, deliveryId, at, bytes.subarray(at, at + DELIVERY_PART));
  }
  return answer;
}

describe('a document that the office asks of a unit', () => {
  it('comes through the link in parts, is marked as received after the visit, and is looked at and accepted', async () => {
    const { request, token } = await asked();
    expect(request).toMatchObject({ wanted: WANTED, dueOn: LAST_DAY, state: 'open', files: [] });
    const opened = await unit().post('/api/document-requests/open', { token });
    expect(opened.body).toMatchObject({
      unit: expect.stringMatching(/./),
      wanted: WANTED,
      dueOn: LAST_DAY,
      isOverdue: false,
    });

    const file = Buffer.concat([pdf(), Buffer.from(`%${'x'.repeat(2 * DELIVERY_PART)}\n%%EOF\n`)]);
    expect((await sent(token, file)).body).toEqual({ offset: file.length, isWhole: true });
    const [received] = await listed();
    expect(received).toMatchObject({ state: 'received', files: [{ name: 'SK pengaduan.pdf', late: false }] });
    const shown = await site.app.inject({ method: 'GET', url: received!.files[0]!.file.url });
    expect(hashOf(shown.rawPayload)).toBe(hashOf(file));

    const decided = await scene.verifier.post(path(`/${request.id}/decision`), {
      decision: 'accept',
      seen: 1,
      reason: REASON,
    });
    expect(decided.body).toMatchObject({
      requests: [{ state: 'accepted', reason: REASON, decidedBy: scene.people.verifier.name }],
    });
    expectProblem(await unit().post('/api/document-requests/open', { token }), 'link-not-valid');
    const events = site.db.selectFrom('audit_event').select('action').where('action', 'like', 'document.%');
    expect((await events.orderBy('sequence').execute()).map(({ action }) => action)).toEqual([
      'document.requested',
      'document.received',
      'document.decided',
    ]);
  });

  it('goes on after a broken line where it stopped, and the same file twice is one', async () => {
    const { token } = await asked();
    const file = Buffer.concat([pdf(), Buffer.from(`%${'y'.repeat(2 * DELIVERY_PART)}\n%%EOF\n`)]);
    const { deliveryId: id } = (await begin(token, file)).body as { deliveryId: string };
    await part(token, id, 0, file.subarray(0, DELIVERY_PART));
    expect((await begin(token, file)).body).toEqual({ deliveryId: id, offset: DELIVERY_PART });
    expectProblem(await part(token, id, 0, file.subarray(0, DELIVERY_PART)), 'upload-elsewhere');
    await part(token, id, DELIVERY_PART, file.subarray(DELIVERY_PART, 2 * DELIVERY_PART));
    const rest = file.subarray(2 * DELIVERY_PART);
    expect((await part(token, id, 2 * DELIVERY_PART, rest)).body).toMatchObject({ isWhole: true });
    // The answer was lost: the last part comes once more, and somebody chooses the same file again.
    expect((await part(token, id, 2 * DELIVERY_PART, rest)).body).toEqual({ offset: file.length, isWhole: true });
    expect((await begin(token, file)).body).toEqual({ deliveryId: id, offset: file.length });
    expect((await listed())[0]?.files).toHaveLength(1);
  });

  it('may be photographed page by page, and comes late with a mark', async () => {
    const { token } = await asked();
    now = new Date(Date.now() + 4 * DAY_MS);
    const opened = await unit().post('/api/document-requests/open', { token });
    expect(opened.body).toMatchObject({ isOverdue: true });
    for (const page of [1, 2]) {
      now = new Date(now.getTime() + 1_000);
      await sent(token, await photo(page), { type: 'image/jpeg', name: `halaman ${page}.jpg` });
    }
    scene = { ...scene, verifier: await signedIn(site, scene.people.verifier, now) };
    expect((await listed())[0]?.files.map(({ name, late }) => ({ name, late }))).toEqual([
      { name: 'halaman 1.jpg', late: true },
      { name: 'halaman 2.jpg', late: true },
    ]);
  });

  it.each([
    [
      'a document that acts when it is opened',
      'active-content',
      pdf('4 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj'),
    ],
    ['a document that hides an act', 'active-content', pdf(packedObject('4 0 << /S /JavaScript /JS (x) >>'))],
    ['a web page called a document', 'other-type', Buffer.from('<html><script>alert(1)</script></html>')],
    ['nothing at all', 'empty', Buffer.alloc(0)],
  ])('is refused when it is %s, and another one may follow', async (_what, fault, bytes) => {
    const { token } = await asked();
    const refused = await sent(token, bytes);
    expectProblem(refused, 'file-refused');
    expect(refused.body).toMatchObject({ fault });
    expect((await listed())[0]).toMatchObject({ state: 'open', files: [] });
    expect((await sent(token, pdf())).body).toMatchObject({ isWhole: true });
  });

  it('is refused when it is not what was announced, too large, or one too many', async () => {
    const { token } = await asked();
    expectProblem(await sent(token, pdf(), { sha256: '0'.repeat(64) }), 'file-differs');
    expectProblem(await begin(token, pdf(), { size: 11 * 1024 * 1024 }), 'request-too-large');
    for (let count = 0; count < MOST_DELIVERED_FILES; count += 1) {
      expect((await begin(token, Buffer.from(`halaman ${count}`))).status).toBe(200);
    }
    expectProblem(await begin(token, Buffer.from('satu lagi')), 'too-many-files');
  });

  it('may come until a later day, through a new link when the old one went astray', async () => {
    const { request, token } = await asked();
    const later = await scene.verifier.put(path(`/${request.id}/due-day`), { dueOn: LATER });
    expect(later.body).toMatchObject({ requests: [{ dueOn: LATER }] });
    const renewed = await scene.verifier.post(path(`/${request.id}/link`));
    const { url } = (renewed.body as { link: { url: string } }).link;
    expectProblem(await unit().post('/api/document-requests/open', { token }), 'link-not-valid');
    expect((await unit().post('/api/document-requests/open', { token: url.split('#')[1] })).status).toBe(200);
  });

  it('is asked for and decided about only by who verifies there, while the unit is with the office', async () => {
    const { request } = await asked();
    expectProblem(await scene.head.post(path(`/${request.id}/link`)), 'not-permitted');
    const decision = (of: string) =>
      scene.verifier.post(path(`/${request.id}/decision`), { decision: of, seen: 0, reason: REASON });
    expectProblem(await decision('accept'), 'nothing-received');
    expect((await decision('withdraw')).status).toBe(200);
    expectProblem(await decision('withdraw'), 'already-decided');
    const past = { indicatorId: request.indicatorId, subjectId: 'unit', wanted: WANTED, dueOn: inDays(-2) };
    expectProblem(await scene.verifier.post(path(), past), 'day-in-the-past');
    expectProblem(
      await scene.verifier.post(path(), { ...past, dueOn: LAST_DAY, subjectId: 'officer-1' }),
      'point-unknown',
    );

    const small = await aHandedInUnit(site, { smallOffice: true });
    const own = `/api/office/assessments/${small.unit.id}/document-requests`;
    expectProblem(await small.assessor.post(own, { ...past, dueOn: LAST_DAY }), 'own-collection');
  });

  it('keeps its section from being accepted until somebody decided about it', async () => {
    const { request } = await asked();
    const section = sectionsOf(scene.instrument).find(({ indicators }) =>
      indicators.some(({ id }) => id === request.indicatorId),
    )!;
    await lookAtAll(scene.verifier, scene.unit.id);
    const refused = await scene.decide(`/sections/${section.id}/acceptance`);
    expectProblem(refused, 'requests-open');
    expect(refused.body.count).toBe(1);
    await scene.verifier.post(path(`/${request.id}/decision`), { decision: 'withdraw', seen: 0, reason: REASON });
    expect((await scene.decide(`/sections/${section.id}/acceptance`)).status).toBe(200);
  });

  it('shows the holder of the link nothing but what is asked, and nobody else anything', async () => {
    const { token } = await asked();
    const { body } = await unit().post('/api/document-requests/open', { token });
    expect(Object.keys(body as object).toSorted()).toEqual(
      ['dueOn', 'files', 'government', 'isOverdue', 'office', 'unit', 'wanted'].toSorted(),
    );
    const other = await asked({ wanted: 'Standar pelayanan untuk produk kedua' });
    const file = pdf();
    const { deliveryId } = (await begin(token, file)).body as { deliveryId: string };
    expectProblem(await part(other.token, deliveryId, 0, file), 'not-found');
    const assessor = await signedIn(site, scene.people.assessor);
    expectProblem(await assessor.get(path()), 'not-permitted');
  });
});
