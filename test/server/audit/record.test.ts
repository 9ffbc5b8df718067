import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { AuditLine } from '@patuh/shared/contracts/audit';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { pushAll } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { expectProblem } from '../../support/people.ts';
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
  scene = await aHandedInUnit(site, { level: ({ maximum }) => maximum });
});

const REASON = 'Bukti tidak mendukung tingkat yang dipilih.';

async function record(query = ''): Promise<readonly AuditLine[]> {
  const answer = await scene.head.get(`/api/audit/53?subject=${scene.unit.id}${query}`);
  expect(answer.status).toBe(200);
  return answer.body.lines;
}

describe('the audit of one unit', () => {
  it('says who entered and decided what, and what each push did to the score', async () => {
    const indicator = indicatorsOf(scene.instrument.tree).find(({ subject }) => subject === 'unit')!;
    const place = { indicatorId: indicator.id, subjectId: 'unit' as const };
    await scene.decide('/return', { points: [{ ...place, reason: REASON }] });
    await pushAll(scene.assessor, [
      scene.device.level(scene.unit.id, place, 0, [
        scene.answers.findLast((one) => one.indicatorId === place.indicatorId)!.id,
      ]),
    ]);
    const lines = await record();
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['answers.pushed', 'assessment.submitted', 'assessment.returned']),
    );
    const [mended] = lines;
    expect(mended).toMatchObject({ action: 'answers.pushed', effect: { before: '100.00' } });
    expect(Number(mended?.effect?.after)).toBeLessThan(100);
    const first = lines.findLast(({ action }) => action === 'answers.pushed');
    expect(first?.effect?.before).toBeNull();
    const decided = lines.find(({ action }) => action === 'assessment.returned');
    expect(decided?.effect).toBeNull();
  });

  it('tells no effect where no unit is asked about', async () => {
    const lines: readonly AuditLine[] = (await scene.head.get('/api/audit/53')).body.lines;
    expect(lines.every(({ effect }) => effect === null)).toBe(true);
  });

  it('is narrowed to a kind of action and to days', async () => {
    const kinds = (await record('&kind=answers')).map(({ action }) => action);
    expect(new Set(kinds)).toEqual(new Set(['answers.pushed']));
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Makassar', dateStyle: 'short' }).format(
      new Date(),
    );
    expect(await record(`&from=${today}&until=${today}`)).toHaveLength((await record()).length);
    expect(await record('&until=2020-01-01')).toEqual([]);
    expectProblem(await scene.head.get('/api/audit/53?from=2026-13-01'), 'invalid-request');
  });
});

describe('the audit as a file', () => {
  it('holds every event that fits, and no formula', async () => {
    const { body } = await scene.head.get('/api/audit/53/file?kind=answers');
    const [columns, ...rows] = String(body).trim().split('\r\n');
    expect(columns).toContain('nomor,waktu_utc,pelaku');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.includes('Maria Asesor') && row.includes('answers.pushed'))).toBe(true);
  });
});

describe('the chain of an office', () => {
  it('is followed to its end', async () => {
    const { body } = await scene.head.get('/api/audit/53/check');
    expect(body).toMatchObject({ isDone: true, fault: null, last: { sequence: body.total } });
    const { sequence, hash, at } = body.last;
    const on = await scene.head.get(`/api/audit/53/check?sequence=${sequence}&hash=${hash}&at=${at}`);
    expect(on.body).toMatchObject({ isDone: true, last: body.last });
  });

  it('names the first event that somebody changed', async () => {
    await sql`alter table audit_event disable trigger user`.execute(site.db);
    await sql`update audit_event set actor = 'seseorang' where office = '53' and sequence = 2`.execute(site.db);
    await sql`alter table audit_event enable trigger user`.execute(site.db);
    const { body } = await scene.head.get('/api/audit/53/check');
    expect(body).toMatchObject({ isDone: false, fault: { problem: 'hash', sequence: 2 } });
  });
});
