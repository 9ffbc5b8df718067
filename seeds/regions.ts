/**
 * Makes `reference/provinces.csv` and `reference/governments.csv` out of the package `idn-area-data` (data: ODbL 1.0).
 *
 *     node seeds/regions.ts
 *
 * Run it after raising the package's version; a test compares the committed files with what this makes.
 */
import { writeFileSync } from 'node:fs';

import { getProvinces, getRegencies } from 'idn-area-data';

import { referencePath } from './reference-path.ts';

/** Provinces outside Asia/Jakarta. A time zone is a fact of the whole province. */
const TIME_ZONES: Readonly<Record<string, readonly string[]>> = {
  'Asia/Makassar': ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'],
  'Asia/Jayapura': ['81', '82', '91', '92', '93', '94', '95', '96'],
};

/** Names the package spells otherwise than the published results do. */
const SPELLINGS: Readonly<Record<string, string>> = { '19.71': 'Kota Pangkalpinang' };

/** BPS codes (Kemendagri code first) where they are known; they follow no rule: 53.06 is 5309. */
const BPS_CODES: Readonly<Record<string, string>> = {
  '53': '53',
  '53.01': '5303',
  '53.02': '5304',
  '53.03': '5305',
  '53.04': '5306',
  '53.05': '5307',
  '53.06': '5309',
  '53.07': '5310',
  '53.08': '5311',
  '53.09': '5312',
  '53.10': '5313',
  '53.11': '5302',
  '53.12': '5301',
  '53.13': '5308',
  '53.14': '5314',
  '53.15': '5315',
  '53.16': '5318',
  '53.17': '5316',
  '53.18': '5317',
  '53.19': '5319',
  '53.20': '5320',
  '53.21': '5321',
  '53.71': '5371',
};

export interface RegionFiles {
  readonly provinces: string;
  readonly governments: string;
}

/** The contents of both files. Throws an error if the package has a name that is neither Kabupaten nor Kota. */
export async function makeRegionFiles(): Promise<RegionFiles> {
  const provinces = byCode(await getProvinces());
  const regencies = byCode(await getRegencies());
  return {
    provinces: csv(
      ['code', 'name', 'time_zone', 'bps_code'],
      provinces.map(({ code, name }) => [code, name, timeZoneOf(code), bpsCodeOf(code)]),
    ),
    governments: csv(
      ['code', 'name', 'kind', 'province_code', 'bps_code'],
      provinces.flatMap(({ code, name }) => [
        [code, `Provinsi ${name}`, 'province', code, bpsCodeOf(code)],
        ...regencies
          .filter((regency) => regency.province_code === code)
          .map((regency) => [
            regency.code,
            SPELLINGS[regency.code] ?? regency.name,
            kindOf(regency.name),
            code,
            bpsCodeOf(regency.code),
          ]),
      ]),
    ),
  };
}

function timeZoneOf(provinceCode: string): string {
  const found = Object.entries(TIME_ZONES).find(([, codes]) => codes.includes(provinceCode));
  return found?.[0] ?? 'Asia/Jakarta';
}

function bpsCodeOf(code: string): string {
  return BPS_CODES[code] ?? '';
}

/** Jakarta's administrative cities and regency are counted as cities and a regency, as the national totals do. */
function kindOf(name: string): string {
  if (name.startsWith('Kota ')) return 'city';
  if (name.startsWith('Kabupaten ')) return 'regency';
  throw new Error(`Neither a regency nor a city: ${name}`);
}

function byCode<Region extends { readonly code: string }>(regions: readonly Region[]): readonly Region[] {
  return regions.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** No name has a comma or a quote, and one that had would be noticed: it makes a row of the wrong length. */
function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.join(',')}\n`).join('');
}

if (import.meta.main) {
  const files = await makeRegionFiles();
  writeFileSync(referencePath('provinces.csv'), files.provinces);
  writeFileSync(referencePath('governments.csv'), files.governments);
}
