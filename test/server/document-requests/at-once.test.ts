import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { ask, beginFile, sendPart } from '../../support/document-requests.ts';
import { emptyTables } from '../../support/database.ts';
import { pdf } from '../../support/evidence-files.ts';
import { type Answer, callerOf, expectProblem } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aHandedInUnit, type HandedIn } from '../../support/verification.ts';

let site: Site;
let scene: HandedIn;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  scene = await aHandedInUnit(site);
});

const REASON = 'Surat keputusan itu menunjuk dua orang dan masih berlaku.';
const path = (rest: string): string => `/api/office/assessments/${scene.unit.id}/document-requests${rest}`;

async function decide(id: string, decision: string, seen: number): Promise<Answer> {
  return await scene.verifier.post(path(`/${id}/decision`), { decision, seen, reason: REASON });
}

async function receivedEvents(): Promise<number> {
  const events = site.db.selectFrom('audit_event').select('sequence').where('action', '=', 'document.received');
  return (await events.execute()).length;
}

describe('a document through a link', () => {
  it('is whole for each of many last parts at once, once in the record', async () => {
    const unit = callerOf(site);
    const { token } = await ask(scene);
    const bytes = pdf();
    const id = await beginFile(unit, token, bytes);
    const answers = await Promise.all(
      Array.from({ length: 12 }, async () => await sendPart(unit, { token, id, offset: 0, bytes })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.every(({ body }) => (body as { isWhole: boolean }).isWhole)).toBe(true);
    expect(await receivedEvents()).toBe(1);
  });

  it('is decided about while its last part arrives: it is with what was seen, or refused, and nothing in between', async () => {
    const unit = callerOf(site);
    for (let round = 0; round < 6; round += 1) {
      const { request, token } = await ask(scene, `Surat keputusan nomor ${round} tentang pengaduan`);
      const bytes = Buffer.concat([pdf(), Buffer.from(`% ${round}\n%%EOF\n`)]);
      const id = await beginFile(unit, token, bytes);
      const [part, decided] = await Promise.all([
        sendPart(unit, { token, id, offset: 0, bytes }),
        decide(request.id, 'withdraw', 0),
      ]);
      if (decided.status === 200) expectProblem(part, 'link-not-valid');
      else {
        expectProblem(decided, 'changed-meanwhile');
        expect(part.body).toMatchObject({ isWhole: true });
      }
    }
  });

  it('is not accepted with a page that came after the verifier looked', async () => {
    const unit = callerOf(site);
    const { request, token } = await ask(scene);
    for (const page of ['satu', 'dua']) {
      const bytes = Buffer.concat([pdf(), Buffer.from(`% ${page}\n%%EOF\n`)]);
      const id = await beginFile(unit, token, bytes);
      expect((await sendPart(unit, { token, id, offset: 0, bytes })).body).toMatchObject({ isWhole: true });
    }
    expectProblem(await decide(request.id, 'accept', 1), 'changed-meanwhile');
    expect((await decide(request.id, 'accept', 2)).status).toBe(200);
  });

  it('leads nowhere while the unit is recorded as not assessed, and goes on when it is assessed after all', async () => {
    const unit = callerOf(site);
    const { token } = await ask(scene);
    const open = async (): Promise<Answer> => await unit.post('/api/document-requests/open', { token });
    const of = site.db.updateTable('assessment').where('id', '=', scene.unit.id);
    await of.set({ state: 'not-assessed', not_assessed_reason: 'closed', not_assessed_note: REASON }).execute();
    expectProblem(await open(), 'link-not-valid');
    await of.set({ state: 'returned', not_assessed_reason: null, not_assessed_note: null }).execute();
    expect((await open()).status).toBe(200);
  });
});
