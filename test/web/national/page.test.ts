import { nationalPage } from '@patuh/server/features/pages/page-data';
import { describe, expect, it } from 'vitest';

import { compareYears, zoneFrom } from '../../../web/src/features/national/comparison.ts';
import { aCatalogue } from '../../support/catalogue.ts';
import { pageHtml, sectionText, textOf } from '../../support/render-page.ts';

const catalogue = aCatalogue();

function counts(year: number) {
  const national = catalogue.national(year);
  if (national === undefined) throw new RangeError(`No national counts of ${year}`);
  return national;
}

function page(year: number): string {
  return pageHtml(nationalPage(catalogue, year), `/nasional/${year}`);
}

describe('national counts 2022', () => {
  const html = page(2022);

  it('counts 272, 250 and 64 of 586', () => {
    expect(textOf(html)).toContain(
      'Dari 586 instansi yang dinilai, 272 di zona hijau, 250 di zona kuning, dan 64 di zona merah.',
    );
  });

  it.each([
    ['Kementerian', '25 21 84,00 % 4 16,00 % 0 0,00 %'],
    ['Lembaga', '14 9 64,29 % 5 35,71 % 0 0,00 %'],
    ['Provinsi', '34 19 55,88 % 13 38,24 % 2 5,88 %'],
    ['Kota', '98 53 54,08 % 42 42,86 % 3 3,06 %'],
    ['Kabupaten', '415 170 40,96 % 186 44,82 % 59 14,22 %'],
    ['Jumlah', '586 272 46,42 % 250 42,66 % 64 10,92 %'],
  ])('gives %s its own total and percentages over it', (kind, figures) => {
    expect(sectionText(html, 'jenis')).toContain(`${kind} ${figures}`);
  });

  it('warns that bounds and method changed since 2021', () => {
    const comparison = sectionText(html, 'banding');
    expect(comparison).toContain('Batas zona tidak sama di semua tahun ini.');
    expect(comparison).toContain('Cara menilai juga tidak sama');
    expect(comparison).toMatch(/2022 586 272 46,42 % 250 42,66 % 64 10,92 % 78,00 54,00/);
    expect(comparison).toMatch(/2021 587 179 30,49 % 316 53,83 % 92 15,67 % 81,00 51,00/);
  });
});

it('remarks on every row whose rounded percentages do not sum to 100', () => {
  // 30.49 + 53.83 + 15.67 = 99.99
  expect(sectionText(page(2021), 'jenis')).toContain('Jumlah: persentasenya berjumlah 99,99 % karena pembulatan.');
  expect(sectionText(page(2022), 'jenis')).not.toContain('karena pembulatan');
});

describe('years beside each other', () => {
  it('are not compared where only one is known', () => {
    expect(compareYears(counts(2022), [])).toBeUndefined();
  });

  it('need no warning where bounds and method are the same', () => {
    const same = { ...counts(2022), year: 2023 };
    expect(compareYears(same, [counts(2022)])).toMatchObject({ boundsDiffer: false, methodsDiffer: false });
  });

  it('show where green and yellow began', () => {
    expect([zoneFrom(counts(2021), 'green'), zoneFrom(counts(2021), 'yellow')]).toEqual(['81.00', '51.00']);
    expect([zoneFrom(counts(2022), 'green'), zoneFrom(counts(2022), 'yellow')]).toEqual(['78.00', '54.00']);
  });
});
