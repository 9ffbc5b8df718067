import { governmentPage } from '@patuh/server/features/pages/page-data';
import { GovernmentCode } from '@patuh/shared/domain/government';
import { describe, expect, it } from 'vitest';

import { aCatalogue } from '../../support/catalogue.ts';
import { pageHtml, sectionText, textOf } from '../../support/render-page.ts';

const catalogue = aCatalogue();

function page(code: string, year: number | null): string {
  return pageHtml(governmentPage(catalogue, GovernmentCode.parse(code), year), `/pemda/${code}/${year ?? ''}`);
}

describe('Ngada 2022', () => {
  const html = page('53.09', 2022);
  const text = textOf(html);

  it('is 51.43, D, red, 20th of 22 as its source says', () => {
    expect(text).toContain('nilai 51,43, kategori D (Kualitas Rendah), zona merah, peringkat 20 dari 22');
    expect(text).toContain('Peringkat ini ditulis oleh sumbernya');
  });

  it('lacks 2.57 points to C', () => {
    expect(sectionText(html, 'posisi')).toContain('Kurang 2,57 poin ke C (54,00)');
    expect(sectionText(html, 'posisi')).toContain('19,43 poin di atas batas bawah D (32,00)');
  });

  it('would have been yellow by the bounds of 2021, and says that the method changed', () => {
    const change = sectionText(html, 'perubahan');
    expect(change).toContain('Cara menilai berubah');
    expect(change).toContain('Dengan batas 2021, nilai yang sama berada di zona kuning.');
    expect(change).toContain('Perubahan nilai tidak dapat dihitung');
  });

  it('breaks the history where the method changed', () => {
    expect(sectionText(html, 'riwayat')).toContain('Cara menilai berubah dari “Sepuluh variabel” ke “Empat dimensi”');
  });

  it('carries no inline style and no executable inline script', () => {
    expect(html).not.toMatch(/ style=/);
    expect(html.match(/<script(?![^>]*(?:src=|application\/json))/)).toBeNull();
  });
});

describe('Bangka Tengah 2023', () => {
  const html = page('19.04', 2023);

  it('shows seven units and how their mean becomes 93.71', () => {
    const units = sectionText(html, 'unit');
    expect(units).toContain('Nilai 7 unit layanan');
    for (const score of ['95,32', '94,34', '94,29', '94,00', '93,57', '92,86', '91,58']) expect(units).toContain(score);
    expect(units).toContain('655,96 ÷ 7 ≈ 93,7086 → 93,71');
    expect(units).not.toContain('93,73');
    expect(units).not.toContain('berbeda dari nilai yang diumumkan');
  });

  it('gives the exact change from 2022, because the method is the same', () => {
    expect(sectionText(html, 'perubahan')).toContain('Nilai: 80,27 → 93,71 (+13,44)');
  });

  it('has no provincial rank while the list is incomplete, and the national one as published', () => {
    const text = textOf(html);
    expect(text).toContain('Peringkat provinsi tidak diketahui Daftar tahun ini belum lengkap.');
    expect(text).toContain('46 dari 415');
  });
});

it('never subtracts scores across a change of method', () => {
  const change = sectionText(page('19.04', 2025), 'perubahan');
  expect(change).toContain('Nilai: 94,02, sekarang 86,01. Selisihnya tidak dihitung');
  expect(change).not.toContain('8,01');
});

it('shows bands without zones in 2025', () => {
  const text = textOf(page('19.04', 2025));
  expect(text).toContain('kategori Baik');
  expect(text).toContain('Tahun ini memakai kategori tanpa zona warna.');
});

it('says of a score that nobody published what it can have been', () => {
  const text = textOf(page('53.05', 2021));
  expect(text).toContain('nilainya berada di antara 0,00 dan 50,99');
  expect(text).toContain('Jarak ke batas berikutnya tidak dapat dihitung karena nilainya tidak diketahui.');
});

it('keeps the provincial government apart from the ranks of its regencies', () => {
  const text = textOf(page('53', 2022));
  expect(text).toContain('Pemerintah Provinsi Nusa Tenggara Timur 2022');
  expect(text).toContain('Pemerintah provinsi tidak diurutkan bersama kabupaten dan kota.');
  expect(text).toContain('15 dari 34');
  expect(text).toContain('Dengan batas 2021, nilai yang sama berada di zona kuning.');
});

it('marks an inferred result', () => {
  expect(textOf(page('53.09', 2024))).toContain('disimpulkan');
});

it('says of a government without results that nothing is recorded, and leads to its province', () => {
  const html = page('53.09', 2019);
  expect(textOf(html)).toContain('Belum ada hasil yang tercatat');
  expect(html).toContain('href="/peringkat/53/2024"');
  expect(textOf(page('11.01', null))).toContain('Untuk Aceh pun belum ada hasil yang tercatat.');
});
