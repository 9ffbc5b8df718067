import type { NewUnit, UnitRegister } from '@patuh/shared/contracts/units';
import { UnitKind } from '@patuh/shared/domain/instrument';
import { degrees } from '@patuh/shared/domain/plan-rows';
import { INDONESIA, UnitAddress, type UnitCoordinates, UnitName } from '@patuh/shared/domain/unit';

import { unitsText } from '../../text/id/units.ts';

type Governments = UnitRegister['governments'];

/** What fits the words and the wish; a government without any is shown while nobody looks for something. */
export function shownUnits(
  { governments }: Pick<UnitRegister, 'governments'>,
  { wanted, withClosed }: { readonly wanted: string; readonly withClosed: boolean },
): Governments {
  const words = plain(wanted).split(/\s+/u).filter(Boolean);
  const shown = governments.map((government) => ({
    ...government,
    units: government.units.filter(({ name, kindName, closedAt }) => {
      const held = plain(`${name} ${kindName} ${government.name} ${government.code}`);
      return (withClosed || closedAt === null) && words.every((word) => held.includes(word));
    }),
  }));
  return words.length === 0 ? shown : shown.filter(({ units }) => units.length > 0);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}

/** What somebody typed about a unit. */
export interface TypedUnit {
  readonly name: string;
  readonly kind: string;
  readonly address: string;
  readonly latitude: string;
  readonly longitude: string;
}

export const NOTHING_TYPED: TypedUnit = { name: '', kind: '', address: '', latitude: '', longitude: '' };

export type Wrong = Partial<Record<keyof TypedUnit, string>>;

const { wrong } = unitsText;

/** The unit as the contract wants it, or what is wrong with each field. */
export function newUnitFrom(
  typed: TypedUnit,
): { readonly unit: Omit<NewUnit, 'government'> } | { readonly wrong: Wrong } {
  const place = placeFrom(typed);
  const name = UnitName.safeParse(typed.name);
  const kind = UnitKind.safeParse(typed.kind);
  if ('wrong' in place || !name.success || !kind.success) {
    return {
      wrong: {
        ...('wrong' in place && place.wrong),
        ...(!name.success && { name: wrong.name }),
        ...(!kind.success && { kind: wrong.choose }),
      },
    };
  }
  return { unit: { name: name.data, kind: kind.data, ...place.place } };
}

type Place = Pick<NewUnit, 'address' | 'coordinates'>;

export function placeFrom(
  typed: Pick<TypedUnit, 'address' | 'latitude' | 'longitude'>,
): { readonly place: Place } | { readonly wrong: Wrong } {
  const address = typed.address.trim() === '' ? null : UnitAddress.safeParse(typed.address);
  const [latitude, longitude] = [typed.latitude.trim(), typed.longitude.trim()];
  const north = degrees(latitude, INDONESIA.latitude);
  const east = degrees(longitude, INDONESIA.longitude);
  const known = latitude !== '' || longitude !== '';
  const coordinates: UnitCoordinates | null =
    typeof north === 'number' && typeof east === 'number' ? { latitude: north, longitude: east } : null;
  const faults: Wrong = {
    ...(address !== null && !address.success && { address: wrong.address }),
    ...(known && typeof north === 'string' && { latitude: wrong.latitude }),
    ...(known && typeof east === 'string' && { longitude: wrong.longitude }),
  };
  if (Object.keys(faults).length > 0) return { wrong: faults };
  return { place: { address: address?.data ?? null, coordinates: known ? coordinates : null } };
}

const MILLION = 1_000_000;

/** Millionths as people write degrees: -9,657312. */
export function degreesText(millionths: number): string {
  return (millionths / MILLION).toFixed(6).replace('.', ',');
}
