import { joinTeam, TeamRole } from '@patuh/shared/contracts/teams';
import { type ReactElement, useState } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { useTeamChange } from './plan-teams-change.ts';
import { TeamFault } from './plan-teams-fault.tsx';
import type { TeamProps } from './plan-teams-panel.tsx';

/** Asks who joins the team, and as what: whoever may be it in the province and is not in the team today. */
export function NewMember({ of, plan, team, onEnd }: TeamProps & { readonly onEnd: () => void }): ReactElement {
  const [wished, setWished] = useState('');
  const [wishedRole, setWishedRole] = useState<TeamRole>();
  const join = useTeamChange(joinTeam, plan);
  const inTeam = new Set(team.members.filter(({ leftAt }) => leftAt === null).map(({ personId }) => personId));
  const others = plan.candidates.filter(({ personId }) => !inTeam.has(personId));
  const person = others.find(({ personId }) => personId === wished);
  const role = person?.roles.find((one) => one === wishedRole) ?? person?.roles[0];
  return (
    <ConfirmDialog
      open
      title={text.addMemberTitle(team.name)}
      confirm={text.add}
      cancel={text.cancel}
      busy={join.busy}
      onCancel={onEnd}
      onConfirm={() => {
        if (person === undefined || role === undefined) return;
        const params = { ...of, teamId: team.id, personId: person.personId };
        join.send({ params, body: { seen: plan.version, role } }, onEnd);
      }}
    >
      {others.length === 0 ? (
        <p>{text.nobody}</p>
      ) : (
        <>
          <SelectField label={text.person} value={wished} required onChange={({ target }) => setWished(target.value)}>
            <option value="">{text.choosePerson}</option>
            {others.map(({ personId, name, roles }) => (
              <option key={personId} value={personId}>
                {`${name} (${roles.map((one) => text.roles[one]).join(', ')})`}
              </option>
            ))}
          </SelectField>
          {person === undefined || role === undefined ? null : (
            <SelectField
              label={text.role}
              value={role}
              onChange={({ target }) => setWishedRole(TeamRole.safeParse(target.value).data)}
            >
              {person.roles.map((one) => (
                <option key={one} value={one}>
                  {text.roles[one]}
                </option>
              ))}
            </SelectField>
          )}
        </>
      )}
      <TeamFault {...join} now={plan} />
    </ConfirmDialog>
  );
}
