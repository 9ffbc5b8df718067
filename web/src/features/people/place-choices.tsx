import { getPlaces, type Places } from '@patuh/shared/contracts/places';
import { GovernmentCode, provinceOf } from '@patuh/shared/domain/government';
import { type ReactElement, useState } from 'react';

import { useAnswer } from '../../platform/query.tsx';
import { peopleText } from '../../text/id/people.ts';
import { governmentName, provinceName } from '../../text/id/places.ts';
import { scopeText } from '../../text/id/roles.ts';
import { SelectField } from '../../ui/field.tsx';

const text = peopleText.form;

interface ChoiceProps {
  readonly places: Places;
  readonly onChoose: (code: string) => void;
}

export function ProvinceChoice({ places, onChoose }: ChoiceProps): ReactElement {
  const [value, setValue] = useState('');
  return (
    <SelectField
      label={text.province}
      value={value}
      onChange={(event) => {
        setValue(event.target.value);
        onChoose(event.target.value);
      }}
    >
      <option value="">{text.chooseProvince}</option>
      {places.provinces.map(({ code, name }) => (
        <option key={code} value={code}>
          {provinceName(name)}
        </option>
      ))}
    </SelectField>
  );
}

interface GovernmentChoiceProps extends ChoiceProps {
  readonly value: string;
  /** Whole provinces can be chosen too; their value is `provinsi 53`. */
  readonly wholeProvinces?: boolean;
}

/** Governments under the name of their province. */
export function GovernmentChoice({ places, value, wholeProvinces, onChoose }: GovernmentChoiceProps): ReactElement {
  const provinces = [...new Set(places.governments.map(({ code }) => provinceOf(code)))];
  const names = new Map(places.provinces.map(({ code, name }) => [code, provinceName(name)]));
  return (
    <SelectField
      label={wholeProvinces === true ? text.where : text.government}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{wholeProvinces === true ? text.chooseWhere : text.chooseGovernment}</option>
      {provinces.map((province) => (
        <optgroup key={province} label={names.get(province) ?? scopeText.provinceCode(province)}>
          {wholeProvinces === true ? (
            <option value={`provinsi ${province}`}>{scopeText.province(names.get(province) ?? province)}</option>
          ) : null}
          {places.governments
            .filter(({ code }) => provinceOf(code) === province)
            .map((government) => (
              <option key={government.code} value={government.code}>
                {governmentName(government)}
              </option>
            ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

interface UnitChoiceProps {
  readonly government: string;
  readonly onChoose: (id: string) => void;
}

export function UnitChoice({ government, onChoose }: UnitChoiceProps): ReactElement {
  const [value, setValue] = useState('');
  const code = GovernmentCode.parse(government);
  const { data } = useAnswer(getPlaces, { query: { government: code } });
  const units = (data?.units ?? []).filter((unit) => unit.government === code);
  if (data !== undefined && units.length === 0) return <p className="soft">{text.noUnits}</p>;
  return (
    <SelectField
      label={text.unit}
      value={value}
      onChange={(event) => {
        setValue(event.target.value);
        onChoose(event.target.value);
      }}
    >
      <option value="">{text.chooseUnit}</option>
      {units.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
