import { ASSESSMENT_STATES } from '@patuh/shared/domain/assessment';
import type { ReactElement } from 'react';
import { useSearchParams } from 'wouter';

import { STATE_WORDS } from '../../text/id/assessment-words.ts';
import { officeText } from '../../text/id/office.ts';
import { SelectField } from '../../ui/field.tsx';
import { byGovernment, type OfficePeriod, type UnitFilter } from './units-list.ts';

const text = officeText.filters;

interface UnitFiltersProps {
  readonly period: OfficePeriod;
  readonly filters: UnitFilter;
  /** How many units the filters leave. */
  readonly shown: number;
}

/** Narrows the list by state, government, and to what waits for the reader. */
export function UnitFilters({ period, filters, shown }: UnitFiltersProps): ReactElement {
  const [, setSearch] = useSearchParams();
  const set = (name: string, value: string): void => {
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  };
  return (
    <form className="toolbar office-filters" aria-label={text.label} onSubmit={(event) => event.preventDefault()}>
      <SelectField
        label={text.state}
        value={filters.state ?? ''}
        onChange={(event) => set('keadaan', event.currentTarget.value)}
      >
        <option value="">{text.everyState}</option>
        {ASSESSMENT_STATES.map((state) => (
          <option key={state} value={state}>
            {STATE_WORDS[state]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={text.government}
        value={filters.government ?? ''}
        onChange={(event) => set('pemda', event.currentTarget.value)}
      >
        <option value="">{text.everyGovernment}</option>
        {byGovernment(period.units).map(({ government }) => (
          <option key={government.code} value={government.code}>
            {government.name}
          </option>
        ))}
      </SelectField>
      <label className="check">
        <input
          type="checkbox"
          checked={filters.needsMe}
          onChange={(event) => set('saya', event.currentTarget.checked ? '1' : '')}
        />
        {text.needsMe}
      </label>
      <p className="office-filters__count" role="status">
        {text.shown(shown, period.units.length)}
      </p>
    </form>
  );
}
