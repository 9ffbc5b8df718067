import { getPlaces, type Places } from '@patuh/shared/contracts/places';
import type { Grant, Scope } from '@patuh/shared/domain/actor';

import { governmentName, provinceName } from '../text/id/places.ts';
import { roleText, scopeText } from '../text/id/roles.ts';
import { useAnswer } from './query.tsx';

/** Says grants in words, like “Verifikator · Provinsi Nusa Tenggara Timur”; with codes until the names have come. */
export function useGrantWords(): (grant: Grant) => string {
  const { data } = useAnswer(getPlaces, { query: {} });
  return (grant) => grantWords(grant, data);
}

export function grantWords({ role, scope }: Grant, places: Places | undefined): string {
  return `${roleText[role]} · ${scopeWords(scope, places)}`;
}

function scopeWords(scope: Scope, places: Places | undefined): string {
  switch (scope.kind) {
    case 'national':
      return scopeText.national;
    case 'province': {
      const province = places?.provinces.find(({ code }) => code === scope.code);
      return province === undefined
        ? scopeText.provinceCode(scope.code)
        : scopeText.province(provinceName(province.name));
    }
    case 'government': {
      const government = places?.governments.find(({ code }) => code === scope.code);
      return government === undefined ? scopeText.governmentCode(scope.code) : governmentName(government);
    }
    case 'unit':
      return places?.units.find(({ id }) => id === scope.id)?.name ?? scopeText.unit;
    default:
      return scope satisfies never;
  }
}
