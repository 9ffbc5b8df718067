import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aFile, aLine } from '../../support/published-csv.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let admin: Client;
let adminId: string;
beforeAll(async () => {
  site = await aSite();
  const person = await aPerson(site.db, { grants: [grant('national-admin')] });
  adminId = person.id;
  admin = await signedIn(site, person);
});
afterAll(() => site.close());

const upload = (lines: readonly string[], correction: object | null = null) =>
  admin.post('/api/imports', {
    file: { name: 'hasil.csv', text: new TextDecoder().decode(aFile(lines)) },
    correction,
  });

async function publications(): Promise<number> {
  return (await site.db.selectFrom('publication').select('id').execute()).length;
}

describe('a file that a national administrator uploads', () => {
  it('is refused with every bad line, its column and the reason, and changes nothing', async () => {
    const before = await publications();
    const { status, body } = await upload([aLine({ score: '101.00' }), aLine({ code: '53.99', year: '2019' })]);
    expect(status).toBe(200);
    expect(body.kind).toBe('refused');
    expect(body.faults.map(({ line }: { line: number }) => line)).toEqual(expect.arrayContaining([2, 3]));
    expect(body.faults[0]).toMatchObject({ line: 2, column: 'score' });
    expect(await publications()).toBe(before);
  });

  it('that changes what is published is refused until the correction names it', async () => {
    const line = aLine({ score: '52.00' });
    const refused = await upload([line]);
    expect(refused.body).toMatchObject({ kind: 'refused', faults: [] });
    const [change] = refused.body.changes as { message: string }[];
    expect(change).toMatchObject({ publication: '53-2022-1', line: 2, government: 'Kabupaten Ngada' });
    expect(change?.message).toContain('51.43');
    const correction = { replaces: ['53-2022-1'], reason: 'Salah ketik pada terbitan pertama' };
    expect((await upload([line], correction)).body).toMatchObject({
      kind: 'done',
      lists: [{ id: '53-2022-2', outcome: 'corrected', year: 2022 }],
    });
  });

  it('changes nothing when it says what is published already', async () => {
    const before = await publications();
    const { body } = await upload([aLine({ score: '52.00' })]);
    expect(body).toMatchObject({ kind: 'done', lists: [{ outcome: 'unchanged' }] });
    expect(await publications()).toBe(before);
  });

  it('leaves an event with who it was', async () => {
    const event = await site.db
      .selectFrom('audit_event')
      .select(['actor_kind', 'actor', 'action'])
      .where('office', '=', 'pusat')
      .where('subject_id', '=', '53-2022-2')
      .executeTakeFirst();
    expect(event).toEqual({ actor_kind: 'person', actor: adminId, action: 'publication.corrected' });
  });

  it('is not read beyond its limit, nor with a reason too short or of several lines', async () => {
    const file = { name: 'x.csv', text: 'a'.repeat(1_000_001) };
    expectProblem(await admin.post('/api/imports', { file, correction: null }), 'invalid-request');
    for (const reason of ['salah', 'Salah ketik\npada terbitan']) {
      const answer = await upload([aLine()], { replaces: ['53-2022-2'], reason });
      expectProblem(answer, 'invalid-request');
    }
  });

  it('is for nobody else', async () => {
    const head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
    expectProblem(
      await head.post('/api/imports', { file: { name: 'x', text: 'x' }, correction: null }),
      'not-permitted',
    );
  });
});
