import type { RankingTableView } from '@patuh/shared/contracts/pages';
import { describe, expect, it } from 'vitest';

import { aRanking } from '../../support/rankings.ts';
import { DEFAULT_VIEW, nextSort, rowsOf, viewHref } from '../../../web/src/features/rankings/table-view.ts';

function names(year: number, view: Partial<RankingTableView> = {}): readonly string[] {
  const { rows, bands } = aRanking('53', year);
  return rowsOf(rows, bands, { ...DEFAULT_VIEW, ...view }).rows.map(({ government }) => government.name);
}

describe('order of the ranking', () => {
  it('ranks the scored ones first and the yellow ones by name after them', () => {
    const order = names(2024);
    expect(order[0]).toBe('Kabupaten Timor Tengah Utara');
    expect(order[11]).toBe('Kabupaten Sumba Barat');
    expect(order[12]).toBe('Kabupaten Alor');
    expect(order).toHaveLength(22);
  });

  it('does not lift a red government above yellow ones because its rank was published', () => {
    const order = names(2022);
    expect(order[0]).toBe('Kota Kupang');
    expect(order[16]).toBe('Kabupaten Ngada');
  });

  it('puts published ranks in order where hardly a score is known', () => {
    expect(names(2021).slice(0, 2)).toEqual(['Kabupaten Belu', 'Kabupaten Rote Ndao']);
  });

  it('never lists the provincial government among regencies and cities', () => {
    expect(names(2022)).not.toContain('Provinsi Nusa Tenggara Timur');
  });
});

describe('other orders', () => {
  it('sorts names without the word Kabupaten', () => {
    expect(names(2024, { urut: 'nama' }).slice(0, 3)).toEqual(['Kabupaten Alor', 'Kabupaten Belu', 'Kabupaten Ende']);
  });

  it.each(['naik', 'turun'] as const)('keeps governments without a score at the end (%s)', (arah) => {
    const order = names(2024, { urut: 'nilai', arah });
    expect(order[0]).toBe(arah === 'naik' ? 'Kabupaten Sumba Barat' : 'Kabupaten Timor Tengah Utara');
    expect(order[12]).toBe('Kabupaten Alor');
  });

  it('counts a step of the zone above any difference of scores', () => {
    const order = names(2024, { urut: 'perubahan', arah: 'turun' });
    expect(order.indexOf('Kabupaten Nagekeo')).toBeLessThan(order.indexOf('Kabupaten Timor Tengah Utara'));
    expect(names(2022, { urut: 'perubahan', arah: 'naik' })[0]).toBe('Kabupaten Ngada');
  });

  it('filters by kind', () => {
    expect(names(2024, { jenis: 'kota' })).toEqual(['Kota Kupang']);
    expect(names(2024, { jenis: 'kabupaten' })).toHaveLength(21);
  });
});

describe('addresses of views', () => {
  it('leaves out what is the default', () => {
    expect(viewHref('/peringkat/53/2024', DEFAULT_VIEW)).toBe('/peringkat/53/2024');
    expect(viewHref('/peringkat/53/2024', { ...DEFAULT_VIEW, cari: 'rapor merah', jenis: 'kota' })).toBe(
      '/peringkat/53/2024?jenis=kota&cari=rapor+merah',
    );
  });

  it('starts with the best score on top and turns round at the second click', () => {
    const first = nextSort(DEFAULT_VIEW, 'nilai');
    expect(first.arah).toBe('turun');
    expect(nextSort(first, 'nilai').arah).toBe('naik');
    expect(nextSort(DEFAULT_VIEW, 'peringkat').arah).toBe('turun');
  });
});
