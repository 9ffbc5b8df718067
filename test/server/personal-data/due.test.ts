import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { dueAt, fingerprintOf, lengthsOf, listDue } from '@patuh/server/features/personal-data/due';
import { purgeAsSeen } from '@patuh/server/features/personal-data/purge';
import { findScopes } from '@patuh/server/features/personal-data/queries';
import { inTransaction } from '@patuh/server/platform/database';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { removedText } from '@patuh/shared/sync/emptied';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { aPerson, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { purgeDeps, purgeNow, whereFound } from '../../support/personal-data.ts';
import { aSite, type Site } from '../../support/site.ts';

let at = new Date('2026-11-22T01:00:00.000Z');
const now = (): Date => at;

let site: Site;
let trial: PeriodId;
let person: TestPerson;
beforeAll(async () => {
  site = await aSite({ history: false, now });
  person = await aPerson(site.db, { grants: [grant('assessor', '53')] });
  trial = await aPeriod(site.db, { kind: 'trial', year: 2026 });
  const unit = await anAssessment(site.db, {
    periodId: trial,
    members: [{ personId: person.id, role: 'assessor' }],
  });
  const device = aDevice();
  const visit = {
    date: '2026-11-20',
    from: '09:00',
    until: '11:00',
    letter: { number: 'ST/12/2026', date: '2026-11-18' },
    team: ['NamaAnggotaXq50'],
    met: [],
    handedOver: [],
    unitRemarks: `Tahun lalu tertulis: ${removedText('2025-01-31')}`,
    unsignedReason: 'Pimpinan tidak di tempat',
    signature: null,
  };
  const subjectId = `visit-${randomUUID().replace(/^(.{14})./, '$17')}`;
  const answers = await pushAll(await signedIn(site, person, now()), [
    device.change(unit.id, { subjectId }, { field: 'visit', value: visit }),
    device.change(unit.id, { indicatorId: 'tidak-ada' }, { field: 'note', value: 'TakTerpakaiXq51' }),
  ]);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['applied', 'refused']);
});
afterAll(async () => await site.close());

const scopeOf = async (province: string) => {
  const scopes = await findScopes(site.db, { periodId: trial });
  return scopes.find((scope) => scope.province === province);
};

async function days(phase: string, endsOn: string, province: string | null): Promise<void> {
  await sql`
    insert into period_phase (period_id, province_code, phase, starts_on, ends_on)
    values (${trial}, ${province}, ${phase}, '2026-01-01', ${endsOn})`.execute(site.db);
}

describe('the end of a trial', () => {
  it('is that of its last phase by the days that hold in the province, whoever set them', async () => {
    await days('fieldwork', '2026-06-30', '53');
    await days('fieldwork', '2026-10-31', null);
    await days('verification', '2026-09-30', null);
    const scope = await scopeOf('53');
    // The first of October in Kupang.
    expect(scope?.endsAt).toEqual(new Date('2026-09-30T16:00:00.000Z'));
  });

  it('counts months by the calendar of the province', async () => {
    const scope = await scopeOf('53');
    if (scope === undefined) throw new Error('There is no trial');
    const lengths = { ...(await lengthsOf(site.db)), words: 6 };
    // From the first of March to the first of September, and not from the last of February to the 28th of August.
    const march = { ...scope, endsAt: new Date('2026-02-28T16:00:00.000Z') };
    expect(dueAt('words', march, lengths, now())).toEqual(new Date('2026-08-31T16:00:00.000Z'));
  });
});

describe('a list of what is due', () => {
  it('names a province that has nothing in a trial but a case for practice', async () => {
    await sql`
      insert into calibration_case
        (id, period_id, province_code, number, indicator_id, situation, level, reason, made_by, made_at)
      values (${randomUUID()}, ${trial}, '34', 1, 'motto', 'SituasiXq52', 1, 'AlasanXq52', ${person.id}, ${at})`.execute(
      site.db,
    );
    at = new Date('2036-11-22T01:00:00.000Z');
    const found = (await listDue(site.db, now(), { province: '34' as never })).map(({ kind }) => kind);
    expect(found).toEqual(['words']);
  });

  it('holds the names in a visit in which somebody quotes the sentence of a purge', async () => {
    await purgeNow(purgeDeps(site, now), 'visits', 'words');
    expect(await whereFound(site, ['NamaAnggotaXq50', 'Tahun lalu tertulis', 'SituasiXq52', 'AlasanXq52'])).toEqual([]);
    expect(await listDue(site.db, now(), { kinds: ['visits', 'words'] })).toEqual([]);
  });
});

describe('two purges at once', () => {
  it('take what they saw away once, and one of them says that it was gone', async () => {
    const seen = new Map([
      ['unplaced' as const, fingerprintOf(await listDue(site.db, now(), { kinds: ['unplaced'] }))],
    ]);
    // Both are let go when each of them has come as far as it comes.
    const reports = await inTransaction(site.db, async (trx) => {
      await sql`lock table purge in share mode`.execute(trx);
      const running = [1, 2].map(async () => await purgeAsSeen(purgeDeps(site, now), seen, {}));
      while ((await waiting()) < running.length) await pause(20);
      return { running };
    }).then(async ({ running }) => await Promise.all(running));
    expect(reports.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'purged']);
    const { rows } = await sql`select entries from purge where kind = 'unplaced'`.execute(site.db);
    expect(rows).toEqual([{ entries: 1 }]);
  });
});

async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(site.db);
  return rows[0]?.n ?? 0;
}
