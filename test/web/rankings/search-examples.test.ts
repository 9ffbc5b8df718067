import { describe, expect, it } from 'vitest';

import { searchExamples } from '../../../web/src/features/rankings/reading-words.ts';
import { matchRows } from '../../../web/src/features/rankings/search.ts';
import { aRanking } from '../../support/rankings.ts';

describe('what the list suggests to search for', () => {
  it.each([
    ['53', 2024, ['Alor', 'zona hijau', 'rapor kuning', 'kualitas tertinggi']],
    ['53', 2022, ['Alor', 'zona hijau', 'rapor merah', 'kualitas tinggi']],
    ['53', 2021, ['Alor', 'zona kuning', 'rapor merah', 'kepatuhan sedang']],
    ['19', 2025, ['Bangka Tengah', 'baik']],
  ] as const)('in %s %i finds something, each of it', (province, year, examples) => {
    // Without the provincial government, which is not in the table.
    const { rows: all, bands } = aRanking(province, year);
    const rows = all.filter(({ government }) => government.kind !== 'province');
    expect(searchExamples({ rows, bands })).toEqual(examples);
    for (const example of examples) expect(matchRows(rows, bands, example).rows.length).toBeGreaterThan(0);
  });
});
