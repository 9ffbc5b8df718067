import { sql } from 'kysely';
import { monthsAfter } from '@patuh/shared/domain/retention';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pulled, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { anEvidenceId, aPhotoPiece } from '../../support/evidence-pieces.ts';
import { type Client, signedIn } from '../../support/people.ts';
import {
  aPublishedSeason,
  MARKS,
  type PublishedSeason,
  purgeDeps,
  purgeNow,
  whereFound,
} from '../../support/personal-data.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aPhoto, sender } from '../../support/uploads.ts';

let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);

let site: Site;
let season: PublishedSeason;
let phone: Client;
beforeAll(async () => {
  site = await aSite({ history: false, now });
  season = await aPublishedSeason(site);
  ahead = monthsAfter(new Date(), 60).getTime() - Date.now() + 2 * 86_400_000;
  await purgeNow(purgeDeps(site, now), 'withdrawn', 'respondents', 'evidence', 'visits', 'words');
  phone = await signedIn(site, season.people.assessor, now());
}, 60_000);
afterAll(async () => await site.close());

describe('a phone that comes after the purge', () => {
  it('is told that what it sends again is here, whatever was emptied of it', async () => {
    const answers = await pushAll(phone, season.entered);
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']));
    expect(await whereFound(site, Object.values(MARKS))).toEqual([]);
  });

  it('delivers what it never sent: it is received, and says nothing', async () => {
    const { id } = season.unit;
    const late = aDevice();
    const answers = await pushAll(phone, [
      late.change(
        id,
        { indicatorId: String(season.entered[0]?.indicatorId) },
        { field: 'note', value: 'KataTerlambatXq20' },
      ),
      late.change(id, { subjectId: season.gone }, { field: 'profile', value: aProfile }),
      late.change(id, { subjectId: otherUser() }, { field: 'profile', value: aProfile }),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['late', 'applied', 'applied']);
    expect(await whereFound(site, ['KataTerlambatXq20', 'postgraduate'])).toEqual([]);
    const { rows } = await sql<{ field: string; value: unknown }>`
      select field, value from answer_change where device_id = ${late.id} order by seq`.execute(site.db);
    expect(rows).toEqual([
      { field: 'note', value: expect.stringMatching(/^\[dihapus sesuai jadwal retensi/) as unknown },
      { field: 'profile', value: null },
      { field: 'profile', value: null },
    ]);
  });

  it('leaves the number of what it brought in the audit', async () => {
    const { detail } = await site.db
      .selectFrom('audit_event')
      .select('detail')
      .where('action', '=', 'answers.pushed')
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(detail).toMatchObject({ late: 1, emptied: 2 });
  });

  it('gets a receipt for a photo it sends again and for one it never sent, and neither lies here', async () => {
    const { id } = season.unit;
    const before = await stored();
    const again = { bytes: season.photo, sha256: season.photoHash, type: 'image/jpeg' as const };
    expect((await sender(site, phone).begin(again, id)).status).toBe(201);
    const fresh = await aPhoto(77);
    await pushAll(phone, [
      aDevice().change(id, { subjectId: anEvidenceId() }, { field: 'evidence', value: aPhotoPiece(fresh.bytes) }),
    ]);
    await sender(site, phone).begin(fresh, id, fresh.bytes);
    expect((await pulled(phone, id)).files).toContain(fresh.sha256);
    expect(await stored()).toEqual(before);
  });

  it('fetches the unit whole, with the sentence in the place of words', async () => {
    const view = await pulled(phone, season.unit.id);
    const notes = view.cells.flatMap(({ current: { entry } }) => (entry.field === 'note' ? [entry.value] : []));
    expect(notes.length).toBeGreaterThan(0);
    expect(notes.every((note) => note?.startsWith('[dihapus sesuai jadwal retensi'))).toBe(true);
    expect(view.cells.filter(({ current }) => current.entry.field === 'profile')).toEqual([]);
  });
});

const aProfile = { gender: 'male', ageBand: '17-25', education: 'postgraduate', work: 'student' } as const;

function otherUser(): string {
  const found = season.entered.find(({ subjectId, entry }) => entry.field === 'note' && subjectId.startsWith('user-'));
  return String(found?.subjectId);
}

async function stored(): Promise<readonly string[]> {
  const files = [];
  for await (const { sha256 } of site.evidence.list()) files.push(sha256);
  return files.toSorted();
}
