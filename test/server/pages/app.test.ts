import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aSite, type Site } from '../../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());

const SCREENS = ['/masuk', '/masuk/tautan', '/akun', '/lapangan', '/lapangan/unit/1', '/kantor/orang', '/sekda'];

describe('the document of the app', () => {
  it.each(SCREENS)('is at %s, kept by nobody and found by no search engine', async (url) => {
    const reply = await site.app.inject({ url, headers: { accept: 'text/html' } });
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
    expect(reply.headers['content-security-policy']).toContain("script-src 'self'");
    expect(reply.body).toContain('<meta name="robots" content="noindex">');
    expect(reply.body).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|<style/);
  });

  it('may use the camera and the place of the device, as no other page may', async () => {
    const html = { accept: 'text/html' };
    const [app, open] = [
      await site.app.inject({ url: '/lapangan', headers: html }),
      await site.app.inject({ url: '/data', headers: html }),
    ];
    expect(app.headers['permissions-policy']).toContain('camera=(self), microphone=(), geolocation=(self)');
    expect(open.headers['permissions-policy']).toContain('camera=(), microphone=(), geolocation=()');
  });

  it('names files that are there', async () => {
    const { body } = await site.app.inject('/lapangan');
    const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1] ?? '');
    expect(files.length).toBeGreaterThan(3);
    for (const url of files) expect((await site.app.inject(url)).statusCode).toBe(200);
  });

  it.each(['/masuk/lain', '/kantoran', '/akun/lain'])('is not at %s', async (url) => {
    const reply = await site.app.inject({ url, headers: { accept: 'text/html' } });
    expect(reply.statusCode).toBe(404);
  });
});
