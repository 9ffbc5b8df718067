import { getRegister, getUnitPlan, registerUnit, type UnitRegister } from '@patuh/shared/contracts/units';
import { type ReactElement, useState } from 'react';
import { useLocation } from 'wouter';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { unitsText as text } from '../../text/id/units.ts';
import { SelectField } from '../../ui/field.tsx';
import { ALL_UNITS_PATH } from './paths.ts';
import { isReasonShort, ReasonField, UnitFields } from './units-fields.tsx';
import { newUnitFrom, NOTHING_TYPED, type Wrong } from './units-model.ts';

/** A unit that nobody knew so far. */
export function UnitsRegisterForm({ register }: { readonly register: UnitRegister }): ReactElement {
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [, go] = useLocation();
  const action = useAction(registerUnit, [getRegister, getUnitPlan]);
  const government = register.governments.find((one) => one.code === code);
  const read = newUnitFrom(typed);
  const wrong: Wrong = tried && 'wrong' in read ? read.wrong : {};
  const kinds = register.kinds.filter(
    ({ governmentKinds }) => government === undefined || governmentKinds.includes(government.kind),
  );
  const send = (): void => {
    setTried(true);
    if (government === undefined || 'wrong' in read || isReasonShort(reason)) return;
    action.mutate(
      { body: { unit: { government: government.code, ...read.unit }, reason } },
      { onSuccess: ({ unitId }) => go(`${ALL_UNITS_PATH}/${unitId}`) },
    );
  };
  return (
    <details className="panel">
      <summary>
        <strong>{text.register}</strong>
      </summary>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {action.error === null ? null : <FaultNotice fault={action.error} />}
        <SelectField
          label={text.government}
          value={code}
          error={tried && government === undefined ? text.wrong.choose : undefined}
          onChange={(event) => setCode(event.currentTarget.value)}
        >
          <option value="">{text.choose}</option>
          {register.governments.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </SelectField>
        <UnitFields
          kinds={kinds}
          typed={typed}
          wrong={wrong}
          onType={(change) => setTyped((before) => ({ ...before, ...change }))}
        />
        <ReasonField value={reason} tried={tried} onChange={setReason} />
        <div className="actions">
          <button type="submit" className="button" disabled={action.isPending}>
            {action.isPending ? text.saving : text.save}
          </button>
        </div>
      </form>
    </details>
  );
}
