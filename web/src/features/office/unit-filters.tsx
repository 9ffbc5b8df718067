import type { OfficeScope } from '@patuh/shared/contracts/office-units';
import { ASSESSMENT_STATES } from '@patuh/shared/domain/assessment';
import type { ReactElement } from 'react';
import { useSearchParams } from 'wouter';

import { STATE_WORDS } from '../../text/id/assessment-words.ts';
import { officeText } from '../../text/id/office.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { ScopeChoice } from '../../platform/scope-choice.tsx';
import { searchWith, totalOf, type UnitQuery } from './units-list.ts';
import type { ShownUnits } from './units-page.tsx';

const text = officeText.filters;

interface UnitFiltersProps {
  readonly shown: ShownUnits;
  readonly query: UnitQuery;
}

/** Chooses period and province, and narrows the list by state, government, name, and to what waits for the reader. */
export function UnitFilters({ shown, query }: UnitFiltersProps): ReactElement {
  const [, setSearch] = useSearchParams();
  const set = (name: string, value: string): void =>
    setSearch((before) => searchWith(before, name, value), { replace: true });
  const choose = ({ periodId, province }: OfficeScope): void =>
    setSearch((before) => searchWith(searchWith(before, 'periode', periodId), 'provinsi', province.code), {
      replace: true,
    });
  return (
    <form className="toolbar office-filters" aria-label={text.label} onSubmit={(event) => event.preventDefault()}>
      <ScopeChoice scopes={shown.scopes} scope={shown.scope} onChoose={choose} />
      <SelectField
        label={text.state}
        value={query.state ?? ''}
        onChange={(event) => set('keadaan', event.currentTarget.value)}
      >
        <option value="">{text.everyState}</option>
        {ASSESSMENT_STATES.map((state) => (
          <option key={state} value={state}>
            {STATE_WORDS[state]} ({shown.tally[state]})
          </option>
        ))}
      </SelectField>
      <SelectField
        label={text.government}
        value={query.government ?? ''}
        onChange={(event) => set('pemda', event.currentTarget.value)}
      >
        <option value="">{text.everyGovernment}</option>
        {shown.governments.map(({ code, name, units }) => (
          <option key={code} value={code}>
            {name} ({units})
          </option>
        ))}
      </SelectField>
      <TextField
        label={text.name}
        type="search"
        maxLength={80}
        value={query.name ?? ''}
        onChange={(event) => set('cari', event.currentTarget.value)}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={query.mine === '1'}
          onChange={(event) => set('saya', event.currentTarget.checked ? '1' : '')}
        />
        {text.needsMe}
      </label>
      <p className="office-filters__count" role="status">
        {text.shown(shown.found, totalOf(shown.tally))}
      </p>
    </form>
  );
}
