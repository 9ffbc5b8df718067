import { createTeam, TeamName, type TeamPlan } from '@patuh/shared/contracts/teams';
import { type ReactElement, useId, useState } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type TeamsOf, useTeamChange } from './plan-teams-change.ts';
import { TeamFault } from './plan-teams-fault.tsx';
import { TeamNameDialog } from './plan-teams-name.tsx';
import { TeamPanel } from './plan-teams-panel.tsx';

interface SectionProps {
  readonly of: TeamsOf;
  readonly plan: TeamPlan;
}

/** Every team with its members and what it has to do. */
export function TeamsSection({ of, plan }: SectionProps): ReactElement {
  const heading = useId();
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>{text.teams}</h2>
      {plan.teams.length === 0 ? (
        <EmptyState title={text.noTeams}>
          <p>{plan.mayChange ? text.noTeamsBody : text.noTeamsRead}</p>
        </EmptyState>
      ) : (
        <ul className="plan-teams">
          {plan.teams.map((team) => (
            <TeamPanel key={team.id} of={of} plan={plan} team={team} />
          ))}
        </ul>
      )}
      {plan.mayChange ? <NewTeam of={of} plan={plan} /> : null}
    </section>
  );
}

function NewTeam({ of, plan }: SectionProps): ReactElement {
  const [asking, setAsking] = useState(false);
  const create = useTeamChange(createTeam, plan);
  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {text.create}
      </button>
      {asking ? (
        <TeamNameDialog
          title={text.createTitle}
          confirm={text.create}
          name=""
          busy={create.busy}
          fault={<TeamFault {...create} now={plan} />}
          onCancel={() => setAsking(false)}
          onName={(name) =>
            create.send({ params: of, body: { seen: plan.version, name: TeamName.parse(name), members: [] } }, () =>
              setAsking(false),
            )
          }
        />
      ) : null}
    </>
  );
}
