import { verifyAudit } from '@patuh/server/features/audit/verify';
import { listDue } from '@patuh/server/features/personal-data/due';
import type { Release } from '@patuh/shared/contracts/releases';
import { monthsAfter } from '@patuh/shared/domain/retention';
import { verifyPublications } from '@patuh/shared/publication/verify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { handIn, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { anEvidenceId, aPhotoPiece } from '../../support/evidence-pieces.ts';
import { aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import {
  aPublishedSeason,
  type PublishedSeason,
  purgeDeps,
  purgeNow,
  whereFound,
} from '../../support/personal-data.ts';
import { bytesOf } from '../../support/publications.ts';
import { DECREE } from '../../support/releases.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aPhoto, sender } from '../../support/uploads.ts';
import { ok } from '../../support/verification.ts';

/** A season of which everything was purged is opened again, years later: one story, in its order. */
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);

let site: Site;
let season: PublishedSeason;
let phone: Client;
let verifier: Client;
beforeAll(async () => {
  site = await aSite({ history: false, now });
  season = await aPublishedSeason(site);
  ahead = monthsAfter(new Date(), 60).getTime() - Date.now() + 2 * 86_400_000;
  await purgeNow(purgeDeps(site, now), 'withdrawn', 'respondents', 'evidence', 'visits', 'words');
  phone = await signedIn(site, season.people.assessor, now());
  verifier = await signedIn(site, season.people.verifier, now());
}, 60_000);
afterAll(async () => await site.close());

const point = () => ({ indicatorId: String(season.entered[0]?.indicatorId) });
const photos = Promise.all([aPhoto(81), aPhoto(82)]);
const late = aDevice();

describe('a season that was purged and is opened again', () => {
  it('is handed in anew, though nobody knows any more to which group a user belonged', async () => {
    ok(
      await season.decide(
        '/return',
        { points: [{ ...point(), subjectId: null, reason: 'Keberatan dari unit layanan' }] },
        verifier,
      ),
    );
    const head = (await pulled(phone, season.unit.id)).cells.find(
      ({ indicatorId, current }) => indicatorId === point().indicatorId && current.entry.field === 'answer',
    );
    const [photo] = await photos;
    await pushAll(phone, [
      late.change(
        season.unit.id,
        point(),
        { field: 'answer', value: { kind: 'level', level: 0 } },
        head === undefined ? [] : [head.current.changeId],
      ),
      late.change(
        season.unit.id,
        { subjectId: anEvidenceId() },
        { field: 'evidence', value: aPhotoPiece(photo.bytes, { caption: 'Bukti koreksi' }) },
      ),
    ]);
    ok(await handIn(phone, season.unit.id));
  });

  it('keeps the photos of its correction, also those that arrive after it was handed in', async () => {
    const [photo] = await photos;
    await sender(site, phone).begin(photo, season.unit.id, photo.bytes);
    expect(await site.evidence.has(photo.sha256)).toBe(true);
  });

  it('keeps what a colleague entered for it and sends after it was handed in', async () => {
    const answers = await pushAll(phone, [
      late.change(season.unit.id, point(), { field: 'note', value: 'KoreksiXq40' }),
    ]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['late']);
    expect(await whereFound(site, ['KoreksiXq40'])).not.toEqual([]);
  });

  it('is verified and published as a correction, and both results verify', async () => {
    const { assessment } = await season.office(verifier);
    const waiting = assessment.late.filter(({ decision }) => decision === 'waiting');
    for (const { changeId } of waiting) {
      const reason = 'Catatan koreksi dari rekan setim';
      ok(await season.decide(`/late/${changeId}`, { decision: 'take-in', reason }, verifier));
    }
    for (const section of season.sections) {
      const held = (await season.office(verifier)).acceptances.find(({ sectionId }) => sectionId === section)?.holds;
      if (held !== true) ok(await season.acceptSection(section, verifier));
    }
    const head = await signedIn(site, season.people.head, now());
    const admin = await aPerson(site.db, { grants: [grant('national-admin')] });
    const [first] = await site.db.selectFrom('publication').select('id').execute();
    const prepared = await head.post('/api/releases', {
      periodId: season.unit.periodId,
      province: '53',
      decree: DECREE,
      correction: { replaces: first?.id, reason: 'Satu unit dinilai ulang setelah keberatan diterima' },
    });
    expect(prepared.status).toBe(200);
    const { id, contentHash } = prepared.body as Release;
    const approved = await (await signedIn(site, admin, now())).post(`/api/releases/${id}/approval`, { contentHash });
    expect(approved.status).toBe(200);
    const files = await site.db.selectFrom('publication').select(['id', 'bytes']).orderBy('id').execute();
    const report = verifyPublications(files.map((file) => ({ name: file.id, bytes: bytesOf(file.bytes) })));
    expect(report.files.map(({ differences }) => differences)).toEqual([[], []]);
    expect((await verifyAudit(site.db, [])).ok).toBe(true);
  });

  it('is kept from that day on as long as any other', async () => {
    expect(await listDue(site.db, now(), { province: season.unit.unit.province })).toEqual([]);
    ahead = monthsAfter(now(), 60).getTime() - Date.now() + 2 * 86_400_000;
    await purgeNow(purgeDeps(site, now), 'words', 'evidence');
    expect(await whereFound(site, ['KoreksiXq40', 'Bukti koreksi'])).toEqual([]);
  });
});
