import { Grant, type Role } from '@patuh/shared/domain/actor';
import { DEMO_PROVINCE } from '@patuh/shared/domain/demo';
import { DeviceId, PersonId } from '@patuh/shared/domain/ids';

import { uuidOf } from './chance.ts';
import { demoUnit, EAST, WEST } from './places.ts';

/** One for all of them, printed at every start: it protects nothing, and opens nothing but the demo. */
export const DEMO_PASSWORD = 'contoh-saja-99';

export interface DemoPerson {
  readonly id: PersonId;
  readonly email: string;
  readonly name: string;
  /** What they are, in the words of the sign-in page. */
  readonly title: string;
  readonly grants: readonly [Grant];
  /** The phone on which they answered. */
  readonly device: DeviceId;
}

const PROVINCE = { kind: 'province', code: DEMO_PROVINCE } as const;
const NATION = { kind: 'national' } as const;

/** Invented people, by the name under which the story of the demo knows them. */
export const DEMO_PEOPLE = {
  admin: person('admin', 'Wulan Hartanti', 'Administrator nasional', 'national-admin', NATION),
  head: person('kepala', 'Yosef Lanamai', 'Kepala Perwakilan Provinsi Contoh', 'head', PROVINCE),
  verifierOne: person('verifikator.satu', 'Ratih Kumala Sari', 'Verifikator Provinsi Contoh', 'verifier', PROVINCE),
  verifierTwo: person('verifikator.dua', 'Bonar Simatung', 'Verifikator Provinsi Contoh', 'verifier', PROVINCE),
  assessorEast: person('asesor.timur', 'Maria Lestaluhu', 'Asesor Tim Timur', 'assessor', PROVINCE),
  enumeratorEastOne: person('enumerator.timur.satu', 'Dedi Kurniatno', 'Enumerator Tim Timur', 'enumerator', PROVINCE),
  enumeratorEastTwo: person('enumerator.timur.dua', 'Sinta Paramesti', 'Enumerator Tim Timur', 'enumerator', PROVINCE),
  assessorWest: person('asesor.barat', 'Agus Wibawanto', 'Asesor Tim Barat', 'assessor', PROVINCE),
  enumeratorWestOne: person('enumerator.barat.satu', 'Nur Halimatun', 'Enumerator Tim Barat', 'enumerator', PROVINCE),
  enumeratorWestTwo: person('enumerator.barat.dua', 'Petrus Wairata', 'Enumerator Tim Barat', 'enumerator', PROVINCE),
  assessorSecond: person('asesor.pembanding', 'Rosalina Tefamnasi', 'Asesor Tim Pembanding', 'assessor', PROVINCE),
  enumeratorSecondOne: person(
    'enumerator.pembanding.satu',
    'Gusti Raharjanto',
    'Enumerator Tim Pembanding',
    'enumerator',
    PROVINCE,
  ),
  enumeratorSecondTwo: person(
    'enumerator.pembanding.dua',
    'Elisabet Noya',
    'Enumerator Tim Pembanding',
    'enumerator',
    PROVINCE,
  ),
  sekdaEast: person('sekda.timur', 'Hendra Manupassa', 'Sekretariat Daerah Kabupaten Contoh Timur', 'sekda', {
    kind: 'government',
    code: EAST,
  }),
  sekdaWest: person('sekda.barat', 'Laksmi Purwandari', 'Sekretariat Daerah Kabupaten Contoh Barat', 'sekda', {
    kind: 'government',
    code: WEST,
  }),
  unitContact: person(
    'unit.dinkes',
    'Fitri Anggrayni',
    'Narahubung Dinas Kesehatan Kabupaten Contoh Timur',
    'unit-contact',
    {
      kind: 'unit',
      id: demoUnit(EAST, 'Dinas Kesehatan').id,
    },
  ),
  observer: person('pengamat', 'Tobias Rumahlatu', 'Pengamat (Inspektorat Kabupaten Contoh Timur)', 'observer', {
    kind: 'government',
    code: EAST,
  }),
} as const satisfies Record<string, DemoPerson>;
export type DemoPersonKey = keyof typeof DEMO_PEOPLE;

function person(key: string, name: string, title: string, role: Role, scope: Grant['scope']): DemoPerson {
  return {
    id: PersonId.parse(uuidOf(`person ${key}`)),
    email: `${key}@contoh.example`,
    name,
    title,
    grants: [Grant.parse({ role, scope })],
    device: DeviceId.parse(uuidOf(`device ${key}`)),
  };
}
