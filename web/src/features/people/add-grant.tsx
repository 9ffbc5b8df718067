import { getPlaces } from '@patuh/shared/contracts/places';
import { Grant, type Role } from '@patuh/shared/domain/actor';
import { type ReactElement, useState } from 'react';

import { useAnswer } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { peopleText } from '../../text/id/people.ts';
import { roleMeaning, roleText, scopeText } from '../../text/id/roles.ts';
import { SelectField } from '../../ui/field.tsx';
import { rolesToGive, scopeKindsOf } from './grant-choices.ts';
import { GovernmentChoice, ProvinceChoice, UnitChoice } from './place-choices.tsx';

const text = peopleText.form;

/** Role first, then where it holds: only what exists and what that role can be given for. */
export function AddGrant({ onAdd }: { readonly onAdd: (grant: Grant) => void }): ReactElement {
  const [role, setRole] = useState<Role | ''>('');
  const [scope, setScope] = useState<unknown>(null);
  const roles = rolesToGive(useMe());
  const grant = Grant.safeParse({ role, scope });
  const choose = (next: string): void => {
    const known = roles.find((one) => one === next);
    setRole(known ?? '');
    setScope(known !== undefined && scopeKindsOf(known).includes('national') ? { kind: 'national' } : null);
  };
  return (
    <fieldset className="grants__add">
      <legend>{text.add}</legend>
      <SelectField
        label={text.role}
        value={role}
        {...(role !== '' && { hint: roleMeaning[role] })}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{text.chooseRole}</option>
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleText[one]}
          </option>
        ))}
      </SelectField>
      {role === '' ? null : <ScopeChoice key={role} role={role} onChoose={setScope} />}
      <button
        type="button"
        className="button button--quiet"
        disabled={!grant.success}
        onClick={() => {
          if (!grant.success) return;
          onAdd(grant.data);
          choose('');
        }}
      >
        {text.add}
      </button>
    </fieldset>
  );
}

interface ScopeChoiceProps {
  readonly role: Role;
  readonly onChoose: (scope: unknown) => void;
}

function ScopeChoice({ role, onChoose }: ScopeChoiceProps): ReactElement {
  const places = useAnswer(getPlaces, { query: {} }).data;
  const [government, setGovernment] = useState('');
  const kinds = scopeKindsOf(role);
  if (kinds.includes('national')) return <p className="soft">{scopeText.national}</p>;
  if (places === undefined) return <p className="soft">…</p>;
  if (kinds.includes('unit')) {
    const choose = (code: string): void => {
      setGovernment(code);
      onChoose(null);
    };
    return (
      <>
        <GovernmentChoice places={places} value={government} onChoose={choose} />
        {government === '' ? null : (
          <UnitChoice key={government} government={government} onChoose={(id) => onChoose({ kind: 'unit', id })} />
        )}
      </>
    );
  }
  if (!kinds.includes('government')) {
    return <ProvinceChoice places={places} onChoose={(code) => onChoose({ kind: 'province', code })} />;
  }
  const choose = (code: string): void => {
    setGovernment(code);
    const province = code.startsWith('provinsi ') ? code.slice('provinsi '.length) : null;
    onChoose(province === null ? { kind: 'government', code } : { kind: 'province', code: province });
  };
  return (
    <GovernmentChoice
      places={places}
      value={government}
      wholeProvinces={kinds.includes('province')}
      onChoose={choose}
    />
  );
}
