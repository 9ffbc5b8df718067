import { getPlaces } from '@patuh/shared/contracts/places';
import { GovernmentCode } from '@patuh/shared/domain/government';
import type { ReactElement } from 'react';

import { useAnswer } from '../../platform/query.tsx';
import { governmentName } from '../../text/id/places.ts';
import { scopeText } from '../../text/id/roles.ts';
import { SelectField } from '../../ui/field.tsx';

interface HomeChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly none: string;
  readonly value: GovernmentCode | null;
  readonly onChange: (government: GovernmentCode | null) => void;
}

/** The government somebody comes from: regencies, cities and the province, as far as the reader may choose them. */
export function HomeChoice({ label, hint, none, value, onChange }: HomeChoiceProps): ReactElement {
  const governments = useAnswer(getPlaces, { query: {} }).data?.governments ?? [];
  const isListed = value === null || governments.some(({ code }) => code === value);
  return (
    <SelectField
      label={label}
      hint={hint}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = GovernmentCode.safeParse(event.target.value);
        onChange(chosen.success ? chosen.data : null);
      }}
    >
      <option value="">{none}</option>
      {isListed ? null : <option value={value}>{scopeText.governmentCode(value)}</option>}
      {governments.map((government) => (
        <option key={government.code} value={government.code}>
          {governmentName(government)}
        </option>
      ))}
    </SelectField>
  );
}
