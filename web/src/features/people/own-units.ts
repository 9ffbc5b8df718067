import type { PersonView } from '@patuh/shared/contracts/people';
import { getPlaces, type Places } from '@patuh/shared/contracts/places';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { UseQueryResult } from '@tanstack/react-query';

import { useAnswer } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';

/** The governments whose Sekda office the reader works in. */
export function useOwnGovernments(): readonly GovernmentCode[] {
  return useMe().grants.flatMap(({ role, scope }) =>
    role === 'sekda' && scope.kind === 'government' ? [scope.code] : [],
  );
}

/** The units of one of them, by name. */
export function useUnitsOf(government: GovernmentCode): UseQueryResult<Places> {
  return useAnswer(getPlaces, { query: { government } });
}

export function unitsOf({ units }: Places, government: GovernmentCode): Places['units'] {
  return units.filter((unit) => unit.government === government);
}

/** The units somebody is the contact of, by name; without those whose names have not come yet. */
export function unitNames({ grants }: Pick<PersonView, 'grants'>, places: Places | undefined): readonly string[] {
  return grants.flatMap(({ scope }) => {
    const unit = scope.kind === 'unit' ? places?.units.find(({ id }) => id === scope.id) : undefined;
    return unit === undefined ? [] : [unit.name];
  });
}
