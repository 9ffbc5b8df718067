import { inTransaction } from '@patuh/server/platform/database';
import type { Release } from '@patuh/shared/contracts/releases';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { loadReferenceData } from '@patuh/server/features/publications/first-load';

import { emptyTables } from '../../support/database.ts';
import { expectProblem } from '../../support/people.ts';
import { aSeason, preparation, scopeOf, type Season, type VerifiedUnit, verifyAgain } from '../../support/releases.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let season: Season;

beforeAll(async () => {
  site = await aSite({ history: false });
});
beforeEach(async () => {
  await emptyTables(site.db);
  await loadReferenceData({ db: site.db, now: () => new Date() });
  season = await aSeason(site);
});
afterAll(() => site.close());

const firstUnit = (): VerifiedUnit => {
  const [unit] = season.units;
  if (unit === undefined) throw new RangeError('No unit');
  return unit;
};

async function setState(state: 'returned' | 'verified' | 'in-progress'): Promise<void> {
  await site.db.updateTable('assessment').set({ state }).where('id', '=', firstUnit().id).execute();
}

async function prepared(): Promise<Release> {
  return (await season.preparer.post('/api/releases', preparation(season))).body as Release;
}

const approve = ({ id, contentHash }: Release) => season.approver.post(`/api/releases/${id}/approval`, { contentHash });

async function publications(): Promise<number> {
  return (await site.db.selectFrom('publication').select('id').execute()).length;
}

describe('a preparation', () => {
  it('is refused with the list of what is not final', async () => {
    await setState('returned');
    const answer = await season.preparer.post('/api/releases', preparation(season));
    expectProblem(answer, 'release-blocked');
    expect(answer.body.blockers).toEqual(['Kabupaten Kulon Progo: Dinas 34.01 1001 (dikembalikan)']);
    expect(await scopeOf(season.preparer, season)).toMatchObject({
      units: { all: 10, final: 9, notAssessed: 0 },
      blockers: [{ assessmentId: firstUnit().id, government: 'Kabupaten Kulon Progo', state: 'returned' }],
    });
  });

  it('waits until the clarification window is over', async () => {
    const { periodId } = season;
    const until = (at: Date) =>
      site.db.updateTable('period').set({ clarification_until: at }).where('id', '=', periodId).execute();
    await until(new Date(Date.now() + 86_400_000));
    const answer = await season.preparer.post('/api/releases', preparation(season));
    expectProblem(answer, 'release-blocked');
    expect(answer.body.blockers).toHaveLength(10);
    await until(new Date(Date.now() - 1_000));
    expect((await prepared()).state).toBe('prepared');
  });

  it('leaves units out that carry a reason, and says so', async () => {
    await site.db
      .updateTable('assessment')
      .set({ state: 'not-assessed', not_assessed_reason: 'disaster', not_assessed_note: 'Banjir' })
      .where('unit_id', '=', firstUnit().unit.id)
      .execute();
    const { id } = await prepared();
    const { content } = await site.db
      .selectFrom('release')
      .select('content')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(content)).toContain('"reason":"disaster"');
    expect(JSON.stringify(content)).not.toContain('Banjir');
  });

  it('refuses what does not fit the contract, naming the field', async () => {
    for (const [field, body] of [
      ['body.decree.number', { ...preparation(season), decree: { number: ' ', date: '2024-11-14' } }],
      ['body.decree.date', { ...preparation(season), decree: { number: '1', date: '2024-02-31' } }],
      ['body.decree.date', { ...preparation(season), decree: { number: '1', date: '0000-11-14' } }],
      ['body.correction.reason', preparation(season, { replaces: '34-2024-1', reason: 'salah' })],
    ] as const) {
      const answer = await season.preparer.post('/api/releases', body);
      expectProblem(answer, 'invalid-request');
      expect(answer.body.errors[0].field).toBe(field);
    }
    expectProblem(await season.preparer.post('/api/releases', { ...preparation(season), score: 1 }), 'invalid-request');
  });

  it('made by two people at once exists once', async () => {
    const answers = await Promise.all([
      season.preparer.post('/api/releases', preparation(season)),
      season.approver.post('/api/releases', preparation(season)),
    ]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  it('is taken back by one of those who may publish, once, and can then be made anew', async () => {
    const release = await prepared();
    const answer = await season.approver.post(`/api/releases/${release.id}/withdrawal`);
    expect(answer.body).toMatchObject({ state: 'withdrawn', decidedBy: 'Admin Pusat', publicationId: null });
    expectProblem(await season.approver.post(`/api/releases/${release.id}/withdrawal`), 'release-decided');
    expectProblem(await approve(release), 'release-decided');
    expect((await prepared()).state).toBe('prepared');
  });
});

describe('an approval', () => {
  it('is refused while a unit was reopened', async () => {
    const release = await prepared();
    await setState('returned');
    const answer = await approve(release);
    expectProblem(answer, 'release-blocked');
    expect(answer.body.blockers).toHaveLength(1);
    expect(await publications()).toBe(0);
  });

  it('is refused when a unit was verified anew with other answers', async () => {
    const release = await prepared();
    await verifyAgain(site.db, firstUnit(), 77, season.verifier);
    expectProblem(await approve(release), 'release-changed');
    expect(await publications()).toBe(0);
  });

  it('waits for somebody who is just reopening a unit, and is then refused', async () => {
    const release = await prepared();
    let approval: ReturnType<typeof approve> | undefined;
    await inTransaction(site.db, async (trx) => {
      await trx.updateTable('assessment').set({ state: 'returned' }).where('id', '=', firstUnit().id).execute();
      approval = approve(release);
      const waiting = async (): Promise<number> => {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from pg_locks where not granted
          and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(trx);
        return rows[0]?.n ?? 0;
      };
      await expect.poll(waiting, { timeout: 10_000 }).toBeGreaterThan(0);
    });
    expectProblem((await approval) ?? (await approve(release)), 'release-blocked');
    expect(await publications()).toBe(0);
  });

  it.each([
    [
      'content',
      (id: string) =>
        sql`update release set content = jsonb_set(content, '{rows,0,score}', '"99.99"') where id = ${id}`,
    ],
    ['hash', (id: string) => sql`update release set content_hash = ${'e'.repeat(64)} where id = ${id}`],
    ['decree', (id: string) => sql`update release set decree_number = '1 Tahun 1999' where id = ${id}`],
  ])('is refused when the %s was changed in the database', async (_what, change) => {
    const release = await prepared();
    await change(release.id).execute(site.db);
    expectProblem(await approve(release), 'release-changed');
    const { content_hash: contentHash } = await site.db
      .selectFrom('release')
      .select('content_hash')
      .where('id', '=', release.id)
      .executeTakeFirstOrThrow();
    expectProblem(await approve({ ...release, contentHash }), 'release-changed');
    expect(await publications()).toBe(0);
  });

  it('leaves nothing behind when it is refused', async () => {
    const release = await prepared();
    await setState('in-progress');
    await approve(release);
    const { state } = await site.db
      .selectFrom('release')
      .select('state')
      .where('id', '=', release.id)
      .executeTakeFirstOrThrow();
    expect(state).toBe('prepared');
    const events = await site.db
      .selectFrom('audit_event')
      .select('action')
      .where('office', '=', ProvinceCode.parse('34'))
      .execute();
    expect(events).toEqual([{ action: 'release.prepared' }]);
  });
});
