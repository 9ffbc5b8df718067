import { describe, expect, it } from 'vitest';

import { aRanking } from '../../support/rankings.ts';
import { matchRows } from '../../../web/src/features/rankings/search.ts';

function found(text: string, year: number): readonly string[] {
  const { rows, bands } = aRanking('53', year);
  const local = rows.filter(({ government }) => government.kind !== 'province');
  return matchRows(local, bands, text).rows.map(({ government }) => government.name.replace(/^Kabupaten /, ''));
}

describe('search by result', () => {
  it.each([
    ['zona hijau', 2024, 12],
    ['hijau', 2024, 12],
    ['Rapor Kuning', 2024, 10],
    ['rapor merah', 2024, 0],
    ['rapor merah', 2022, 6],
    ['rapor merah', 2021, 13],
    ['kualitas tertinggi', 2024, 2],
    ['kualitas tinggi', 2024, 10],
    ['kepatuhan sedang', 2021, 9],
    ['A', 2024, 2],
    ['kategori b', 2024, 10],
    ['predikat D', 2022, 6],
    ['predikat kurang', 2022, 6],
    ['predikat kurang', 2024, 0],
    ['piagam', 2024, 10],
    ['disimpulkan', 2024, 10],
    ['', 2024, 22],
    ['zona', 2024, 22],
  ])('reads “%s” in %i as %i governments', (text, year, count) => {
    expect(found(text, year)).toHaveLength(count);
  });

  it('does not take Kualitas Tertinggi for Kualitas Tinggi', () => {
    expect(found('kualitas tinggi', 2024)).not.toContain('Timor Tengah Utara');
  });

  it('reads a word of the year itself before the everyday meaning of it', () => {
    const { rows, bands } = aRanking('19', 2025);
    expect(matchRows(rows, bands, 'predikat baik').reading.bands).toEqual(['Baik']);
    expect(matchRows(rows, bands, 'predikat kurang').reading.bands).toEqual(['Kurang']);
    expect(matchRows(rows, aRanking('53', 2022).bands, 'predikat kurang').reading.zones).toEqual(['red']);
  });

  it('joins a zone with a name', () => {
    expect(found('sumba hijau', 2024)).toEqual(['Sumba Barat']);
  });
});

describe('search by name', () => {
  it.each([
    ['ngada', ['Ngada']],
    ['NGADA', ['Ngada']],
    ['kab. rote-ndao', ['Rote Ndao']],
    ['TTU', ['Timor Tengah Utara']],
    ['tts', ['Timor Tengah Selatan']],
    ['ngda', ['Ngada']],
    ['nagda', ['Ngada']],
    ['malakka', ['Malaka']],
    ['manggarai barat', ['Manggarai Barat']],
    ['kota', ['Kota Kupang']],
    ['xyzzy', []],
  ])('finds “%s”', (text, names) => {
    expect(found(text, 2024)).toEqual(names);
  });
});
