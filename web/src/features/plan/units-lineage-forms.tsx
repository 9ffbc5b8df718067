import {
  changeGovernment,
  getRegister,
  getUnitHistory,
  getUnitPlan,
  splitUnit,
  type UnitHistory,
} from '@patuh/shared/contracts/units';
import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';

import { useAction, useAnswer } from '../../platform/query.tsx';
import { unitsText } from '../../text/id/units.ts';
import { SelectField } from '../../ui/field.tsx';
import { ALL_UNITS_PATH } from './paths.ts';
import { ChangeForm } from './units-change-form.tsx';
import { UnitFields } from './units-fields.tsx';
import { newUnitFrom, NOTHING_TYPED, type TypedUnit } from './units-model.ts';
import { useUnitChange } from './units-use-change.ts';

const text = unitsText.actions;

interface FormProps {
  readonly view: UnitHistory;
}

/** Only while nothing was ever entered; else it says what to do instead. */
export function MoveToGovernment({ view }: FormProps): ReactElement {
  const [code, setCode] = useState('');
  const register = useAnswer(getRegister, { query: { province: view.province } }, { enabled: view.untouched });
  const action = useUnitChange(changeGovernment);
  if (!view.untouched) {
    return (
      <details className="panel">
        <summary>
          <strong>{text.government}</strong>
        </summary>
        <p>{text.governmentNever}</p>
      </details>
    );
  }
  const others = (register.data?.governments ?? []).filter((one) => one.code !== view.government.code);
  const chosen = others.find((one) => one.code === code);
  return (
    <ChangeForm
      title={text.government}
      body={text.governmentBody}
      save={text.save}
      action={action}
      onSend={(reason) => {
        if (chosen === undefined) return;
        const { id: unitId, seen } = view.unit;
        action.send({ params: { unitId }, body: { seen, government: chosen.code, reason } });
      }}
    >
      {(tried) => (
        <SelectField
          label={unitsText.government}
          value={code}
          error={tried && chosen === undefined ? unitsText.wrong.choose : undefined}
          onChange={(event) => setCode(event.currentTarget.value)}
        >
          <option value="">{unitsText.choose}</option>
          {others.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </SelectField>
      )}
    </ChangeForm>
  );
}

export function SplitUnit({ view: { unit, province, government } }: FormProps): ReactElement {
  const [typed, setTyped] = useState<TypedUnit>({ ...NOTHING_TYPED, kind: unit.kind });
  const [, go] = useLocation();
  const register = useAnswer(getRegister, { query: { province } });
  const action = useAction(splitUnit, [getRegister, getUnitHistory, getUnitPlan]);
  const read = newUnitFrom(typed);
  const governmentKind = register.data?.governments.find((one) => one.code === government.code)?.kind;
  const kinds = (register.data?.kinds ?? []).filter(
    ({ governmentKinds }) => governmentKind !== undefined && governmentKinds.includes(governmentKind),
  );
  return (
    <ChangeForm
      title={text.split}
      body={text.splitBody}
      save={text.splitSave}
      action={action}
      onSend={(reason) => {
        if (!('unit' in read)) return;
        action.mutate(
          { params: { unitId: unit.id }, body: { seen: unit.seen, part: read.unit, reason } },
          { onSuccess: ({ unitId }) => go(`${ALL_UNITS_PATH}/${unitId}`) },
        );
      }}
    >
      {(tried) => (
        <UnitFields
          kinds={kinds}
          typed={typed}
          wrong={tried && 'wrong' in read ? read.wrong : {}}
          onType={(change) => setTyped((before) => ({ ...before, ...change }))}
        />
      )}
    </ChangeForm>
  );
}
