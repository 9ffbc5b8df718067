import { keyIdOf } from '@patuh/shared/publication/sign';
import { describe, expect, it } from 'vitest';

import { aCatalogue } from '../../support/catalogue.ts';
import { OFFICE_KEY_ID, OTHER_KEY } from '../../support/publications.ts';
import { pageHtml, textOf } from '../../support/render-page.ts';

const OTHER_KEY_ID = keyIdOf(OTHER_KEY);
const { publications } = aCatalogue();

describe('the verification page', () => {
  const shown = { page: 'verification', keyId: OFFICE_KEY_ID, demoKeyId: null, publications } as const;
  const html = pageHtml(shown, '/verifikasi');

  it('gives the command with a real file and the key, readable without JavaScript', () => {
    expect(textOf(html)).toContain(`npm run verify -- ${publications[0]?.id}.json --key ${OFFICE_KEY_ID}`);
    expect(html).toContain('<noscript>');
  });

  it('says what a verification does not prove', () => {
    expect(textOf(html)).toContain('Ia tidak membuktikan bahwa sumber aslinya benar');
  });

  it('says which key signs only what is invented, where there is such a key', () => {
    const text = textOf(pageHtml({ ...shown, demoKeyId: OTHER_KEY_ID }, '/verifikasi'));
    expect(text).toContain(`yang tidak pernah menandatangani hasil sungguhan: ${OTHER_KEY_ID}`);
    expect(textOf(html)).not.toContain('Provinsi Contoh');
  });

  it('stands before any key is used', () => {
    const text = textOf(
      pageHtml({ page: 'verification', keyId: null, demoKeyId: null, publications: [] }, '/verifikasi'),
    );
    expect(text).toContain('Belum ada kunci yang dipakai.');
  });
});
