import type { GovernmentCode, LocalGovernmentKind, ProvinceCode } from '@patuh/shared/domain/government';
import type { Instrument } from '@patuh/shared/domain/instrument';

export interface Province {
  readonly code: ProvinceCode;
  readonly name: string;
  readonly timeZone: string;
}

export interface ReferenceGovernment {
  readonly code: GovernmentCode;
  readonly name: string;
  readonly kind: LocalGovernmentKind;
  readonly provinceCode: ProvinceCode;
  readonly bpsCode: string | null;
}

export interface VersionedInstrument {
  readonly instrument: Instrument;
  readonly contentHash: string;
}

/** Facts that publications refer to: regions and the instruments of the years. */
export interface Reference {
  readonly provinces: ReadonlyMap<ProvinceCode, Province>;
  readonly governments: ReadonlyMap<GovernmentCode, ReferenceGovernment>;
  /** Newest version per instrument. */
  readonly instruments: readonly VersionedInstrument[];
}

/** The instrument that was used in a year, or undefined where none is recorded. */
export function instrumentOf(reference: Reference, year: number): VersionedInstrument | undefined {
  return reference.instruments.find(({ instrument }) => instrument.years.some((used) => used === year));
}

/** Regencies and cities of a province, in the order of their codes. */
export function regenciesAndCities(reference: Reference, province: ProvinceCode): readonly ReferenceGovernment[] {
  return [...reference.governments.values()]
    .filter((government) => government.provinceCode === province && government.kind !== 'province')
    .toSorted((a, b) => a.code.localeCompare(b.code, 'en'));
}
