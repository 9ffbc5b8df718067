import type { OfficeScope } from '@patuh/shared/contracts/office-units';
import type { ReactElement } from 'react';

import { officeText as text } from '../text/id/office.ts';
import { provinceName } from '../text/id/places.ts';
import { SelectField } from '../ui/field.tsx';

interface ScopeChoiceProps {
  readonly scopes: readonly OfficeScope[];
  readonly scope: OfficeScope;
  readonly onChoose: (name: 'periode' | 'provinsi', value: string) => void;
}

/** Which period, and which province where there are several; nothing where there is nothing to choose. */
export function ScopeChoice({ scopes, scope, onChoose }: ScopeChoiceProps): ReactElement | null {
  const { periods, provinces } = choicesOf(scopes, scope);
  return (
    <>
      {periods.length < 2 ? null : (
        <SelectField
          label={text.period}
          value={scope.periodId}
          onChange={(event) => onChoose('periode', event.currentTarget.value)}
        >
          {periods.map(({ periodId, name }) => (
            <option key={periodId} value={periodId}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
      {provinces.length < 2 ? null : (
        <SelectField
          label={text.province}
          value={scope.province.code}
          onChange={(event) => onChoose('provinsi', event.currentTarget.value)}
        >
          {provinces.map(({ code, name }) => (
            <option key={code} value={code}>
              {provinceName(name)}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}

/** One choice for each period and one for each province of the period that is shown. */
function choicesOf(scopes: readonly OfficeScope[], chosen: OfficeScope) {
  const periods = [...new Map(scopes.map((scope) => [scope.periodId, scope])).values()];
  const provinces = scopes.filter(({ periodId }) => periodId === chosen.periodId).map(({ province }) => province);
  return { periods, provinces };
}
