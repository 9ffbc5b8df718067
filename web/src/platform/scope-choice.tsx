import type { OfficeScope } from '@patuh/shared/contracts/office-units';
import type { ReactElement } from 'react';

import { officeText as text } from '../text/id/office.ts';
import { PERIOD_KIND } from '../text/id/plan.ts';
import { provinceName } from '../text/id/places.ts';
import { SelectField } from '../ui/field.tsx';

interface ScopeChoiceProps {
  readonly scopes: readonly OfficeScope[];
  readonly scope: OfficeScope;
  readonly onChoose: (scope: OfficeScope) => void;
}

/** Which period, and which province where there are several; nothing where there is nothing to choose. */
export function ScopeChoice({ scopes, scope, onChoose }: ScopeChoiceProps): ReactElement | null {
  const { periods, provinces } = choicesOf(scopes, scope);
  const choose = (periodId: string, province: string): void => {
    const inPeriod = scopes.filter((each) => each.periodId === periodId);
    // Not every period is held in every province.
    const wanted = inPeriod.find((each) => each.province.code === province) ?? inPeriod[0];
    if (wanted !== undefined) onChoose(wanted);
  };
  return (
    <>
      {periods.length < 2 ? null : (
        <SelectField
          label={text.period}
          value={scope.periodId}
          onChange={(event) => choose(event.currentTarget.value, scope.province.code)}
        >
          {periods.map(({ periodId, name, kind }) => (
            <option key={periodId} value={periodId}>
              {kind === 'season' ? name : text.periodOfKind(name, PERIOD_KIND[kind])}
            </option>
          ))}
        </SelectField>
      )}
      {provinces.length < 2 ? null : (
        <SelectField
          label={text.province}
          value={scope.province.code}
          onChange={(event) => choose(scope.periodId, event.currentTarget.value)}
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
