import { verifyAudit } from '@patuh/server/features/audit/verify';
import { listDue } from '@patuh/server/features/personal-data/due';
import { entryOf } from '@patuh/server/platform/assessments/cells';
import { countAnswers } from '@patuh/server/platform/purge/answers';
import { monthsAfter } from '@patuh/shared/domain/retention';
import { verifyPublications } from '@patuh/shared/publication/verify';
import { retentionOf } from '@patuh/shared/sync/emptied';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ok } from '../../support/verification.ts';
import { signedIn } from '../../support/people.ts';
import {
  aPublishedSeason,
  MARKS,
  type PublishedSeason,
  purgeDeps,
  purgeNow,
  whereFound,
} from '../../support/personal-data.ts';
import { bytesOf } from '../../support/publications.ts';
import { aSite, type Site } from '../../support/site.ts';

/** Everything below happens on one season, in the order of its years. */
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);
/** So many months and a day after the publication. */
function later(months: number): void {
  ahead = monthsAfter(new Date(), months).getTime() - Date.now() + 2 * 86_400_000;
}

let site: Site;
let season: PublishedSeason;
let published: string;
let scores: unknown;
beforeAll(async () => {
  site = await aSite({ history: false, now });
  season = await aPublishedSeason(site);
  published = (await site.db.selectFrom('publication').select('bytes').executeTakeFirstOrThrow()).bytes;
  scores = await site.db.selectFrom('unit_score').selectAll().execute();
}, 60_000);
afterAll(async () => await site.close());

const found = async (...words: string[]) => await whereFound(site, words);
const deps = () => purgeDeps(site, now);

describe('before its time', () => {
  it('nothing of a season is due on the day it is published', async () => {
    expect(await listDue(site.db, now())).toEqual([]);
  });

  it('every word that was planted is there to be lost', async () => {
    const words = Object.values(MARKS).filter((word) => word !== MARKS.notApplicable);
    const there = (await found(...words)).map((where) => where.split(': ').slice(1).join(': '));
    expect([...new Set(there)].toSorted()).toEqual([...words].toSorted());
  });
});

describe('what the database counts', () => {
  it.each(['respondents', 'evidence', 'visits', 'words'] as const)(
    'of %s is what the rule says of each entry',
    async (kind) => {
      const scope = { periodId: season.unit.periodId, province: season.unit.unit.province };
      const { entries } = await countAnswers(site.db, { scope, kind, before: now() });
      const rows = await site.db.selectFrom('answer_change').select(['subject_id', 'field', 'value']).execute();
      const ofKind = rows.filter(
        (row) =>
          row.subject_id !== season.gone && retentionOf({ subjectId: row.subject_id, entry: entryOf(row) }) === kind,
      );
      expect(ofKind.length).toBeGreaterThan(0);
      expect(entries).toBe(ofKind.length);
    },
  );
});

describe('an interview that was taken back', () => {
  it('is purged a month later, without waiting for anything else', async () => {
    later(1);
    expect((await listDue(site.db, now())).map(({ kind }) => kind)).toEqual(['withdrawn']);
    await purgeNow(deps(), 'withdrawn');
    expect(await found(MARKS.withdrawn)).toEqual([]);
    const { rows } = await sql<{ field: string; value: unknown }>`
      select distinct field, value from answer_change where subject_id = ${season.gone} order by field`.execute(
      site.db,
    );
    expect(rows.filter(({ value }) => value !== null).map(({ value }) => value)).toEqual(
      expect.arrayContaining([{ state: 'withdrawn' }]),
    );
    expect(
      rows.filter(({ field }) => ['profile', 'note', 'answer'].includes(field)).every(({ value }) => value === null),
    ).toBe(true);
  });

  it('leaves the words of everybody else where they are', async () => {
    expect(await found(MARKS.userNote, MARKS.note)).not.toEqual([]);
  });
});

describe('the words of respondents', () => {
  it('go a year after publication, and the levels they gave stay', async () => {
    later(12);
    const levels = await levelsOf();
    await purgeNow(deps(), 'respondents');
    expect(await found(MARKS.userNote)).toEqual([]);
    const profiles = sql<{ n: number }>`
      select count(*)::int as n from answer_change where field = 'profile' and value <> 'null'`;
    expect((await profiles.execute(site.db)).rows).toEqual([{ n: 0 }]);
    expect(await levelsOf()).toEqual(levels);
  });

  it('take no acceptance with them: what was accepted still is', async () => {
    const verifier = await signedIn(site, season.people.verifier, now());
    const { acceptances } = await season.office(verifier);
    expect(acceptances.length).toBeGreaterThan(0);
    expect(acceptances.filter(({ holds }) => !holds)).toEqual([]);
  });
});

describe('after five years', () => {
  it('not one word, name, stroke or picture of anybody is found in the database or in a file', async () => {
    later(60);
    const pictures = [season.photo.subarray(200, 260).toString('latin1')];
    expect(await found(...pictures)).not.toEqual([]);
    await purgeNow(deps(), 'evidence', 'visits', 'words');
    expect(await found(...Object.values(MARKS), ...pictures, '-10178443', '[17, 23')).toEqual([]);
  });

  it('the desk still opens, and says in the place of words that they were removed and when', async () => {
    const verifier = await signedIn(site, season.people.verifier, now());
    const view = ok(await verifier.get(`/api/office/assessments/${season.unit.id}`));
    const note = view.assessment.cells.find(({ current }) => current.entry.field === 'note');
    expect(note?.current.entry.value).toMatch(/^\[dihapus sesuai jadwal retensi pada \d+ \w+ \d{4}\]$/);
    const [point] = view.assessment.points;
    expect(point?.reason).toMatch(/^\[dihapus sesuai jadwal retensi/);
    const evidence = await verifier.get(`/api/assessments/${season.unit.id}/evidence`);
    expect(evidence.body.pieces.every(({ file }: { file: unknown }) => file === null)).toBe(true);
  });

  it('scores, publication and audit are what they were', async () => {
    expect(await site.db.selectFrom('unit_score').selectAll().execute()).toEqual(scores);
    const { bytes } = await site.db.selectFrom('publication').select('bytes').executeTakeFirstOrThrow();
    expect(bytes).toBe(published);
    expect(verifyPublications([{ name: 'p', bytes: bytesOf(bytes) }]).files.map((file) => file.differences)).toEqual([
      [],
    ]);
    expect((await verifyAudit(site.db, [])).ok).toBe(true);
  });

  it('each purge is an event of the office with its figures and no word', async () => {
    const events = await site.db
      .selectFrom('audit_event')
      .select(['office', 'detail'])
      .where('action', '=', 'data.purged')
      .orderBy('sequence')
      .execute();
    expect(events.map(({ office, detail }) => [office, (detail as { kind: string }).kind])).toEqual([
      ['53', 'withdrawn'],
      ['53', 'respondents'],
      ['53', 'evidence'],
      ['53', 'visits'],
      ['53', 'words'],
    ]);
  });

  it('nothing is due any more', async () => {
    expect(await listDue(site.db, now(), { province: season.unit.unit.province })).toEqual([]);
  });
});

async function levelsOf(): Promise<unknown> {
  const { rows } = await sql`
    select assessment_id, indicator_id, subject_id, value from answer
    where field = 'answer' and value ->> 'kind' = 'level' order by 1, 2, 3`.execute(site.db);
  return rows;
}
