import type { getSeason } from '@patuh/shared/contracts/season';
import type { PeriodId } from '@patuh/shared/domain/ids';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';

import { anAssessment, aPeriod } from '../../support/assessments.ts';
import { aField, type Field, putInto } from '../../support/field.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { countOf } from '../../support/today.ts';

let site: Site;
let field: Field;
let head: Client;
let verifier: Client;
let comparison: PeriodId;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  const as = async (role: 'head' | 'verifier'): Promise<Client> =>
    await signedIn(site, await aPerson(site.db, { grants: [grant(role, '53')] }));
  head = await as('head');
  verifier = await as('verifier');
  const compares = field.unit.periodId;
  comparison = await aPeriod(site.db, { kind: 'comparison', compares });
  const person = await aPerson(site.db, { name: 'Anggota tim kedua', grants: [grant('assessor', '53')] });
  const second = await anAssessment(site.db, {
    periodId: comparison,
    unit: field.unit.unit,
    members: [{ personId: person.id, role: 'assessor' }],
  });
  // In the middle of the unit, and nobody heard of a device.
  await putInto(field, second.id, 'in-progress');
});

async function scopesOf(client: Client): Promise<readonly string[]> {
  const { body } = await client.get('/api/office/season');
  return (body as z.infer<typeof getSeason.ok>).scopes.map(({ kind }) => kind);
}

describe('a season of which some units are visited twice', () => {
  it('is watched by a verifier without a word of second visits, which the head sees', async () => {
    expect(await scopesOf(head)).toEqual(['season', 'comparison']);
    expect(await scopesOf(verifier)).toEqual(['season']);
    const asked = `/api/office/season?period=${comparison}&province=53`;
    expect((await head.get(asked)).status).toBe(200);
    expectProblem(await verifier.get(asked), 'not-found');
    for (const province of ['53', 'all']) {
      const table = `/api/office/season/${comparison}/${province}/table`;
      expect((await head.get(table)).status).toBe(200);
      expectProblem(await verifier.get(table), 'not-found');
    }
  });

  it('is what one looks at first, and its days are those of the second visits too', async () => {
    await sql`
      insert into period_phase (period_id, phase, starts_on, ends_on)
      values (${field.unit.periodId}, 'fieldwork', current_date - 3, current_date + 3)`.execute(site.db);
    const first: z.infer<typeof getSeason.ok> = (await head.get('/api/office/season')).body;
    const second: z.infer<typeof getSeason.ok> = (await head.get(`/api/office/season?period=${comparison}&province=53`))
      .body;
    expect(first.scope?.kind).toBe('season');
    expect(second.scope?.kind).toBe('comparison');
    expect(first.calendar.underWay.map(({ phase }) => phase)).toEqual(['fieldwork']);
    expect(second.calendar).toEqual(first.calendar);
  });

  it('names the silent devices of the second teams to the head alone', async () => {
    await sql`delete from team_member where team_id = ${field.unit.teamId}`.execute(site.db);
    expect(await countOf(head, 'silent-devices')).toBe(1);
    expect(await countOf(verifier, 'silent-devices')).toBe(0);
  });
});
