import { dataPage } from '@patuh/server/features/pages/page-data';
import type { PublicationListEntry } from '@patuh/shared/contracts/publications';
import type { PublicPage } from '@patuh/shared/contracts/pages';
import { PublicationId } from '@patuh/shared/publication/payload';
import { describe, expect, it } from 'vitest';

import { aCatalogue } from '../../support/catalogue.ts';
import { OFFICE_KEY_ID } from '../../support/publications.ts';
import { pageHtml, sectionText, textOf } from '../../support/render-page.ts';

const catalogue = aCatalogue();
const data = dataPage(catalogue, OFFICE_KEY_ID);

function html(page: PublicPage = data): string {
  return pageHtml(page, '/data');
}

describe('the data page', () => {
  it('offers every list, national count and instrument as CSV and JSON', () => {
    const page = html();
    const addresses = [
      '/api/rankings/53/2024',
      '/api/rankings/19/2025',
      '/api/national/2022',
      '/api/instruments/2021',
      '/api/publications',
    ];
    for (const address of addresses) {
      expect(page).toContain(`href="${address}"`);
      expect(page).toContain(`href="${address}.csv"`);
    }
  });

  it('lists every publication with its hash, and the key', () => {
    const page = html();
    for (const { id, hash } of catalogue.publications) {
      expect(page).toContain(`href="/api/publications/${id}"`);
      expect(textOf(page)).toContain(hash);
    }
    expect(sectionText(page, 'kunci')).toContain(OFFICE_KEY_ID);
  });

  it('names the licence and the origin of names and codes', () => {
    const licences = sectionText(html(), 'lisensi');
    expect(licences).toContain('Apache 2.0');
    expect(licences).toContain('Open Database License (ODbL) 1.0');
    expect(licences).toContain('idn-area-data');
  });

  it('says what a correction replaces and why, and what was replaced', () => {
    const [first] = catalogue.publications;
    if (first === undefined) throw new RangeError('No publication');
    const correction: PublicationListEntry = {
      ...first,
      id: PublicationId.parse('53-2024-2'),
      replaces: { id: PublicationId.parse('53-2024-1'), reason: 'salah ketik' },
    };
    const replaced = { ...first, id: PublicationId.parse('53-2024-1'), replacedBy: correction.id };
    if (data.page !== 'data') throw new TypeError('not the data page');
    const text = textOf(html({ ...data, publications: [correction, replaced] }));
    expect(text).toContain('Mengganti 53-2024-1. Alasan: salah ketik');
    expect(text).toContain('Sudah diganti oleh 53-2024-2');
  });

  it('says so while nothing is published', () => {
    if (data.page !== 'data') throw new TypeError('not the data page');
    const text = textOf(html({ ...data, publications: [], keyId: null }));
    expect(text).toContain('Belum ada publikasi.');
    expect(text).toContain('Belum ada kunci yang dipakai.');
  });
});
