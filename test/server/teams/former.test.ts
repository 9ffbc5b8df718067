import type { Change } from '@patuh/shared/domain/change';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, aPeriod, handIn, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice, type TestDevice } from '../../support/changes.ts';
import { aFieldFile } from '../../support/field-files.ts';
import { aField, type Field, outcomes } from '../../support/field.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { anotherTeam, giveTo, leavesTheTeam } from '../../support/plan.ts';
import { aPull } from '../../support/pulls.ts';
import { aSite, type Site } from '../../support/site.ts';
import { addressOf, aPhoto, sender, type TestFile } from '../../support/uploads.ts';

let site: Site;
let field: Field;
let device: TestDevice;
let ruth: Client;
let other: Awaited<ReturnType<typeof anotherTeam>>;
let photo: TestFile;
beforeAll(async () => {
  site = await aSite({ history: false });
  photo = await aPhoto(1);
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  device = aDevice();
  other = await anotherTeam(site, field.unit);
  ruth = other.phone;
});

const PLACES = ['penjaminan-mutu', 'kecukupan-pelaksana', 'frekuensi-pengawasan-internal'] as const;

/** So many answers that Maria enters on her phone. */
function entered(count: number): Change[] {
  return PLACES.slice(0, count).map((indicatorId) => device.level(field.unit.id, { indicatorId }, 2));
}

const outcome = async (client: Pick<Client, 'post'>, changes: readonly Change[]): Promise<readonly string[]> =>
  outcomes(await pushAll(client, changes));

const goneOn = async (client: Pick<Client, 'post'>): Promise<readonly string[]> => {
  const have = [{ assessmentId: field.unit.id, version: 0 }];
  return (await client.post('/api/sync/pull', aPull({ have }))).body.gone;
};

const takesNoGrants = async (): Promise<void> => {
  await site.db.deleteFrom('person_grant').where('person_id', '=', field.maria.id).execute();
};

const answeredBy = async (client: Client): Promise<readonly (readonly [string | null, string])[]> =>
  (await pulled(client, field.unit.id)).cells.map(({ indicatorId, current }) => [indicatorId, current.by]);

describe('a unit that went to another team while a phone was away', () => {
  it('gets what was entered before and after, once, and the new team sees who answered', async () => {
    const [before, later] = entered(2);
    expect(await outcome(field.phone, [before!])).toEqual(['applied']);
    await giveTo(site.db, field.unit, other.teamId);
    expect(await outcome(field.phone, [before!, later!])).toEqual(['duplicate', 'applied']);
    expect(new Map(await answeredBy(ruth))).toEqual(
      new Map([
        [before!.indicatorId, 'Maria'],
        [later!.indicatorId, 'Maria'],
      ]),
    );
    expect(await goneOn(field.phone)).toEqual([field.unit.id]);
    expect(await goneOn(ruth)).toEqual([]);
  });

  it('keeps both values where the teams differ, as it does for two of one team', async () => {
    const [marias] = entered(1);
    await giveTo(site.db, field.unit, other.teamId);
    const ruths = aDevice().level(field.unit.id, { indicatorId: PLACES[0] }, 1);
    expect(await outcome(ruth, [ruths])).toEqual(['applied']);
    expect(await outcome(field.phone, [marias!])).toEqual(['conflict']);
    const [cell] = (await pulled(ruth, field.unit.id)).cells;
    expect([cell?.current.by, ...(cell?.others ?? []).map(({ by }) => by)]).toEqual(['Maria', 'Ruth']);
  });

  it('takes what comes after handing in as late, like anybody’s', async () => {
    await giveTo(site.db, field.unit, other.teamId);
    await site.db
      .updateTable('assessment')
      .set({ state: 'submitted', submitted_at: new Date() })
      .where('id', '=', field.unit.id)
      .execute();
    expect(await outcome(field.phone, entered(1))).toEqual(['late']);
  });

  it('is handed in by the new team only', async () => {
    const { version, answersHash } = await pulled(field.phone, field.unit.id);
    await giveTo(site.db, field.unit, other.teamId);
    const manifest = { version: version + 1, answersHash, evidence: [] };
    expectProblem(await field.phone.post(`/api/assessments/${field.unit.id}/submission`, manifest), 'not-found');
    expectProblem(await handIn(ruth, field.unit.id), 'assessment-incomplete');
  });

  it('shows whoever had it nothing any more: no evidence, no devices, no result of last year', async () => {
    await giveTo(site.db, field.unit, other.teamId);
    for (const part of ['evidence', 'devices', 'last-year']) {
      expectProblem(await field.phone.get(`/api/assessments/${field.unit.id}/${part}`), 'not-found');
    }
  });

  it('comes back as if nothing had been, and the phone gets what the others entered', async () => {
    await giveTo(site.db, field.unit, other.teamId);
    await pushAll(ruth, [aDevice().level(field.unit.id, { indicatorId: PLACES[0] }, 1)]);
    await giveTo(site.db, field.unit, field.unit.teamId);
    expect(await answeredBy(field.phone)).toEqual([[PLACES[0], 'Ruth']]);
    expect(await goneOn(ruth)).toEqual([field.unit.id]);
    expect(await outcome(ruth, [aDevice().level(field.unit.id, { indicatorId: PLACES[1] }, 1)])).toEqual(['applied']);
  });

  it('takes a photo that was on its way, and one that is begun only now', async () => {
    const maria = sender(site, field.phone);
    const address = addressOf(await maria.begin(photo, field.unit.id, photo.bytes.subarray(0, 100)));
    await giveTo(site.db, field.unit, other.teamId);
    expect((await maria.send(address, 100, photo.bytes.subarray(100))).headers['x-patuh-receipt']).toBe(photo.sha256);
    const second = await aPhoto(2);
    expect((await maria.begin(second, field.unit.id, second.bytes)).status).toBe(201);
    expect(new Set((await pulled(ruth, field.unit.id)).files)).toEqual(new Set([photo.sha256, second.sha256]));
  });
});

describe('a member who left the team', () => {
  beforeEach(async () => await leavesTheTeam(site.db, field.maria.id));

  it('brings what they had entered, and sees and hands in nothing', async () => {
    expect(await outcome(field.phone, entered(2))).toEqual(['applied', 'applied']);
    expect((await sender(site, field.phone).begin(photo, field.unit.id, photo.bytes)).status).toBe(201);
    expect(await goneOn(field.phone)).toEqual([field.unit.id]);
    expectProblem(await field.phone.get(`/api/assessments/${field.unit.id}/evidence`), 'not-found');
    expectProblem(
      await field.phone.post(`/api/assessments/${field.unit.id}/submission`, {
        version: 0,
        answersHash: 'a'.repeat(64),
        evidence: [],
      }),
      'not-found',
    );
  });

  it('is no longer named as one to the rest of the team', async () => {
    const { team } = await pulled(field.helper, field.unit.id);
    expect(team.members.map(({ name }) => name)).toEqual(['Yosef']);
  });

  it('gets no unit that the team is given afterwards', async () => {
    const later = await anAssessment(site.db, { periodId: field.unit.periodId, teamId: field.unit.teamId });
    const { assessments } = (await field.phone.post('/api/sync/pull', aPull())).body;
    expect(assessments).toEqual([]);
    expect((await pulled(field.helper, later.id)).id).toBe(later.id);
  });
});

describe('somebody whose part in the field ended', () => {
  it('sends nothing any more, but what a colleague brings of theirs counts', async () => {
    const changes = entered(2);
    await takesNoGrants();
    expectProblem(await field.phone.post('/api/sync/push', { changes }), 'not-permitted');
    const file = aFieldFile({ author: field.maria, changes });
    expect((await field.helper.post('/api/field-files', file)).body).toMatchObject({ stored: 2, refused: 0 });
    expect((await answeredBy(field.helper)).map(([, by]) => by)).toEqual(['Maria', 'Maria']);
  });

  it('counts with what the office brings after the account was closed and the unit is another team’s', async () => {
    const changes = entered(2);
    await site.db.updateTable('person').set({ disabled_at: new Date() }).where('id', '=', field.maria.id).execute();
    await giveTo(site.db, field.unit, other.teamId);
    const theresia = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }));
    const file = aFieldFile({ author: field.maria, changes });
    expect((await theresia.post('/api/field-files', file)).body).toMatchObject({ stored: 2, refused: 0 });
    expect((await answeredBy(ruth)).map(([, by]) => by)).toEqual(['Maria', 'Maria']);
  });

  it('loses nothing by having sent it from another province first: the file is looked at anew', async () => {
    const changes = entered(2);
    await site.db
      .updateTable('person_grant')
      .set({ scope_code: '19' })
      .where('person_id', '=', field.maria.id)
      .execute();
    expect(await outcome(field.phone, changes)).toEqual(['refused unknown-assessment', 'refused unknown-assessment']);
    const file = aFieldFile({ author: field.maria, changes });
    expect((await field.helper.post('/api/field-files', file)).body).toMatchObject({ stored: 2, refused: 0 });
    expect(await answeredBy(field.helper)).toHaveLength(2);
  });

  it('counts with nothing in a unit that was never their team’s', async () => {
    const foreign = await anAssessment(site.db, { periodId: field.unit.periodId, teamId: other.teamId });
    const changes = [device.level(foreign.id, { indicatorId: PLACES[0] }, 1)];
    const file = aFieldFile({ author: field.maria, changes });
    expect((await field.helper.post('/api/field-files', file)).body).toMatchObject({ stored: 0, refused: 1 });
  });
});

describe('a period that is still being planned', () => {
  it('is unseen on the phones of its teams until it is opened', async () => {
    const periodId = await aPeriod(site.db, { year: 2031 });
    await site.db.updateTable('period').set({ opened_at: null }).where('id', '=', periodId).execute();
    const { phone, teamId } = await anotherTeam(site, { periodId }, 'Lidia');
    const planned = await anAssessment(site.db, { periodId, teamId });
    expect((await phone.post('/api/sync/pull', aPull())).body.assessments).toEqual([]);
    expect((await phone.get('/api/field-keys')).body.teams).toEqual([]);
    await site.db.updateTable('period').set({ opened_at: new Date() }).where('id', '=', periodId).execute();
    expect((await pulled(phone, planned.id)).id).toBe(planned.id);
  });
});
