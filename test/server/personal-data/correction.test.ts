import { monthsAfter } from '@patuh/shared/domain/retention';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { handIn, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice } from '../../support/changes.ts';
import { anEvidenceId, aPhotoPiece } from '../../support/evidence-pieces.ts';
import { type Client, signedIn } from '../../support/people.ts';
import {
  aPublishedSeason,
  type PublishedSeason,
  purgeDeps,
  purgeNow,
  whereFound,
} from '../../support/personal-data.ts';
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
});
