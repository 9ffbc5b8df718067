import { randomBytes } from 'node:crypto';

import { custodyOf } from '@patuh/server/platform/custody/custody';
import { parseCustodyKey } from '@patuh/server/platform/custody/custody-keys';
import type { FieldKeys } from '@patuh/shared/contracts/field-files';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment } from '../../support/assessments.ts';
import { OTHER_CUSTODY, OTHER_CUSTODY_PEM, TEST_CUSTODY, TEST_CUSTODY_PEM } from '../../support/custody.ts';
import { lockedFor } from '../../support/field-files.ts';
import { aField, type Field } from '../../support/field.ts';
import { aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
});

const keysOf = async (client: Pick<Client, 'get'>): Promise<FieldKeys> =>
  (await client.get('/api/field-keys')).body as FieldKeys;

describe('the keys of a phone of the field', () => {
  it('are the same on every phone of the person, and a restored server gives them again', async () => {
    const keys = await keysOf(field.phone);
    expect(await keysOf(await signedIn(site, field.maria))).toEqual(keys);
    const restored = custodyOf([parseCustodyKey(TEST_CUSTODY_PEM)!]);
    expect(keys.custody).toEqual(restored.publicKey);
    expect(Buffer.from(keys.author, 'base64')).toEqual(Buffer.from(restored.authorKey(field.maria.id)));
  });

  it('prove nothing in a colleague’s name, and nothing at another office', async () => {
    const [maria, yosef] = [await keysOf(field.phone), await keysOf(field.helper)];
    expect(maria.author).not.toBe(yosef.author);
    const elsewhere = Buffer.from(OTHER_CUSTODY.authorKey(field.maria.id)).toString('base64');
    expect(maria.author).not.toBe(elsewhere);
  });

  it('open files of the own teams, and of no other', async () => {
    const stranger = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    const theirs = await anAssessment(site.db, {
      government: '53.14',
      members: [{ personId: stranger.id, role: 'assessor' }],
    });
    const [maria, yosef] = [await keysOf(field.phone), await keysOf(field.helper)];
    const other = await keysOf(await signedIn(site, stranger));
    expect(maria.teams).toHaveLength(1);
    expect(yosef.teams).toEqual(maria.teams);
    expect(other.teams).toHaveLength(1);
    expect(other.teams[0]?.teamId).not.toBe(maria.teams[0]?.teamId);
    expect(other.teams[0]?.key).not.toBe(maria.teams[0]?.key);
    expect(theirs.id).not.toBe(field.unit.id);
  });

  it('of a team are not given to a member who may no longer see its units', async () => {
    await site.db.deleteFrom('person_grant').where('person_id', '=', field.yosef.id).execute();
    await site.db
      .insertInto('person_grant')
      .values({
        person_id: field.yosef.id,
        role: 'enumerator',
        scope_kind: 'province',
        scope_code: '19',
        granted_at: new Date(),
      })
      .execute();
    expect((await keysOf(field.helper)).teams).toEqual([]);
  });
});

describe('the custody of the office', () => {
  it('gives a person their own data key back, and says so in the audit without the key', async () => {
    const key = randomBytes(32);
    const reply = await field.phone.post('/api/field-keys/custody', lockedFor(TEST_CUSTODY, field.maria.id, key));
    expect(reply.body).toEqual({ key: key.toString('base64') });
    const [event] = await site.db.selectFrom('audit_event').selectAll().execute();
    expect(event).toMatchObject({
      office: '53',
      action: 'custody.opened',
      actor: field.maria.id,
      subject_id: field.maria.id,
    });
    expect(event?.detail).toEqual({ custody: TEST_CUSTODY.publicKey.keyId.slice(0, 16) });
  });

  it('gives it back to somebody whose role ended: a phone may be found after the season', async () => {
    const gone = await aPerson(site.db, { grants: [] });
    const lock = lockedFor(TEST_CUSTODY, gone.id, randomBytes(32));
    expect((await (await signedIn(site, gone)).post('/api/field-keys/custody', lock)).status).toBe(200);
  });

  it('keeps it from whoever finds a phone that is still signed in and knows no password', async () => {
    const lock = lockedFor(TEST_CUSTODY, field.maria.id, randomBytes(32));
    await site.db
      .updateTable('device_session')
      .set({ created_at: new Date(Date.now() - 16 * 60_000) })
      .where('person_id', '=', field.maria.id)
      .execute();
    const reply = await field.phone.post('/api/field-keys/custody', lock);
    expect(reply).toMatchObject({ status: 403, body: { code: 'sign-in-again' } });
    expect(await site.db.selectFrom('audit_event').select('id').execute()).toEqual([]);
  });

  it('answers whatever is not theirs in one and the same way, and the audit is silent', async () => {
    const key = randomBytes(32);
    const colleague = lockedFor(TEST_CUSTODY, field.yosef.id, key);
    const own = lockedFor(TEST_CUSTODY, field.maria.id, key);
    const answers = await Promise.all(
      [
        colleague,
        lockedFor(OTHER_CUSTODY, field.maria.id, key),
        { ...own, wrapped: randomBytes(384).toString('base64') },
        { ...own, wrapped: 'AAAA' },
        { ...own, keyId: 'a'.repeat(64) },
        lockedFor(TEST_CUSTODY, field.maria.id, randomBytes(16)),
      ].map(async (lock) => await field.phone.post('/api/field-keys/custody', lock)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ code: 'custody-unknown' });
    expect(await site.db.selectFrom('audit_event').select('id').execute()).toEqual([]);
  });

  it('opens what was locked before its key changed, and believes what was proven then', () => {
    const [older, newer] = [parseCustodyKey(OTHER_CUSTODY_PEM)!, parseCustodyKey(TEST_CUSTODY_PEM)!];
    const changed = custodyOf([newer, older]);
    const key = randomBytes(32);
    const lock = lockedFor(OTHER_CUSTODY, field.maria.id, key);
    expect(Buffer.from(changed.openLock(lock, field.maria.id)!)).toEqual(key);
    expect(changed.publicKey).toEqual(TEST_CUSTODY.publicKey);
    expect(changed.authorKeys(field.maria.id)).toEqual([
      TEST_CUSTODY.authorKey(field.maria.id),
      OTHER_CUSTODY.authorKey(field.maria.id),
    ]);
  });
});
