import type { Release } from '@patuh/shared/contracts/releases';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { formatPoints } from '@patuh/shared/domain/points';
import { type ComputedPayload, PublicationFile } from '@patuh/shared/publication/payload';
import { keyIdOf } from '@patuh/shared/publication/sign';
import { verifyPublications } from '@patuh/shared/publication/verify';
import { meanHalfUp } from '@patuh/shared/scoring/rounding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aPerson, expectProblem, grant, signedIn } from '../../support/people.ts';
import { bytesOf } from '../../support/publications.ts';
import { aSeason, DECREE, preparation, scopeOf, type Season } from '../../support/releases.ts';
import { aSite, type Site, TEST_KEY } from '../../support/site.ts';

let site: Site;
let season: Season;

beforeAll(async () => {
  site = await aSite({ history: false });
  season = await aSeason(site);
});
afterAll(() => site.close());

async function servedBytes(id: string): Promise<string> {
  await expect
    .poll(async () => (await site.app.inject(`/api/publications/${id}`)).statusCode, { timeout: 5_000 })
    .toBe(200);
  return (await site.app.inject(`/api/publications/${id}`)).body;
}

describe('publishing by two people', () => {
  let prepared: Release;

  it('is offered with everything final and nothing in the way', async () => {
    expect(await scopeOf(season.preparer, season)).toMatchObject({
      units: { all: 10, final: 10, notAssessed: 0 },
      blockers: [],
      published: null,
      releases: [],
    });
  });

  it('refuses a decree of tomorrow', async () => {
    const date = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const answer = await season.preparer.post('/api/releases', { ...preparation(season), decree: { ...DECREE, date } });
    expectProblem(answer, 'decree-date-in-future');
    expect(answer.body.errors).toMatchObject([{ field: 'body.decree.date' }]);
  });

  it('refuses a correction of nothing', async () => {
    const correction = { replaces: '34-2024-1', reason: 'Tidak ada yang dapat dikoreksi' };
    expectProblem(await season.preparer.post('/api/releases', preparation(season, correction)), 'nothing-to-correct');
  });

  it('begins with a preparation that names decree and content', async () => {
    const answer = await season.preparer.post('/api/releases', preparation(season));
    expect(answer.status).toBe(200);
    prepared = answer.body as Release;
    expect(prepared).toMatchObject({ state: 'prepared', decree: DECREE, preparedByMe: true, publicationId: null });
  });

  it('prepares once', async () => {
    expectProblem(await season.approver.post('/api/releases', preparation(season)), 'release-in-preparation');
  });

  it('shows beforehand the ranking that the public will read', async () => {
    const { body } = await season.approver.get(`/api/releases/${prepared.id}/preview`);
    expect(body.ranking).toMatchObject({ decree: DECREE, publication: null, coverage: { complete: true, known: 5 } });
    expect(body.ranking.rows.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3, 4, 5]);
    const publicPage = await site.app.inject('/api/rankings/34/2024');
    expect(publicPage.statusCode).toBe(404);
  });

  it('needs a second person', async () => {
    const { contentHash } = prepared;
    const answer = await season.preparer.post(`/api/releases/${prepared.id}/approval`, { contentHash });
    expectProblem(answer, 'second-person-needed');
  });

  it('needs the second person to have seen exactly what was prepared', async () => {
    const answer = await season.approver.post(`/api/releases/${prepared.id}/approval`, { contentHash: 'f'.repeat(64) });
    expectProblem(answer, 'release-changed');
  });

  it('does not exist for the head of another province', async () => {
    const other = await signedIn(site, await aPerson(site.db, { grants: [grant('head', '53')] }));
    const { contentHash } = prepared;
    expectProblem(await other.post(`/api/releases/${prepared.id}/approval`, { contentHash }), 'not-found');
    expectProblem(await other.post(`/api/releases/${prepared.id}/withdrawal`), 'not-found');
    expectProblem(await other.get(`/api/releases/${prepared.id}/preview`), 'not-found');
    expectProblem(await other.post('/api/releases', preparation(season)), 'not-found');
    expect(await scopeOf(other, season)).toBeUndefined();
  });

  it('publishes once when approved several times at once', async () => {
    const { contentHash } = prepared;
    const approve = () => season.approver.post(`/api/releases/${prepared.id}/approval`, { contentHash });
    const answers = await Promise.all([approve(), approve(), approve()]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    for (const answer of answers.filter(({ status }) => status === 409)) expectProblem(answer, 'release-decided');
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({
      state: 'published',
      publicationId: '34-2024-1',
      preparedBy: 'Kepala Perwakilan',
      decidedBy: 'Admin Pusat',
    });
  });

  it('is what the public reads then, with the decree', async () => {
    await servedBytes('34-2024-1');
    const ranking = (await site.app.inject('/api/rankings/34/2024')).json<{ rows: { status: string }[] }>();
    expect(ranking).toMatchObject({ decree: DECREE, publication: { id: '34-2024-1', publicationKind: 'computed' } });
    expect(new Set(ranking.rows.map(({ status }) => status))).toEqual(new Set(['computed']));
    const page = await site.app.inject('/peringkat/34/2024');
    expect(page.body.includes('Keputusan Ketua Ombudsman RI Nomor 252 Tahun 2024, 14 November 2024')).toBe(true);
    const list = (await site.app.inject('/api/publications')).json<{ publications: object[] }>();
    expect(list.publications).toMatchObject([{ id: '34-2024-1', publicationKind: 'computed', decree: DECREE }]);
  });

  it('gives to the last digit what scoring gives on the same answers', async () => {
    const { payload } = PublicationFile.parse(JSON.parse(await servedBytes('34-2024-1')));
    const rows = new Map((payload as ComputedPayload).rows.map((row) => [String(row.government.code), row]));
    for (const [code, units] of Map.groupBy(season.units, ({ unit }) => String(unit.government))) {
      const scores = units.map(({ result }) => ({ score: result.score, weight: 1 }));
      expect(rows.get(code)?.score).toBe(formatPoints(meanHalfUp(scores)));
    }
  });

  it('is verified by anybody from the bytes that are served, until one digit changes', async () => {
    const text = await servedBytes('34-2024-1');
    const trustedKey = keyIdOf(TEST_KEY);
    const ok = (bytes: string) => verifyPublications([{ name: 'x', bytes: bytesOf(bytes) }], { trustedKey }).ok;
    expect(ok(text)).toBe(true);
    for (const pattern of [/"score":"\d/, /"sum":\d/, /"n":\d/, /"rank":\d/, /"count":\d/, /"sequence":\d/]) {
      const place = (pattern.exec(text)?.index ?? 0) + (pattern.exec(text)?.[0].length ?? 0) - 1;
      const other = text[place] === '1' ? '2' : '1';
      expect([pattern, ok(text.slice(0, place) + other + text.slice(place + 1))]).toEqual([pattern, false]);
    }
  });

  it('prints where the audits of the province and of the national office ended', async () => {
    const { payload } = PublicationFile.parse(JSON.parse(await servedBytes('34-2024-1')));
    const { auditHeads } = payload as ComputedPayload;
    expect(auditHeads.map(({ office }) => office)).toEqual(['34', 'pusat']);
    for (const { office, sequence, hash } of auditHeads) {
      const event = await site.db
        .selectFrom('audit_event')
        .select('hash')
        .where('office', '=', office)
        .where('sequence', '=', sequence)
        .executeTakeFirst();
      expect(event?.hash).toBe(hash);
    }
  });

  it('leaves an event of the preparation and one of the publication, in the province’s audit', async () => {
    const events = await site.db
      .selectFrom('audit_event')
      .select(['action', 'subject_id', 'actor_kind'])
      .where('office', '=', ProvinceCode.parse('34'))
      .orderBy('sequence')
      .execute();
    expect(events).toEqual([
      { action: 'release.prepared', subject_id: prepared.id, actor_kind: 'person' },
      { action: 'publication.published', subject_id: '34-2024-1', actor_kind: 'person' },
    ]);
  });

  it('is not done a second time without a correction', async () => {
    expectProblem(await season.preparer.post('/api/releases', preparation(season)), 'correction-needed');
    const correction = { replaces: '34-2024-1', reason: 'Tidak ada yang berubah sama sekali' };
    expectProblem(await season.preparer.post('/api/releases', preparation(season, correction)), 'nothing-to-correct');
  });
});
