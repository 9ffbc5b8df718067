import { loadReferenceData } from '@patuh/server/features/publications/first-load';
import { inTransaction } from '@patuh/server/platform/database';
import type { Release } from '@patuh/shared/contracts/releases';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { aDevice } from '../../support/changes.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Answer, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSeason, preparation } from '../../support/releases.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
  await emptyTables(site.db);
  await loadReferenceData({ db: site.db, now: () => new Date() });
});
afterAll(async () => await site.close());

it('a team that reopens a unit, or sends an answer, in the moment of publishing comes too late', async () => {
  const season = await aSeason(site);
  const [unit] = season.units;
  if (unit === undefined) throw new RangeError('No unit');
  const maria = await aPerson(site.db, { grants: [grant('assessor', '34')] });
  const phone = await signedIn(site, maria);
  await sql`insert into team_member (team_id, person_id, role) select team_id, ${maria.id}, 'assessor'
    from period_unit where unit_id = ${unit.unit.id}`.execute(site.db);
  await sql`update assessment set state = 'not-assessed', not_assessed_reason = 'disaster', verified_at = null
    where id = ${unit.id}`.execute(site.db);
  const release = (await season.preparer.post('/api/releases', preparation(season))).body as Release;

  const answers: Promise<Answer>[] = [];
  await inTransaction(site.db, async (trx) => {
    // The approval stops before its last line, with all the units in its hand; the team waits for one of them.
    await sql`select from audit_head where office = '34' for update`.execute(trx);
    const waiting = async (): Promise<number> => {
      const { rows } = await sql<{ n: number }>`
        select count(distinct pid)::int as n from pg_locks where not granted
        and pid in (select pid from pg_stat_activity where datname = current_database())`.execute(site.db);
      return rows[0]?.n ?? 0;
    };
    const { contentHash } = release;
    answers.push(season.approver.post(`/api/releases/${release.id}/approval`, { contentHash }));
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    answers.push(phone.post(`/api/assessments/${unit.id}/reopening`, { version: 0 }));
    await expect.poll(waiting, { timeout: 10_000 }).toBe(2);
    const changes = [aDevice().level(unit.id, { indicatorId: 'penjaminan-mutu' }, 1)];
    answers.push(phone.post('/api/sync/push', { changes }));
    await expect.poll(waiting, { timeout: 10_000 }).toBe(3);
  });
  const [approved, reopened, pushed] = await Promise.all(answers);
  expect(approved?.body).toMatchObject({ state: 'published' });
  if (reopened !== undefined) expectProblem(reopened, 'assessment-published');
  // It is history of a published result, which nobody has to decide about.
  expect(pushed?.body).toMatchObject({ answers: [{ outcome: 'late' }] });
  const late = await site.db.selectFrom('late_change').select('decision').execute();
  expect(late).toEqual([{ decision: 'after-publication' }]);
});
