import type { TeamPlan } from '@patuh/shared/contracts/teams';
import type { ReactElement } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { SelectField, TextField } from '../../ui/field.tsx';
import { type AssignmentFilter, byGovernment } from './assignment-model.ts';

interface FiltersProps {
  readonly plan: TeamPlan;
  readonly filter: AssignmentFilter;
  readonly shown: number;
  readonly onFilter: (filter: AssignmentFilter) => void;
}

export function AssignmentFilters({ plan, filter, shown, onFilter }: FiltersProps): ReactElement {
  return (
    <div className="toolbar" role="search">
      <TextField
        type="search"
        label={text.search}
        placeholder={text.searchHint}
        value={filter.text}
        onChange={({ target }) => onFilter({ ...filter, text: target.value })}
      />
      <SelectField
        label={text.government}
        value={filter.government ?? ''}
        onChange={({ target }) => onFilter({ ...filter, government: target.value === '' ? null : target.value })}
      >
        <option value="">{text.everyGovernment}</option>
        {byGovernment(plan.units).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={text.team}
        value={filter.team ?? ALL}
        onChange={({ target }) => onFilter({ ...filter, team: target.value === ALL ? null : target.value })}
      >
        <option value={ALL}>{text.everyTeam}</option>
        <option value="">{text.noTeam}</option>
        {plan.teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <label className="check">
        <input
          type="checkbox"
          checked={filter.warned}
          onChange={({ target }) => onFilter({ ...filter, warned: target.checked })}
        />
        <span>{text.warned}</span>
      </label>
      <p role="status">{text.counted(shown, plan.units.length)}</p>
    </div>
  );
}

const ALL = 'semua';
