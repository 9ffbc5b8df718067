import type { ProvincePlan } from '@patuh/shared/contracts/periods';
import type { ReactElement } from 'react';
import { useSearchParams } from 'wouter';

import { provinceName } from '../../text/id/places.ts';
import { planText as text } from '../../text/id/plan.ts';
import { SelectField } from '../../ui/field.tsx';

interface ProvinceChoiceProps {
  readonly plans: readonly ProvincePlan[];
  readonly chosen: ProvincePlan | undefined;
}

/** Whose plan is looked at, for readers of several; it stands in the address. */
export function ProvinceChoice({ plans, chosen }: ProvinceChoiceProps): ReactElement | null {
  const [, setSearch] = useSearchParams();
  if (plans.length < 2) return null;
  return (
    <div className="plan-province">
      <SelectField
        label={text.province}
        value={chosen?.province.code ?? ''}
        onChange={({ target }) => setSearch(target.value === '' ? {} : { provinsi: target.value }, { replace: true })}
      >
        <option value="">{text.chooseProvince}</option>
        {plans.map(({ province }) => (
          <option key={province.code} value={province.code}>
            {provinceName(province.name)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
