import { readdirSync } from 'node:fs';

import { GovernmentCode, GovernmentKind, LocalGovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import { Instrument, UnitKind } from '@patuh/shared/domain/instrument';
import { checkInstrument } from '@patuh/shared/domain/instrument-check';
import * as z from 'zod/mini';

import { readCsv, readJson, ReferenceError } from './read-file.ts';
import { referencePath } from './reference-path.ts';

const Text = z.string().check(z.minLength(1));

/** BPS numbers regions differently; an empty cell means that the code is not recorded, not that there is none. */
const BpsCode = z.pipe(
  z.string().check(z.regex(/^(?:\d{2}|\d{4})?$/)),
  z.transform((code: string) => (code === '' ? null : code)),
);

const Province = z.pipe(
  z.object({
    code: ProvinceCode,
    name: Text,
    time_zone: z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']),
    bps_code: BpsCode,
  }),
  z.transform(({ code, name, time_zone, bps_code }) => ({ code, name, timeZone: time_zone, bpsCode: bps_code })),
);
export type Province = z.infer<typeof Province>;

const LocalGovernment = z.pipe(
  z.object({
    code: GovernmentCode,
    name: Text,
    kind: LocalGovernmentKind,
    province_code: ProvinceCode,
    bps_code: BpsCode,
  }),
  z.transform(({ code, name, kind, province_code, bps_code }) => ({
    code,
    name,
    kind,
    provinceCode: province_code,
    bpsCode: bps_code,
  })),
);
export type LocalGovernment = z.infer<typeof LocalGovernment>;

const UnitKindEntry = z.object({
  id: UnitKind,
  name: Text,
  shortName: Text,
  /** Kinds of government such a unit belongs to. */
  governmentKinds: z.array(GovernmentKind).check(z.minLength(1)),
  /** Whether its score counts for the local government, or nationally (vertical offices such as Polres). */
  counts: z.enum(['local', 'national']),
});
export type UnitKindEntry = z.infer<typeof UnitKindEntry>;

const FindingCategory = z.object({
  number: z.int().check(z.minimum(1), z.maximum(7)),
  name: Text,
  description: Text,
});
export type FindingCategory = z.infer<typeof FindingCategory>;

/** All provinces, by Kemendagri code. Throws a ReferenceError if the file is faulty, as every reader here does. */
export function readProvinces(): readonly Province[] {
  const provinces = readCsv('provinces.csv', Province);
  refuseRepeated('provinces.csv', provinces, ({ code }) => code);
  return provinces;
}

/** Every provincial, regency and city government, by Kemendagri code; a province stands before its own. */
export function readGovernments(): readonly LocalGovernment[] {
  const governments = readCsv('governments.csv', LocalGovernment);
  refuseRepeated('governments.csv', governments, ({ code }) => code);
  return governments;
}

/** Kinds of unit (lokus), local ones first. */
export function readUnitKinds(): readonly UnitKindEntry[] {
  const kinds = readJson('unit-kinds.json', z.array(UnitKindEntry));
  refuseRepeated('unit-kinds.json', kinds, ({ id }) => id);
  return kinds;
}

/** The seven published causes of red and yellow, 1 to 7; an indicator's `finding` is one of these numbers. */
export function readFindingCategories(): readonly FindingCategory[] {
  const categories = readJson('finding-categories.json', z.array(FindingCategory));
  refuseRepeated('finding-categories.json', categories, ({ number }) => String(number));
  return categories;
}

/** Every instrument, oldest first: valid by the schema and free of the faults that `checkInstrument` finds. */
export function readInstruments(): readonly Instrument[] {
  const files = readdirSync(referencePath('instruments')).filter((name) => name.endsWith('.json'));
  const instruments = files.map((name) => readInstrument(`instruments/${name}`));
  refuseRepeated('instruments', instruments, ({ id, version }) => `${id} version ${version}`);
  return instruments.toSorted((a, b) => Math.min(...a.years) - Math.min(...b.years));
}

function readInstrument(file: string): Instrument {
  const instrument = readJson(file, Instrument);
  const problems = checkInstrument(instrument);
  if (problems.length > 0) throw new ReferenceError(file, problems);
  return instrument;
}

function refuseRepeated<Item>(file: string, items: readonly Item[], keyOf: (item: Item) => string): void {
  const keys = items.map(keyOf);
  const repeated = [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
  const problems = repeated.map((key) => `"${key}" is there twice`);
  if (problems.length > 0) throw new ReferenceError(file, problems);
}
