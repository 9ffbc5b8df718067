import { randomUUID } from 'node:crypto';

import { inTransaction } from '@patuh/server/platform/database';
import { recordMaintenance } from '@patuh/server/platform/maintenance';
import { getSystemHealth } from '@patuh/shared/contracts/system';
import { ChangeId } from '@patuh/shared/domain/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { anAssessment } from '../../support/assessments.ts';
import { putInto } from '../../support/field.ts';
import { aPerson, type Client, expectProblem, grant, signedIn, type TestPerson } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let person: TestPerson;
let admin: Client;
beforeAll(async () => {
  site = await aSite({ history: false });
  person = await aPerson(site.db, { grants: [grant('national-admin')] });
  admin = await signedIn(site, person);
});
afterAll(async () => await site.close());

const DAY_MS = 86_400_000;
const health = async () => getSystemHealth.ok.parse((await admin.get('/api/system')).body);

describe('the health of the system', () => {
  it('tells versions, disk and clocks, and that nobody ever made a backup', async () => {
    const found = await health();
    expect(found.version).toMatchObject({
      patuh: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      node: process.versions.node,
    });
    expect(found.version.postgres).toMatch(/^\d+/);
    expect(found.version.schema).toMatch(/^\d{8}T\d{4}-/);
    expect(found.disk.freeBytes).toBeGreaterThan(0);
    expect(found.clock).toMatchObject({ judgement: 'good', lastAuditEvent: expect.any(String) });
    expect(found.backup).toEqual({ judgement: 'bad', lastAt: null, automatic: null });
    expect(found.drill).toEqual({ judgement: 'attention', lastAt: null });
  });

  it('counts a backup by hand before one that the server made by itself, and says so in the audit', async () => {
    const now = (): Date => new Date();
    const [aWeekAgo, yesterday] = [7, 1].map((days) => new Date(Date.now() - days * DAY_MS));
    await recordMaintenance(site.db, { kind: 'backup', automatic: true, at: yesterday! }, now);
    expect((await health()).backup).toMatchObject({ judgement: 'attention', automatic: true });
    await recordMaintenance(site.db, { kind: 'backup', automatic: false, at: aWeekAgo! }, now);
    const { backup } = await health();
    expect(backup).toEqual({ judgement: 'attention', lastAt: aWeekAgo?.toISOString(), automatic: false });
    const events = await site.db
      .selectFrom('audit_event')
      .select('actor')
      .where('action', '=', 'backup.made')
      .execute();
    expect(events.map(({ actor }) => actor)).toEqual(['update', 'backup']);
  });

  it('counts late changes that wait, and what fits no assessment', async () => {
    const { id } = await anAssessment(site.db);
    const since = new Date(Date.now() - 4 * DAY_MS);
    const waiting = { reason: null, decided_by: null, decided_at: null, decision: 'waiting' as const };
    await inTransaction(site.db, async (trx) => {
      await trx
        .insertInto('late_change')
        .values({ change_id: aChangeId(1), assessment_id: id, received_at: since, ...waiting })
        .execute();
      await trx
        .insertInto('quarantined_change')
        .values({
          person_id: person.id,
          id: aChangeId(2),
          content: '{}',
          reason: 'unknown-assessment',
          received_at: since,
        })
        .execute();
    });
    const found = await health();
    expect(found.lateChanges).toEqual({ judgement: 'attention', waiting: 1, oldestAt: since.toISOString() });
    expect(found.quarantine).toEqual({ judgement: 'attention', changes: 1 });
    // Nobody decides about what came to a unit that was not assessed: it waits until somebody opens the unit.
    await putInto({ site }, id, 'not-assessed');
    expect((await health()).lateChanges).toEqual({ judgement: 'good', waiting: 0, oldestAt: null });
  });

  it('says that a certificate is unknown where nobody answers at the address', async () => {
    expect((await health()).certificate).toEqual({ judgement: 'unknown', host: 'patuh.example', validUntil: null });
  });

  it('is for the national office only', async () => {
    const head = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
    expectProblem(await head.get('/api/system'), 'not-permitted');
  });
});

function aChangeId(digit: number): ChangeId {
  return ChangeId.parse(`${randomUUID().slice(0, 14)}7${randomUUID().slice(15, 35)}${digit}`);
}
