import { type Asked, shellAddressOf } from '@patuh/web/service-worker/shell-request';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ORIGIN = 'https://patuh.example';
const SHELL = new Set(['/lapangan', '/manifest.webmanifest', '/assets/entry-app-abc.js', '/assets/app-def.css']);

function answered(asked: Partial<Asked> & Pick<Asked, 'url'>): string | undefined {
  const url = new URL(asked.url, ORIGIN).href;
  return shellAddressOf({ method: 'GET', isNavigation: false, ...asked, url }, ORIGIN, (address) => SHELL.has(address));
}

describe('what the worker of the field answers', () => {
  it.each(['/lapangan', '/lapangan?dari=ikon', '/lapangan/0198/bagian/x/unit#butir', '/lapangan/0198/pengguna'])(
    'opens %s from the one document of the field',
    (url) => expect(answered({ url, isNavigation: true })).toBe('/lapangan'),
  );

  it('tells how the installed app looks', () => {
    expect(answered({ url: '/manifest.webmanifest' })).toBe('/manifest.webmanifest');
  });

  it('hands out scripts and styles that are on the device', () => {
    expect(answered({ url: '/assets/entry-app-abc.js' })).toBe('/assets/entry-app-abc.js');
  });

  it.each([
    ['a public page', { url: '/peringkat/53/2024', isNavigation: true }],
    ['the sign-in', { url: '/masuk', isNavigation: true }],
    ['an office', { url: '/kantor', isNavigation: true }],
    ['an address that only begins alike', { url: '/lapangan-lain', isNavigation: true }],
    ['a question to the server', { url: '/api/sync/pull' }],
    ['the document, when a script reads it', { url: '/lapangan' }],
    ['a file of another version', { url: '/assets/entry-app-new.js' }],
    ['a file with a question behind it', { url: '/assets/entry-app-abc.js?v=2' }],
    ['another site', { url: 'https://lain.example/assets/entry-app-abc.js' }],
    ['another site’s field', { url: 'https://lain.example/lapangan', isNavigation: true }],
  ] as const)('leaves %s alone', (_what, asked) => expect(answered(asked)).toBeUndefined());

  it('never touches anything that is sent, wherever it goes', () => {
    const method = fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS');
    const url = fc.oneof(fc.constantFrom(...SHELL), fc.webPath());
    fc.assert(
      fc.property(method, url, fc.boolean(), (sent, to, isNavigation) => {
        expect(answered({ method: sent, url: `${ORIGIN}${to}`, isNavigation })).toBeUndefined();
      }),
    );
  });

  it('never answers anything below /api, even if somebody put it into the shell', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.boolean(), (path, isNavigation) => {
        const asked = { method: 'GET', url: `${ORIGIN}/api${path}`, isNavigation };
        expect(shellAddressOf(asked, ORIGIN, () => true)).toBeUndefined();
      }),
    );
  });
});
