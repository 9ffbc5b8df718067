import { verifyPublications } from '@patuh/shared/publication/verify';
import { renderToStaticMarkup } from 'react-dom/server';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';

import { ReportView } from '../../../web/src/features/verification/report-view.tsx';
import {
  bytesOf,
  changed,
  forge,
  OFFICE_KEY_ID,
  OTHER_KEY,
  publishedPayload,
  rowOf,
} from '../../support/publications.ts';
import { textOf } from '../../support/render-page.ts';

function report(texts: readonly string[], trustedKey?: string): string {
  const files = texts.map((text, index) => ({ name: `berkas-${index + 1}.json`, bytes: bytesOf(text) }));
  const found = verifyPublications(files, trustedKey === undefined ? {} : { trustedKey });
  return textOf(renderToStaticMarkup(createElement(ReportView, { report: found })));
}

const ntt = publishedPayload('53', 2024);

describe('the report of a verification in Indonesian', () => {
  it('says that an untouched file fits, and that nobody vouched for the key yet', () => {
    const text = report([forge(ntt)]);
    expect(text).toContain('Berkas ini cocok.');
    expect(text).toContain('siapa pemilik kunci itu belum diperiksa');
  });

  it('says that the key is the trusted one', () => {
    expect(report([forge(ntt)], OFFICE_KEY_ID)).toContain('Kunci penandatangannya adalah kunci yang Anda percayai.');
  });

  it('names the row and the figure of a forged rank', () => {
    const forged = changed(ntt, (copy) => {
      Object.assign(rowOf(copy, '53.03'), { rank: 2 });
    });
    const text = report([forge(forged)]);
    expect(text).toContain('1 dari 1 berkas tidak cocok.');
    expect(text).toMatch(/Baris ke-\d+ \(Kabupaten Timor Tengah Utara\), rank tertulis 2, hasil hitung ulang 1/);
  });

  it('names the stranger’s key', () => {
    const text = report([forge(ntt, null, OTHER_KEY)], OFFICE_KEY_ID);
    expect(text).toContain(`sedangkan kunci yang Anda percayai ${OFFICE_KEY_ID}`);
    expect(text).not.toContain('Kunci penandatangannya adalah kunci yang Anda percayai.');
  });

  it('names the byte of a changed character', () => {
    expect(report([forge(ntt).replace('{', '{ ')])).toContain('bukan bentuk baku (RFC 8785): karakter ke-2');
  });

  it('says that garbage is not JSON', () => {
    expect(report(['halo'])).toContain('Isi berkas bukan JSON');
  });

  it('names two publications that both claim to be the first', () => {
    const text = report([forge(ntt), forge(publishedPayload('53', 2022))]);
    expect(text).toContain('sama-sama mengaku sebagai publikasi pertama');
  });
});
