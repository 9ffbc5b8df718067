import { type PlannedTeam, renameTeam, type TeamPlan } from '@patuh/shared/contracts/teams';
import { type ReactElement, useId, useState } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { type TeamsOf, useTeamChange } from './plan-teams-change.ts';
import { TeamFault } from './plan-teams-fault.tsx';
import { MemberList } from './plan-teams-members.tsx';
import { NewMember } from './plan-teams-new-member.tsx';
import { TeamNameDialog } from './plan-teams-name.tsx';

export interface TeamProps {
  readonly of: TeamsOf;
  readonly plan: TeamPlan;
  readonly team: PlannedTeam;
}

/** One team: who is in it, and how much it has to do. */
export function TeamPanel({ of, plan, team }: TeamProps): ReactElement {
  const heading = useId();
  const [asking, setAsking] = useState<'name' | 'member'>();
  const rename = useTeamChange(renameTeam, plan);
  const today = team.members.filter(({ leftAt }) => leftAt === null);
  const canHandIn = today.some(({ role, unable }) => role === 'assessor' && unable === null);
  return (
    <li className="panel" aria-labelledby={heading}>
      <h3 id={heading}>{team.name}</h3>
      <p className="small">{text.load(team.units, team.handedIn, today.length)}</p>
      {canHandIn ? null : <p className="plan-teams__caution">{text.nobodyHandsIn}</p>}
      <MemberList of={of} plan={plan} team={team} />
      {plan.mayChange ? (
        <div className="actions">
          <button type="button" className="button button--quiet" onClick={() => setAsking('member')}>
            {text.addMember} <span className="visually-hidden">{team.name}</span>
          </button>
          <button type="button" className="button button--quiet" onClick={() => setAsking('name')}>
            {text.rename} <span className="visually-hidden">{team.name}</span>
          </button>
        </div>
      ) : null}
      {asking === 'member' ? <NewMember of={of} plan={plan} team={team} onEnd={() => setAsking(undefined)} /> : null}
      {asking === 'name' ? (
        <TeamNameDialog
          title={text.renameTitle(team.name)}
          confirm={text.save}
          name={team.name}
          busy={rename.busy}
          fault={<TeamFault {...rename} now={plan} />}
          onCancel={() => setAsking(undefined)}
          onName={(name) =>
            rename.send({ params: { ...of, teamId: team.id }, body: { seen: plan.version, name } }, () =>
              setAsking(undefined),
            )
          }
        />
      ) : null}
    </li>
  );
}
