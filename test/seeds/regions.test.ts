import { readFileSync } from 'node:fs';

import { provinceOf } from '@patuh/shared/domain/government';
import { readGovernments, readProvinces } from '@patuh/seeds/reference';
import { referencePath } from '@patuh/seeds/reference-path';
import { makeRegionFiles } from '@patuh/seeds/regions';
import { describe, expect, it } from 'vitest';

const provinces = readProvinces();
const governments = readGovernments();

describe('provinces and local governments', () => {
  it('are the committed copy of what the package says', async () => {
    const made = await makeRegionFiles();
    expect(readFileSync(referencePath('provinces.csv'), 'utf8')).toBe(made.provinces);
    expect(readFileSync(referencePath('governments.csv'), 'utf8')).toBe(made.governments);
  });

  it('are 38 provinces, 98 cities and 416 regencies', () => {
    const count = (kind: string) => governments.filter((government) => government.kind === kind).length;
    expect(provinces).toHaveLength(38);
    expect([count('province'), count('city'), count('regency')]).toEqual([38, 98, 416]);
  });

  it('stand each in a province that exists, which is the one their code names', () => {
    const codes = provinces.map(({ code }) => code);
    for (const { code, provinceCode } of governments) {
      expect(provinceCode).toBe(provinceOf(code));
      expect(codes).toContain(provinceCode);
    }
  });

  it('give every province a government of its own with its name', () => {
    for (const { code, name } of provinces) {
      expect(governments).toContainEqual(expect.objectContaining({ code, name: `Provinsi ${name}`, kind: 'province' }));
    }
  });

  it('keep the time of the west, the middle and the east of the country', () => {
    const zone = (code: string) => provinces.find((province) => province.code === code)?.timeZone;
    expect(['11', '36', '61', '62'].map(zone)).toEqual(Array(4).fill('Asia/Jakarta'));
    expect(['51', '53', '63', '64', '65', '71', '76'].map(zone)).toEqual(Array(7).fill('Asia/Makassar'));
    expect(['81', '82', '91', '96'].map(zone)).toEqual(Array(4).fill('Asia/Jayapura'));
  });

  it('give the 22 regencies and cities of NTT the BPS codes 5301 to 5321 and 5371, once each', () => {
    const ntt = governments.filter(({ code, kind }) => code.startsWith('53') && kind !== 'province');
    const expected = [...Array.from({ length: 21 }, (_, index) => String(5301 + index)), '5371'];
    expect(ntt.map(({ bpsCode }) => bpsCode ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(expected);
  });

  it.each([
    ['53', '53'],
    ['53.06', '5309'],
    ['53.11', '5302'],
    ['53.12', '5301'],
    ['53.14', '5314'],
    ['53.16', '5318'],
    ['53.71', '5371'],
    ['19.04', null],
  ])('give %s the BPS code %s', (code, bpsCode) => {
    expect(governments.find((government) => government.code === code)?.bpsCode).toBe(bpsCode);
  });
});
