import { inTransaction } from '@patuh/server/platform/database';
import { appendAudit } from '@patuh/server/platform/audit';
import type { AuditLine } from '@patuh/shared/contracts/audit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { aField, type Field } from '../../support/field.ts';
import { aPerson, callerOf, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
let head: Client;
let admin: Client;
beforeAll(async () => {
  site = await aSite({ history: false });
});
beforeEach(async () => {
  field = await aField(site);
  head = await signedIn(site, await aPerson(site.db, { name: 'Yosef', grants: [grant('head', '53')] }));
  admin = await signedIn(site, await aPerson(site.db, { name: 'Wulan', grants: [grant('national-admin')] }));
});
afterAll(async () => await site.close());

const FREQUENCY = { indicatorId: 'frekuensi-pengawasan-internal' };

const lines = async (client: Client, path: string): Promise<readonly AuditLine[]> =>
  (await client.get(path)).body.lines;

describe('the audit of an office', () => {
  it('says who entered what, with the value before and after', async () => {
    const device = aDevice();
    const first = device.level(field.unit.id, FREQUENCY, 1);
    await pushAll(field.phone, [first]);
    await pushAll(field.phone, [device.level(field.unit.id, FREQUENCY, 3, [first.id])]);
    const [newest] = await lines(head, '/api/audit/53');
    expect(newest).toMatchObject({
      office: '53',
      action: 'answers.pushed',
      actor: { kind: 'person', name: 'Maria' },
      differences: [
        {
          kind: 'cell',
          subject: 'unit',
          before: { field: 'answer', value: { kind: 'level', level: 1 } },
          after: { field: 'answer', value: { kind: 'level', level: 3 } },
        },
      ],
      moreDifferences: 0,
    });
    expect(newest?.subject.label).toContain('Pemda 53.14');
    expect(newest?.differences[0]).toMatchObject({ indicator: expect.stringMatching(/pengawasan/i) });
  });

  it('says nothing of what the same push brought for another province', async () => {
    const both = await aPerson(site.db, { grants: [grant('assessor', '53'), grant('assessor', '19')] });
    const members = [{ personId: both.id, role: 'assessor' as const }];
    const here = await anAssessment(site.db, { members });
    const there = await anAssessment(site.db, { members, government: '19.06' });
    const device = aDevice();
    const changes = [device.level(here.id, FREQUENCY, 1), device.level(there.id, FREQUENCY, 2)];
    await pushAll(await signedIn(site, both), changes);
    for (const [office, other] of [
      ['53', '19.06'],
      ['19', '53.14'],
    ] as const) {
      const [newest] = await lines(admin, `/api/audit/${office}`);
      expect(newest).toMatchObject({ action: 'answers.pushed', moreDifferences: 0 });
      expect(newest?.differences).toHaveLength(1);
      expect(JSON.stringify(newest)).not.toContain(other);
    }
  });

  it('shows forty changes of a push and counts the others', async () => {
    const device = aDevice();
    const changes = Array.from({ length: 45 }, (_, index) => device.level(field.unit.id, FREQUENCY, index % 2));
    await pushAll(field.phone, changes);
    const [newest] = await lines(head, '/api/audit/53');
    expect(newest?.differences).toHaveLength(40);
    expect(newest?.moreDifferences).toBe(5);
  });

  it('pages through fifty at a time, newest first, without a gap', async () => {
    await someEvents(60);
    const first = await head.get('/api/audit/53');
    expect(first.body).toMatchObject({ more: true, offices: [{ office: '53', name: 'Provinsi 53' }] });
    const sequences = (page: { lines: readonly AuditLine[] }) => page.lines.map(({ sequence }) => sequence);
    expect(sequences(first.body)[0]).toBe(first.body.head.sequence);
    const last = sequences(first.body).at(-1) ?? 0;
    const second = await head.get(`/api/audit/53?before=${last}`);
    expect(sequences(second.body)[0]).toBe(last - 1);
  });

  it('is filtered by a thing, by a person who did it, and by what an event names', async () => {
    await someEvents(1, { period: 'satu-satunya' });
    const named = await lines(head, '/api/audit/53?subject=satu-satunya');
    expect(named.map(({ detail }) => detail)).toEqual([{ period: 'satu-satunya' }]);
    await pushAll(field.phone, [aDevice().level(field.unit.id, FREQUENCY, 1)]);
    const maria = (await lines(head, '/api/audit/53')).find(({ actor }) => actor.name === 'Maria');
    const hers = await lines(head, `/api/audit/53?subject=${maria?.actor.id ?? ''}`);
    expect(new Set(hers.map(({ actor }) => actor.name))).toEqual(new Set(['Maria']));
    expect(await lines(head, '/api/audit/53?subject=tidak-ada')).toEqual([]);
  });

  it('is the office of the own province for a head, and every office for the national one', async () => {
    expectProblem(await head.get('/api/audit/19'), 'not-found');
    expectProblem(await head.get('/api/audit/pusat'), 'not-found');
    expectProblem(await admin.get('/api/audit/00'), 'not-found');
    await someEvents(1, {}, 'pusat');
    await someEvents(1);
    const centre = await admin.get('/api/audit/pusat');
    expect(centre.body.lines[0]).toMatchObject({ actor: { kind: 'command', id: 'test' }, action: 'release.prepared' });
    expect(centre.body.offices).toContainEqual({ office: 'pusat', name: 'Kantor pusat' });
    expect(centre.body.offices).toContainEqual({ office: '53', name: 'Provinsi 53' });
  });

  it.each([
    ['/api/audit/provinsi', 'invalid-request'],
    ['/api/audit/53?before=0', 'invalid-request'],
    [`/api/audit/53?subject=${'x'.repeat(129)}`, 'invalid-request'],
  ] as const)('refuses %s', async (path, code) => {
    expectProblem(await head.get(path), code);
  });

  it('is shown to nobody who has not signed in', async () => {
    expectProblem(await callerOf(site).get('/api/audit/53'), 'signed-out');
  });
});

async function someEvents(count: number, detail: Record<string, string> = {}, office = '53'): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await inTransaction(site.db, (trx) =>
      appendAudit(
        trx,
        {
          office: office as AuditLine['office'],
          actor: { kind: 'command', id: 'test' },
          action: 'release.prepared',
          subject: { kind: 'release', id: `uji-${index}` },
          beforeHash: null,
          afterHash: null,
          detail,
        },
        () => new Date(),
      ),
    );
  }
}
