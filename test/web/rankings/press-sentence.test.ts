import { describe, expect, it } from 'vitest';

import { aRanking } from '../../support/rankings.ts';
import { pressSentence } from '../../../web/src/features/rankings/press-sentence.ts';

const context = { path: '/peringkat/53/2024?cari=alor', publicUrl: 'https://patuh.example/' };

describe('the sentence for the press', () => {
  it('states counts, percentages, total, source, date and address', () => {
    expect(pressSentence(aRanking('53', 2024), context)).toBe(
      'Penilaian Kepatuhan Penyelenggaraan Pelayanan Publik Ombudsman RI tahun 2024 di Provinsi Nusa Tenggara Timur: ' +
        'dari 22 pemerintah daerah yang dinilai (kabupaten/kota), 12 (54,55 %) di zona hijau, 10 (45,45 %) di zona kuning, ' +
        'dan 0 (0,00 %) di zona merah. Sumber: kupang.antaranews.com 142569; publikasi 53-2024-1, 29 Januari 2026. ' +
        'https://patuh.example/peringkat/53/2024',
    );
  });

  it('begins with what it is where the figures are invented', () => {
    const sentence = pressSentence(aRanking('53', 2024, { mark: 'Data contoh' }), context);
    expect(sentence).toMatch(/^DATA CONTOH, semua angka rekaan, bukan untuk diberitakan\. Penilaian/);
  });

  it('counts over the 23 assessed and explains the sum of the rounded shares', () => {
    const sentence = pressSentence(aRanking('53', 2022), context);
    expect(sentence).toContain('dari 23 pemerintah daerah yang dinilai (kabupaten/kota dan pemerintah provinsi)');
    expect(sentence).toContain('2 (8,70 %) di zona hijau, 15 (65,22 %) di zona kuning, dan 6 (26,09 %) di zona merah.');
    expect(sentence).toContain('Jumlah 100,01 % karena pembulatan.');
  });

  it('has no percentage and no zone of nobody while the list is incomplete', () => {
    const sentence = pressSentence(aRanking('53', 2023), context);
    expect(sentence).not.toContain('%');
    expect(sentence).toContain('dari 1 pemerintah daerah yang hasilnya diketahui, 1 di zona hijau.');
    expect(sentence).toContain('Daftar belum lengkap (1 dari 22 diketahui), sehingga persentase tidak dihitung.');
  });

  it('names bands in a year without zones', () => {
    const sentence = pressSentence(aRanking('19', 2025), context);
    expect(sentence).toContain('4 berkategori Baik');
    expect(sentence).not.toMatch(/zona|%/);
  });

  it('does not name a publisher for what was inferred', () => {
    expect(pressSentence(aRanking('53', 2024), context)).not.toContain('elimination');
  });
});
