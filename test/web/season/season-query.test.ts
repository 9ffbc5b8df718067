import { PeriodId } from '@patuh/shared/domain/ids';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { seasonAddress, seasonIn, withGovernment } from '@patuh/web/features/season/season-query';
import { describe, expect, it } from 'vitest';

const periodId = PeriodId.parse('00000000-0000-4000-8000-000000000002');
const scope = {
  periodId,
  year: 2026,
  name: 'Penilaian 2026',
  kind: 'season' as const,
  chain: 'main' as const,
  province: { code: ProvinceCode.parse('53'), name: 'Nusa Tenggara Timur' },
};

describe('the address of the season', () => {
  it('names period and province together, and forgets the government of another province', () => {
    const address = seasonAddress(scope);
    expect(address).toBe(`/kantor/musim?periode=${periodId}&provinsi=53`);
    expect(seasonIn(new URLSearchParams(address.split('?')[1]))).toEqual({
      period: periodId,
      province: '53',
      government: undefined,
    });
  });

  it('opens and closes the units of a government without leaving the province', () => {
    const search = new URLSearchParams('provinsi=53');
    expect(withGovernment(search, '53.14')).toBe('/kantor/musim?provinsi=53&pemda=53.14');
    expect(withGovernment(new URLSearchParams('provinsi=53&pemda=53.14'), null)).toBe('/kantor/musim?provinsi=53');
    expect(withGovernment(new URLSearchParams(), null)).toBe('/kantor/musim');
  });

  it('takes nothing from it that does not fit', () => {
    const nothing = Object.values(seasonIn(new URLSearchParams('periode=x&provinsi=NTT&pemda=1')));
    expect(nothing.filter((value) => value !== undefined)).toEqual([]);
  });
});
