import { PROBLEMS, type ProblemCode } from '@patuh/shared/contracts/problems';
import { describe, expect, it } from 'vitest';

import { pageHtml, textOf } from '../../support/render-page.ts';

const codes = Object.keys(PROBLEMS) as ProblemCode[];
const suggestions = [{ href: '/pemda/53.09', label: 'Kabupaten Ngada' }];

function page(code: ProblemCode, path = '/pemda/ngada'): string {
  return pageHtml({ page: 'problem', code, path, suggestions }, path);
}

describe('the page about a problem', () => {
  it.each(codes)('leads on from %s: search, suggestions, other pages', (code) => {
    const html = page(code);
    expect(html).toContain('role="search"');
    expect(html).toContain('href="/pemda/53.09"');
    expect(html).toContain('href="/data"');
    expect(html).toContain('noindex');
  });

  it.each(codes)('says of %s what happened without blaming the reader', (code) => {
    const text = textOf(page(code)).toLowerCase();
    expect(text).not.toMatch(/anda salah|kesalahan anda|tidak valid|ilegal|error/);
  });

  it('offers to try again only where waiting helps', () => {
    expect(textOf(page('not-ready'))).toContain('Muat ulang halaman ini');
    expect(textOf(page('too-many-requests'))).toContain('Muat ulang halaman ini');
    expect(textOf(page('not-found'))).not.toContain('Muat ulang halaman ini');
  });

  it('shows the asked address as text, whatever it holds', () => {
    const html = page('not-found', '/<script>alert(1)</script>');
    expect(html).not.toContain('<script>alert');
    expect(textOf(html)).toContain('/<script>alert(1)</script>');
  });

  it('never leads away from the site with its retry link', () => {
    expect(page('internal-error', '//evil.example')).not.toContain('href="//evil.example"');
  });
});
