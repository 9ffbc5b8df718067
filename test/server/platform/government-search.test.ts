import { readGovernments, readProvinces } from '@patuh/seeds/reference';
import { governmentSearch } from '@patuh/server/platform/catalogue/government-search';
import { describe, expect, it } from 'vitest';

const search = governmentSearch({
  provinces: new Map(readProvinces().map((province) => [province.code, province])),
  governments: new Map(readGovernments().map((government) => [government.code, government])),
  instruments: [],
});

describe('a government', () => {
  it.each([
    ['rote ndao', 'Kabupaten Rote Ndao'],
    ['rotte ndao', 'Kabupaten Rote Ndao'],
    ['mangarai barrat', 'Kabupaten Manggarai Barat'],
    ['pangkal pinang', 'Kota Pangkalpinang'],
    ['Kab. Ende', 'Kabupaten Ende'],
    ['kupang kota', 'Kota Kupang'],
    ['TTU', 'Kabupaten Timor Tengah Utara'],
    ['sbd', 'Kabupaten Sumba Barat Daya'],
    ['53.14', 'Kabupaten Rote Ndao'],
    ['5314', 'Kabupaten Rote Ndao'],
    ['5309', 'Kabupaten Flores Timur'],
  ])('is found by “%s”', (text, name) => {
    const names = search(text).map((government) => government.name);
    expect(text === '5309' ? names : names.slice(0, 1)).toContain(name);
  });

  it.each(['', '  ', 'x', '%'])('is not found by “%s”', (text) => {
    expect(search(text)).toEqual([]);
  });
});
