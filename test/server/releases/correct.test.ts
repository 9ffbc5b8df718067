import { readReference } from '@patuh/server/features/publications/reference';
import { importPublished } from '@patuh/server/features/publications/import';
import { readPublishedFiles } from '@patuh/server/features/publications/import-files';
import { type ComputedPayload, PublicationFile } from '@patuh/shared/publication/payload';
import { verifyPublications } from '@patuh/shared/publication/verify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { expectProblem } from '../../support/people.ts';
import { bytesOf } from '../../support/publications.ts';
import { aSeason, preparation, published, scopeOf, type Season, verifyAgain } from '../../support/releases.ts';
import { aFile, aLine } from '../../support/published-csv.ts';
import { aSite, type Site, TEST_KEY } from '../../support/site.ts';

let site: Site;

beforeAll(async () => {
  site = await aSite();
});
afterAll(() => site.close());

async function served(id: string): Promise<string> {
  const get = () => site.app.inject(`/api/publications/${id}`);
  const isThere = async () => (await get()).statusCode === 200;
  await vi.waitUntil(isThere, { timeout: 5_000, interval: 100 });
  return (await get()).body;
}

const payloadOf = (text: string) => PublicationFile.parse(JSON.parse(text)).payload;

describe('a correction', () => {
  let season: Season;
  let first: string;
  beforeAll(async () => {
    season = await aSeason(site);
    await published(season);
    first = await served('34-2024-1');
  });

  const correction = { replaces: '34-2024-1', reason: 'Satu unit dinilai ulang setelah keberatan diterima' };

  it('must name what is public now', async () => {
    const [unit] = season.units;
    if (unit !== undefined) await verifyAgain(site.db, unit, 77, season.verifier);
    expectProblem(await season.preparer.post('/api/releases', preparation(season)), 'correction-needed');
    const wrong = { ...correction, replaces: '34-2024-7' };
    expectProblem(await season.preparer.post('/api/releases', preparation(season, wrong)), 'correction-needed');
  });

  it('is published by two people too, and names what it replaces and why', async () => {
    await published(season, correction);
    const payload = payloadOf(await served('34-2024-2'));
    const { hash } = PublicationFile.parse(JSON.parse(first));
    expect(payload.replaces).toEqual({ id: '34-2024-1', hash, reason: correction.reason });
  });

  it('is what the public reads then, while the old one stays readable byte for byte', async () => {
    expect(await served('34-2024-1')).toBe(first);
    const ranking = (await site.app.inject('/api/rankings/34/2024')).json<object>();
    expect(ranking).toMatchObject({ publication: { id: '34-2024-2' }, correction });
    const page = (await site.app.inject('/peringkat/34/2024')).body;
    expect(page).toContain(`Daftar ini koreksi. Alasan: ${correction.reason}`);
    expect(page).toContain('href="/api/publications/34-2024-1"');
    const { publications } = (await site.app.inject('/api/publications')).json<{ publications: { id: string }[] }>();
    expect(publications.find(({ id }) => id === '34-2024-1')).toMatchObject({ replacedBy: '34-2024-2' });
  });

  it('shows other figures than before, and both verify together', async () => {
    const [old, corrected] = [first, await served('34-2024-2')].map((text) => payloadOf(text) as ComputedPayload);
    expect(corrected?.rows).not.toEqual(old?.rows);
    const files = ['34-2024-1', '34-2024-2'].map(async (id) => ({ name: id, bytes: bytesOf(await served(id)) }));
    const report = verifyPublications(await Promise.all(files));
    expect(report.files.map(({ differences }) => differences)).toEqual([[], []]);
    expect(report.chains[0]?.faults).toEqual([]);
  });

  it('leaves the history of both in the list of those who publish', async () => {
    const scope = await scopeOf(season.preparer, season);
    expect(scope?.published).toMatchObject({ id: '34-2024-2', publicationKind: 'computed' });
    expect(scope?.releases.map(({ publicationId }) => publicationId)).toEqual(['34-2024-2', '34-2024-1']);
  });
});

describe('results of a year whose list was taken over from elsewhere', () => {
  let season: Season;
  beforeAll(async () => {
    // There is one period a year in a chain, and the one above is of 2024.
    season = await aSeason(site, { year: 2023, governments: ['53.01', '53.02'] });
  });

  const correction = { replaces: '53-2023-1', reason: 'Diganti hasil penilaian yang dihitung di sini' };

  it('are a correction of that list', async () => {
    const scope = await scopeOf(season.preparer, season);
    expect(scope?.published).toMatchObject({ id: '53-2023-1', publicationKind: 'imported' });
    expectProblem(await season.preparer.post('/api/releases', preparation(season)), 'correction-needed');
    await published(season, correction);
    const payload = payloadOf(await served('53-2023-2')) as ComputedPayload;
    expect(payload.replaces?.id).toBe('53-2023-1');
    expect(payloadOf(await served('53-2023-1')).publicationKind).toBe('imported');
  });

  it('have no ranks and no percentages while governments of the province are missing', async () => {
    const { coverage, missing, rows, counts } = payloadOf(await served('53-2023-2')) as ComputedPayload;
    expect(coverage).toMatchObject({ known: 2, expected: 22, complete: false });
    expect(missing).toHaveLength(20);
    expect(rows.map(({ rank }) => rank)).toEqual([null, null]);
    expect(counts.red.percent).toBeNull();
  });

  it('are not overwritten by a file afterwards', async () => {
    const { db } = site;
    const reference = await readReference(db);
    const file = aFile([aLine({ year: '2023' })]);
    const read = readPublishedFiles({ results: { name: 'hasil.csv', bytes: file } }, reference);
    if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
    const actor = { kind: 'command', id: 'import' } as const;
    const deps = { db, reference, secretKey: TEST_KEY, now: () => new Date(), actor };
    const result = await importPublished(deps, read.input, { replaces: [], reason: null });
    expect(result).toMatchObject({ kind: 'refused', changes: [] });
    expect(JSON.stringify(result)).toContain('koreksi lewat Penerbitan');
  });
});
