import { leaveTeam, type PlannedMember } from '@patuh/shared/contracts/teams';
import { type ReactElement, useState } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { useTeamChange } from './plan-teams-change.ts';
import { TeamFault } from './plan-teams-fault.tsx';
import type { TeamProps } from './plan-teams-panel.tsx';

/** Members of today, and those of before. */
export function MemberList({ of, plan, team }: TeamProps): ReactElement {
  if (team.members.length === 0) return <p className="soft">{text.noMembers}</p>;
  return (
    <ul className="plan-teams__members" aria-label={text.members(team.name)}>
      {team.members.map((member) => (
        <Member key={member.personId} of={of} plan={plan} team={team} member={member} />
      ))}
    </ul>
  );
}

function Member({ of, plan, team, member }: TeamProps & { readonly member: PlannedMember }): ReactElement {
  const [asking, setAsking] = useState(false);
  const leave = useTeamChange(leaveTeam, plan);
  const { name, role, leftAt, unable, cameAfter, personId } = member;
  return (
    <li className={leftAt === null ? undefined : 'soft'}>
      <span>
        {name}, {text.roles[role]}
        {leftAt === null ? '' : `, ${text.left(formatMoment(leftAt))}`}
        {cameAfter === null ? '' : `, ${text.cameAfter(cameAfter.entries, formatMoment(cameAfter.last))}`}
        {unable === null ? null : <span className="plan-teams__caution"> ({text.unable[unable]})</span>}
      </span>
      {plan.mayChange && leftAt === null ? (
        <button
          type="button"
          className="button button--quiet"
          aria-label={text.removeOf(name, team.name)}
          onClick={() => setAsking(true)}
        >
          {text.remove}
        </button>
      ) : null}
      <ConfirmDialog
        open={asking}
        title={text.removeTitle(name)}
        confirm={text.remove}
        cancel={text.cancel}
        busy={leave.busy}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          leave.send({ params: { ...of, teamId: team.id, personId }, body: { seen: plan.version } }, () =>
            setAsking(false),
          )
        }
      >
        <p>{text.removeBody}</p>
        <TeamFault {...leave} now={plan} />
      </ConfirmDialog>
    </li>
  );
}
