import type { PlannedUnit, TeamPlan } from '@patuh/shared/contracts/teams';
import { TeamId } from '@patuh/shared/domain/ids';
import { type ReactElement, type ReactNode, useState } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { SelectField } from '../../ui/field.tsx';

interface BarProps {
  readonly plan: TeamPlan;
  /** Those that are chosen. */
  readonly units: readonly PlannedUnit[];
  /** How many of them the filter hides. */
  readonly hidden: number;
  readonly busy: boolean;
  readonly done: string;
  readonly fault: ReactNode;
  readonly onAssign: (team: TeamId) => void;
  readonly onClear: () => void;
}

/** Gives everything that is chosen to a team in one go; in sight while one chooses further up. */
export function AssignmentBar({ plan, units, hidden, busy, done, fault, onAssign, onClear }: BarProps): ReactElement {
  const [wished, setWished] = useState('');
  const team = plan.teams.find(({ id }) => id === wished);
  const moving = units.filter(({ teamId }) => teamId !== null && teamId !== team?.id).length;
  return (
    <div className="assignment__bar">
      {fault}
      <p role="status">{units.length > 0 ? chosenWords(units.length, hidden) : done}</p>
      {units.length === 0 ? null : (
        <form
          className="assignment__form"
          onSubmit={(event) => {
            event.preventDefault();
            if (team !== undefined) onAssign(team.id);
          }}
        >
          <SelectField
            label={text.to}
            value={wished}
            required
            onChange={({ target }) => setWished(TeamId.safeParse(target.value).data ?? '')}
          >
            <option value="">{text.chooseTeam}</option>
            {plan.teams.map(({ id, name, units: count, handedIn, members }) => (
              <option key={id} value={id}>
                {`${name} (${text.load(count, handedIn, members.filter(({ leftAt }) => leftAt === null).length)})`}
              </option>
            ))}
          </SelectField>
          <button type="submit" className="button" disabled={busy}>
            {text.assign(units.length)}
          </button>
          <button type="button" className="button button--quiet" onClick={onClear}>
            {text.clear}
          </button>
          {team !== undefined && moving > 0 ? <p className="small">{text.moving(moving)}</p> : null}
        </form>
      )}
    </div>
  );
}

function chosenWords(count: number, hidden: number): string {
  return [text.chosen(count), ...(hidden === 0 ? [] : [text.hidden(hidden)])].join(', ');
}
