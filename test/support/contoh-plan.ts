import { type Demo, makeDemo } from '@patuh/seeds/demo';
import { DEMO_GOVERNMENTS, DEMO_UNITS } from '@patuh/seeds/demo/places';
import type { GovernmentCode } from '@patuh/shared/domain/government';

import { instrumentOf } from './reference-instruments.ts';
import type { PlanRowCells } from './unit-plans.ts';

/** Provinsi Contoh before anybody planned its season: 22 governments, and of each the seven units to be assessed. */

const { steps: _told, next: _planned, ...contoh } = makeDemo(instrumentOf(2024));
const [former] = contoh.seasons;
const [untouched] = former.stories;

/** Its places, register and people; of the season before there is one unit that nobody visited, for it takes a period. */
export const UNPLANNED: Demo = {
  ...contoh,
  seasons: [
    { ...former, stories: untouched === undefined ? [] : [{ ...untouched, course: { to: 'assigned' } }] },
  ] as unknown as Demo['seasons'],
  steps: [],
};

const GOVERNMENTS = DEMO_GOVERNMENTS.filter(({ kind }) => kind !== 'province');

/** Kinds of the units of a government, and what they are called where the register does not know them yet. */
const KINDS = [
  ['Dinas Kesehatan', 'Dinas Kesehatan'],
  ['Dinas Pendidikan', 'Dinas Pendidikan'],
  ['Dinas Sosial', 'Dinas Sosial'],
  ['Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', 'DPMPTSP'],
  ['Dinas Kependudukan dan Pencatatan Sipil', 'Dinas Kependudukan dan Pencatatan Sipil'],
  ['Pusat Kesehatan Masyarakat', 'Puskesmas Hulu'],
  ['Pusat Kesehatan Masyarakat', 'Puskesmas Hilir'],
] as const;

/** Seven rows for each government, with the names by which the register knows units that it knows. */
export function planRows(): readonly PlanRowCells[] {
  return GOVERNMENTS.flatMap(({ code, name }, government) => {
    const known = registered(code);
    return KINDS.map(([kind, called], unit): PlanRowCells => {
      const { name: unitName, address } = known[unit] ?? { name: called, address: `Jalan Contoh ${unit + 1}` };
      return [name, kind, unitName, address, `-9,${10 + government}`, 121 + unit / 10, null];
    });
  });
}

/** In the order of `KINDS`. */
function registered(code: GovernmentCode) {
  return DEMO_UNITS.filter(({ government }) => government === code).slice(0, KINDS.length);
}
