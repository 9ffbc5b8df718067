import type { RegisterUnit, UnitKindChoice } from '@patuh/shared/contracts/units';
import type { GovernmentKind } from '@patuh/shared/domain/government';
import type { UnitKind } from '@patuh/shared/domain/instrument';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';
import { readUnitKinds } from '@patuh/seeds/reference';
import { unitKindName } from '../assessments/view.ts';

import type { UnitRow } from './units.ts';

/** Everything about a unit that anybody may change. */
export function factsOf({ government, kind, name, address, latitude, longitude, closedAt }: UnitRow) {
  return { government, kind, name, address, latitude, longitude, closed: closedAt !== null };
}

export function factsHash(unit: UnitRow): string {
  return sha256Hex(canonicalText(factsOf(unit)));
}

const SEEN_LENGTH = 16;

/** What a screen hands back to say which unit it showed. */
export function seenOf(unit: UnitRow): string {
  return factsHash(unit).slice(0, SEEN_LENGTH);
}

export function registerUnitOf(unit: UnitRow, assessed: readonly number[]): RegisterUnit {
  const { id, kind, name, address, latitude, longitude, closedAt } = unit;
  return {
    id,
    kind,
    kindName: unitKindName(kind),
    name,
    address,
    coordinates: latitude === null || longitude === null ? null : { latitude, longitude },
    closedAt: closedAt?.toISOString() ?? null,
    assessed: [...assessed],
    seen: seenOf(unit),
  };
}

let choices: readonly UnitKindChoice[] | undefined;

/** Kinds of units that a province is scored by; a vertical office counts nationally and is nobody's here. */
export function kindChoices(): readonly UnitKindChoice[] {
  choices ??= readUnitKinds()
    .filter(({ counts }) => counts === 'local')
    .map(({ id, name, governmentKinds }) => ({ kind: id, name, governmentKinds: [...governmentKinds] }));
  return choices;
}

export function isKindOf(kind: UnitKind, government: GovernmentKind): boolean {
  return kindChoices().some((choice) => choice.kind === kind && choice.governmentKinds.includes(government));
}
