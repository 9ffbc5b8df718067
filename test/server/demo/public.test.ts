import { DEMO_GOVERNMENTS } from '@patuh/seeds/demo/places';
import { DEMO_MARK } from '@patuh/shared/domain/demo';
import { keyIdOf } from '@patuh/shared/publication/sign';
import { verifyPublications } from '@patuh/shared/publication/verify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aSite, type Site, TEST_DEMO_KEY, TEST_KEY } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ demo: true });
}, 120_000);
afterAll(async () => await site.close());

async function read(url: string): Promise<{ status: number; body: string }> {
  const { statusCode: status, body } = await site.app.inject({ url });
  return { status, body };
}

const NAMES = DEMO_GOVERNMENTS.map(({ name }) => name);
const PUBLICATION = '99-2023-1';

describe('what is invented', () => {
  it.each([
    '/peringkat/99/2023',
    '/pemda/99/2023',
    '/pemda/99',
    '/pemda/99.01',
    '/pemda/99.01/2023',
    '/pemda/99.71/2023?cari=x',
  ])('says so on %s, above and below, and is not for search engines', async (url) => {
    const { status, body } = await read(url);
    expect(status).toBe(url === '/pemda/99/2023' ? 404 : 200);
    expect(body.match(/<p class="demo-mark" role="note"><strong>Data contoh/g)).toHaveLength(2);
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect(body).toMatch(/<title>Data contoh: /);
  });

  it.each(['/api/rankings/99/2023', '/api/governments/99.01', '/api/governments/99.01/2023'])(
    'says so in the JSON of %s',
    async (url) => {
      const { status, body } = await read(url);
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ mark: DEMO_MARK });
    },
  );

  it.each(['/api/rankings/99/2023.csv', '/api/governments/99.01.csv', '/api/governments/99.01/2023.csv'])(
    'says so in the first column of every row of %s',
    async (url) => {
      const [head, ...rows] = (await read(url)).body.trim().split('\r\n');
      expect(head).toMatch(/^mark,/);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toMatch(/^Data contoh,/);
    },
  );

  it('says so in the signed file, by its chain and its title', async () => {
    const { payload } = JSON.parse((await read(`/api/publications/${PUBLICATION}`)).body);
    expect(payload).toMatchObject({ chain: 'demo', decree: { number: 'CONTOH/252/2023' } });
    expect(payload.title).toMatch(/^Data contoh: /);
  });

  it('is signed with a key that signs nothing else', async () => {
    const { body } = await read(`/api/publications/${PUBLICATION}`);
    const file = { name: PUBLICATION, bytes: Buffer.from(body) };
    expect(verifyPublications([file], { trustedKey: keyIdOf(TEST_DEMO_KEY) }).ok).toBe(true);
    expect(verifyPublications([file], { trustedKey: keyIdOf(TEST_KEY) }).ok).toBe(false);
    expect((await read('/verifikasi')).body).toContain(keyIdOf(TEST_DEMO_KEY));
  });

  it('leads from its short address to its own newest list', async () => {
    const { headers } = await site.app.inject({ url: '/peringkat/99' });
    expect(headers.location).toBe('/peringkat/99/2023');
  });
});

describe('what is real', () => {
  it.each(['/peringkat/53/2024', '/pemda/53.09/2022', '/'])('carries no such mark on %s', async (url) => {
    const { body } = await read(url);
    expect(body).not.toContain('demo-mark');
    expect(body).not.toContain('Data contoh');
  });

  it('carries none in its exports', async () => {
    expect(JSON.parse((await read('/api/rankings/53/2024')).body)).toMatchObject({ mark: null });
    expect((await read('/api/rankings/53/2024.csv')).body).toMatch(/^province_code,/);
  });

  it.each([
    '/',
    '/?cari=kabupaten%20contoh%20timur',
    '/?cari=99.01',
    '/data',
    '/verifikasi',
    '/nasional/2022',
    '/sitemap.xml',
    '/robots.txt',
    '/api/publications',
    '/api/publications.csv',
    '/api/governments?q=kabupaten%20contoh%20timur',
    '/api/governments?q=99.01',
    '/api/national/2022',
    '/peringkat/53/1999',
    '/peringkat/99/1999',
  ])('does not lead to it from %s', async (url) => {
    const { body } = await read(url);
    // What a reader typed is shown back in the field of the search, and is no link.
    const said = body.replaceAll(/value="[^"]*"|“[^”]*”/g, '').toLowerCase();
    for (const name of NAMES) expect(said).not.toContain(`>${name.toLowerCase()}`);
    expect(body).not.toMatch(/(?:href="|<loc>)[^"<]*\/(?:peringkat|pemda|rankings|governments)\/99/);
    expect(body).not.toContain(PUBLICATION);
    expect(body).not.toMatch(/"code":"99/);
  });

  it('is the same list with and without the demo', async () => {
    const bare = await aSite();
    const listed = JSON.parse((await read('/api/publications')).body);
    const known = JSON.parse((await bare.app.inject({ url: '/api/publications' })).body);
    const ids = (list: { publications: { id: string }[] }) => list.publications.map(({ id }) => id);
    expect(ids(listed)).toEqual(ids(known));
    expect((await bare.app.inject({ url: '/peringkat/99/2023' })).statusCode).toBe(404);
    expect((await bare.app.inject({ url: '/pemda/99.01' })).statusCode).toBe(404);
    expect((await bare.app.inject({ url: '/api/demo/sign-ins' })).statusCode).toBe(404);
    await bare.close();
  });
});

describe('the sign-ins', () => {
  it('are shown where the demo is open, and work', async () => {
    const { signIns } = JSON.parse((await read('/api/demo/sign-ins')).body);
    expect(signIns.length).toBeGreaterThanOrEqual(8);
    const { email, password } = signIns[0];
    const answer = await site.app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { email, password, deviceName: 'Uji' },
    });
    expect(answer.json()).toMatchObject({ kind: 'signed-in', me: { demo: true } });
  });
});
