import { describe, expect, it } from 'vitest';

import { aCatalogue } from '../../support/catalogue.ts';
import { OFFICE_KEY_ID } from '../../support/publications.ts';
import { pageHtml, textOf } from '../../support/render-page.ts';

const { publications } = aCatalogue();

describe('the verification page', () => {
  const html = pageHtml({ page: 'verification', keyId: OFFICE_KEY_ID, publications }, '/verifikasi');

  it('gives the command with a real file and the key, readable without JavaScript', () => {
    expect(textOf(html)).toContain(`npm run verify -- ${publications[0]?.id}.json --key ${OFFICE_KEY_ID}`);
    expect(html).toContain('<noscript>');
  });

  it('says what a verification does not prove', () => {
    expect(textOf(html)).toContain('Ia tidak membuktikan bahwa sumber aslinya benar');
  });

  it('stands before any key is used', () => {
    const text = textOf(pageHtml({ page: 'verification', keyId: null, publications: [] }, '/verifikasi'));
    expect(text).toContain('Belum ada kunci yang dipakai.');
  });
});
