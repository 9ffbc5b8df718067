import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aSite, type Site } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite();
});
afterAll(async () => {
  await site.close();
});

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const PAGES = [
  '/',
  '/?cari=ngda',
  '/peringkat/53/2024',
  '/peringkat/53/2022?urut=nama&jenis=kabupaten&cari=merah',
  '/peringkat/19/2025',
  '/pemda/19.04/2023',
  '/pemda/53.09',
  '/pemda/62.71',
  '/nasional/2022',
  '/metodologi/2021',
  '/metodologi/2022',
  '/metodologi/2024',
  '/metodologi/2025',
  '/siap-dikunjungi/2024',
  '/siap-dikunjungi/2024/puskesmas',
  '/siap-dikunjungi/2021/polres',
  '/siap-dikunjungi/2025/dpmptsp',
  '/data',
  '/verifikasi',
];

describe('every public page', () => {
  it.each(PAGES)('%s is complete HTML under a policy without unsafe-inline', async (url) => {
    const reply = await site.app.inject({ url, headers: HTML });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.body).toMatch(/^<!doctype html>\n<html lang="id">/);
    expect(reply.headers['content-security-policy']).not.toContain('unsafe');
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
    expect(reply.body).not.toMatch(/ style="|<style|<script(?! type="(?:application\/json|module)")/);
  });

  it.each(PAGES)('%s names no percentage in English form', async (url) => {
    const { body } = await site.app.inject({ url, headers: HTML });
    const text = body.replaceAll(/<script[^]*?<\/script>|<[^>]+>/g, ' ');
    expect(text).not.toMatch(/\d\.\d\d ?%/);
  });
});

describe('short addresses lead to the newest page', () => {
  it.each([
    ['/peringkat', '/peringkat/53/2024'],
    ['/peringkat/19', '/peringkat/19/2022'],
    ['/nasional', '/nasional/2022'],
    ['/metodologi', '/metodologi/2025'],
    ['/siap-dikunjungi', '/siap-dikunjungi/2025'],
    ['/siap-dikunjungi?tahun=2024&jenis=civil-registry', '/siap-dikunjungi/2024/disdukcapil'],
    ['/siap-dikunjungi?tahun=2024&jenis=tidak-ada', '/siap-dikunjungi/2025'],
  ])('%s → %s', async (url, location) => {
    const reply = await site.app.inject({ url, headers: HTML });
    expect([reply.statusCode, reply.headers.location]).toEqual([302, location]);
  });
});

describe('an address that is not known', () => {
  it.each([
    ['/tidak/ada', 404],
    ['/peringkat/54/2024', 404],
    ['/peringkat/53/2019', 404],
    ['/pemda/53.99/2022', 404],
    ['/nasional/2020', 404],
    ['/metodologi/2019', 404],
    ['/siap-dikunjungi/2019', 404],
    ['/siap-dikunjungi/2024/kelurahan', 404],
    ['/siap-dikunjungi/2019/puskesmas', 404],
    ['/peringkat/53/20x4', 400],
    ['/peringkat/ntt/2024', 400],
    ['/pemda/ngada/2022', 400],
    ['/peringkat/53/2024?urut=warna', 400],
    ['/metodologi/1066', 400],
  ])('%s answers %i with a page that helps', async (url, status) => {
    const reply = await site.app.inject({ url, headers: HTML });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.headers['content-security-policy']).not.toContain('unsafe');
    expect(reply.body).toContain('name="cari"');
    expect(reply.body).toContain('noindex');
  });

  it.each(['/pemda/53.09/2019', '/pemda/11.01/2022'])('%s, a year without a result, answers 404 too', async (url) => {
    const reply = await site.app.inject({ url, headers: HTML });
    expect(reply.statusCode).toBe(404);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.body).toContain('belum ada hasil penilaian yang tercatat');
    expect((await site.app.inject({ url, headers: HTML })).statusCode).toBe(404);
  });

  it('suggests the regency whose name stands in it', async () => {
    const { body } = await site.app.inject({ url: '/pemda/mangarai-barat/2024', headers: HTML });
    expect(body).toContain('href="/pemda/53.15"');
  });

  it('suggests the years that exist', async () => {
    const { body } = await site.app.inject({ url: '/peringkat/53/2019', headers: HTML });
    for (const year of [2021, 2022, 2023, 2024]) expect(body).toContain(`href="/peringkat/53/${year}"`);
  });

  it('suggests the checklists of other years where the kind of unit is not known', async () => {
    const { body } = await site.app.inject({ url: '/siap-dikunjungi/2024/kelurahan', headers: HTML });
    expect(body).toContain('href="/siap-dikunjungi/2024"');
  });

  it('shows what was typed as text, never as markup', async () => {
    const { body } = await site.app.inject({ url: '/<img src=x onerror=alert(1)>', headers: HTML });
    expect(body).not.toContain('<img src=x');
  });

  it('that is not even an address is refused', async () => {
    expect((await site.app.inject({ url: '/%E0%A4%A', headers: HTML })).statusCode).toBe(400);
  });
});

describe('public bytes', () => {
  it('say the same compressed and plain', async () => {
    const plain = await site.app.inject('/peringkat/53/2024');
    const br = await site.app.inject({
      url: '/peringkat/53/2024',
      headers: { 'accept-encoding': 'gzip, deflate, br' },
    });
    const gz = await site.app.inject({ url: '/peringkat/53/2024', headers: { 'accept-encoding': 'gzip' } });
    expect([br.headers['content-encoding'], gz.headers['content-encoding']]).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body);
    expect(gunzipSync(gz.rawPayload).toString()).toBe(plain.body);
  });

  it('are not sent again to a reader who has them', async () => {
    const { headers } = await site.app.inject('/peringkat/53/2024');
    const again = await site.app.inject({
      url: '/peringkat/53/2024',
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('answer HEAD without a body', async () => {
    const reply = await site.app.inject({ method: 'HEAD', url: '/peringkat/53/2024' });
    expect([reply.statusCode, reply.body]).toEqual([200, '']);
  });

  it('of open data may load, run and frame nothing', async () => {
    const { headers } = await site.app.inject('/api/rankings/53/2024.csv');
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['strict-transport-security']).toContain('max-age');
  });

  it('of open data may be read by pages elsewhere, those of pages not', async () => {
    expect((await site.app.inject('/api/rankings/53/2024')).headers['access-control-allow-origin']).toBe('*');
    expect((await site.app.inject('/peringkat/53/2024')).headers['access-control-allow-origin']).toBeUndefined();
  });
});
