import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import { GovernmentCode } from '@patuh/shared/domain/government';
import { UnitId } from '@patuh/shared/domain/ids';
import { UnitKind } from '@patuh/shared/domain/instrument';

import type { LocalGovernment, Province } from '../reference.ts';
import { uuidOf } from './chance.ts';

/** Provinsi Contoh: nobody lives there, and no name in it is that of a real government, Puskesmas or street. */

export const DEMO_REGION: Province = {
  code: DEMO_PROVINCE,
  name: 'Contoh',
  timeZone: 'Asia/Makassar',
  bpsCode: null,
};

export const EAST = GovernmentCode.parse('99.01');
export const WEST = GovernmentCode.parse('99.02');
export const CITY = GovernmentCode.parse('99.71');

/** A government of the demo; some of them came into being after its seasons. */
export interface DemoGovernment extends LocalGovernment {
  readonly sinceYear: number | null;
}

/** Provinsi Contoh was divided again in 2025: since then it is as large as a real province, and has much to plan. */
const DIVIDED_IN = 2025;
const NEW_REGENCIES = [
  'Utara',
  'Selatan',
  'Tengah',
  'Hulu',
  'Hilir',
  'Kepulauan',
  'Pesisir',
  'Pegunungan',
  'Dataran',
  'Lembah',
  'Rimba',
  'Muara',
  'Teluk',
  'Tanjung',
  'Seberang',
  'Danau',
  'Sabana',
  'Karang',
] as const;
/** 99.01 and 99.02 were there before. */
const FIRST_NEW = 3;

export const DEMO_GOVERNMENTS: readonly DemoGovernment[] = [
  government(GovernmentCode.parse(DEMO_PROVINCE), 'Provinsi Contoh', 'province'),
  government(EAST, 'Kabupaten Contoh Timur', 'regency'),
  government(WEST, 'Kabupaten Contoh Barat', 'regency'),
  ...NEW_REGENCIES.map((name, index) =>
    government(
      GovernmentCode.parse(`${DEMO_PROVINCE}.${String(FIRST_NEW + index).padStart(2, '0')}`),
      `Kabupaten Contoh ${name}`,
      'regency',
      DIVIDED_IN,
    ),
  ),
  government(CITY, 'Kota Contoh', 'city'),
  government(GovernmentCode.parse('99.72'), 'Kota Contoh Baru', 'city', DIVIDED_IN),
];

export interface DemoUnit {
  readonly id: UnitId;
  readonly government: GovernmentCode;
  readonly kind: UnitKind;
  readonly name: string;
  readonly address: string;
}

type UnitLine = readonly [kind: string, name: string, address: string];

const UNIT_LINES: readonly (readonly [government: GovernmentCode, units: readonly UnitLine[]])[] = [
  [
    EAST,
    [
      ['health', 'Dinas Kesehatan', 'Jalan Fajar 1, Ranu Wetan'],
      ['education', 'Dinas Pendidikan, Pemuda, dan Olahraga', 'Jalan Fajar 7, Ranu Wetan'],
      ['social', 'Dinas Sosial dan Pemberdayaan Desa', 'Jalan Embun 3, Ranu Wetan'],
      ['one-stop-licensing', 'DPMPTSP', 'Jalan Fajar 12, Ranu Wetan'],
      ['civil-registry', 'Dinas Kependudukan dan Pencatatan Sipil', 'Jalan Embun 9, Ranu Wetan'],
      ['puskesmas', 'Puskesmas Ranu Wetan', 'Jalan Melati Putih 2, Ranu Wetan'],
      ['puskesmas', 'Puskesmas Lembah Sanu', 'Jalan Poros Lembah Sanu, Kecamatan Lembah Sanu'],
    ],
  ],
  [
    WEST,
    [
      ['health', 'Dinas Kesehatan', 'Jalan Senja 4, Tanah Kulon'],
      ['education', 'Dinas Pendidikan dan Kebudayaan', 'Jalan Senja 10, Tanah Kulon'],
      ['social', 'Dinas Sosial', 'Jalan Kabut 5, Tanah Kulon'],
      ['one-stop-licensing', 'DPMPTSP', 'Jalan Senja 21, Tanah Kulon'],
      ['civil-registry', 'Dinas Kependudukan dan Pencatatan Sipil', 'Jalan Kabut 8, Tanah Kulon'],
      ['puskesmas', 'Puskesmas Tanah Kulon', 'Jalan Akasia Muda 6, Tanah Kulon'],
      ['puskesmas', 'Puskesmas Bukit Sanu', 'Jalan Poros Bukit Sanu, Kecamatan Bukit Sanu'],
      ['puskesmas', 'Puskesmas Pulau Damru', 'Dermaga Pulau Damru, Kecamatan Kepulauan Damru'],
    ],
  ],
  [
    CITY,
    [
      ['health', 'Dinas Kesehatan', 'Jalan Balai Warga 2, Kota Contoh'],
      ['education', 'Dinas Pendidikan', 'Jalan Balai Warga 14, Kota Contoh'],
      ['social', 'Dinas Sosial', 'Jalan Pasar Baru Contoh 3, Kota Contoh'],
      ['one-stop-licensing', 'DPMPTSP', 'Mal Pelayanan Publik, Jalan Balai Warga 1, Kota Contoh'],
      ['civil-registry', 'Dinas Kependudukan dan Pencatatan Sipil', 'Jalan Pasar Baru Contoh 8, Kota Contoh'],
      ['puskesmas', 'Puskesmas Kembang Rindu', 'Jalan Kembang Rindu 11, Kota Contoh'],
      ['puskesmas', 'Puskesmas Muara Contoh', 'Jalan Muara 5, Kota Contoh'],
    ],
  ],
];

/** Every unit there ever was: which of them are assessed differs from year to year. */
export const DEMO_UNITS: readonly DemoUnit[] = UNIT_LINES.flatMap(([code, units]) =>
  units.map(([kind, name, address]) => ({
    id: UnitId.parse(uuidOf(`unit ${code} ${name}`)),
    government: code,
    kind: UnitKind.parse(kind),
    name,
    address,
  })),
);

/** The unit of that name; throws a RangeError if there is none. */
export function demoUnit(code: GovernmentCode, name: string): DemoUnit {
  const found = DEMO_UNITS.find((unit) => unit.government === code && unit.name === name);
  if (found === undefined) throw new RangeError(`No unit ${name} in ${code}`);
  return found;
}

function government(
  code: GovernmentCode,
  name: string,
  kind: LocalGovernment['kind'],
  sinceYear: number | null = null,
): DemoGovernment {
  return { code, name, kind, provinceCode: DEMO_PROVINCE, bpsCode: null, sinceYear };
}
