import { homePage } from '@patuh/server/features/pages/page-data';
import { describe, expect, it } from 'vitest';

import { aCatalogue } from '../../support/catalogue.ts';
import { pageHtml, sectionText, textOf } from '../../support/render-page.ts';

const catalogue = aCatalogue();

function page(search = ''): string {
  return pageHtml(homePage(catalogue, '53', search), search === '' ? '/' : `/?cari=${search}`);
}

describe('the home page', () => {
  const html = page();

  it('shows the home province’s newest complete list in short', () => {
    const summary = sectionText(html, 'ringkasan');
    expect(summary).toContain('Nusa Tenggara Timur 2024');
    expect(summary).toContain('Hijau 12 54,55 % dari 22');
    expect(summary).toContain('Kuning 10 45,45 % dari 22');
    expect(summary).toContain('Merah 0 0,00 % dari 22');
    expect(summary).toMatch(/1 Kabupaten Timor Tengah Utara 91,82 A/);
    expect(html).toContain('href="/peringkat/53/2024"');
  });

  it('lists the provinces with all their known years and which list is complete', () => {
    const provinces = sectionText(html, 'provinsi');
    expect(provinces).toContain('Kepulauan Bangka Belitung 2025 2024 2023 2022 2021 Daftar lengkap terbaru: 2022');
    expect(provinces).toContain('Nusa Tenggara Timur 2024 2023 2022 2021 Daftar lengkap terbaru: 2024');
  });

  it('leads to the national counts', () => {
    expect(html).toContain('href="/nasional/2022"');
  });

  it('needs no script', () => {
    expect(html).not.toContain('type="module"');
  });
});

describe('the search', () => {
  it('finds a regency, misspelt too, and leads to its newest known result', () => {
    for (const text of ['rote ndao', 'Rotte Ndao', '53.14']) {
      const html = page(text);
      expect(html).toContain('href="/pemda/53.14/2024"');
      expect(sectionText(html, 'hasil')).toContain(
        'Kabupaten Rote Ndao Nusa Tenggara Timur · Hasil terbaru yang tercatat: 2024',
      );
    }
  });

  it('leads to the page that says so where nothing is recorded', () => {
    const html = page('Aceh Selatan');
    expect(html).toContain('href="/pemda/11.01"');
    expect(sectionText(html, 'hasil')).toContain('Belum ada hasil yang tercatat');
  });

  it('gives advice where nothing fits, and keeps what was typed', () => {
    const html = page('zzzzz');
    expect(sectionText(html, 'hasil')).toContain('Tidak ditemukan daerah dengan nama atau kode “zzzzz”.');
    expect(sectionText(html, 'hasil')).toContain('Coba satu kata saja');
    expect(html).toContain('value="zzzzz"');
  });

  it('shows typed markup as text', () => {
    const html = page('<b>x</b>');
    expect(html).not.toContain('<b>x</b>');
    expect(textOf(html)).toContain('“<b>x</b>”');
  });
});
