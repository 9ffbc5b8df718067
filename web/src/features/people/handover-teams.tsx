import type { HeldTeam } from '@patuh/shared/contracts/handover';
import type { PersonId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';

import { STATE_WORDS } from '../../text/id/assessment-words.ts';
import { handoverText } from '../../text/id/handover.ts';
import { SelectField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Choice, teamsTo } from './handover-model.ts';

const text = handoverText.teams;

interface HandoverTeamsProps {
  readonly teams: readonly HeldTeam[];
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** The teams somebody leaves, and who takes the place in each. */
export function HandoverTeams({ teams, choice, onChange }: HandoverTeamsProps): ReactElement {
  const people = new Map(teams.flatMap(({ successors }) => successors.map(({ personId, name }) => [personId, name])));
  const choose = (team: HeldTeam, to: PersonId | null | undefined): void => {
    const others = [...choice.teams].filter(([id]) => id !== team.teamId);
    onChange({ ...choice, teams: new Map(to === undefined ? others : [...others, [team.teamId, to]]) });
  };
  return (
    <section className="section handover-teams" aria-labelledby="tim">
      <h2 id="tim">{text.title}</h2>
      {teams.length > 1 && people.size > 0 ? (
        <SelectField
          label={text.all}
          value=""
          onChange={(event) => {
            const person = [...people.keys()].find((id) => id === event.target.value);
            if (person !== undefined) onChange(teamsTo(teams, person, choice));
          }}
        >
          <option value="">{text.each}</option>
          {[...people].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      ) : null}
      {teams.map((team) => (
        <Team
          key={team.teamId}
          team={team}
          chosen={choice.teams.get(team.teamId)}
          onChoose={(to) => choose(team, to)}
        />
      ))}
    </section>
  );
}

const NOBODY = 'tanpa';

interface TeamProps {
  readonly team: HeldTeam;
  readonly chosen: PersonId | null | undefined;
  readonly onChoose: (to: PersonId | null | undefined) => void;
}

function Team({ team, chosen, onChoose }: TeamProps): ReactElement {
  const { name, role, period, units, colleagues, successors, goesOnWithout } = team;
  const successor = successors.find(({ personId }) => personId === chosen);
  return (
    <div className="panel">
      <h3>{name}</h3>
      <p className="soft">{text.as(text.role[role], period.name)}</p>
      <dl className="fact-list">
        <dt>{text.colleagues}</dt>
        <dd>
          {colleagues.length === 0
            ? text.alone
            : colleagues.map((one) => `${one.name} (${text.role[one.role]})`).join(', ')}
        </dd>
      </dl>
      <details>
        <summary>{text.units(units.length)}</summary>
        <ul>
          {units.map(({ unitName, government, state }) => (
            <li key={`${government.code} ${unitName}`}>
              {unitName}, {government.name} · {STATE_WORDS[state]}
            </li>
          ))}
        </ul>
      </details>
      {successors.length === 0 && !goesOnWithout ? <p>{text.nobody}</p> : null}
      <SelectField
        label={text.successor(name)}
        value={chosen === null ? NOBODY : (chosen ?? '')}
        onChange={(event) => {
          const { value } = event.target;
          onChoose(value === NOBODY ? null : successors.find(({ personId }) => personId === value)?.personId);
        }}
      >
        <option value="">{text.choose}</option>
        {goesOnWithout ? <option value={NOBODY}>{text.without}</option> : null}
        {successors.map(({ personId, name: person, atHome }) => (
          <option key={personId} value={personId}>
            {atHome ? `${person} (${text.homeMark})` : person}
          </option>
        ))}
      </SelectField>
      <div role="status">
        {successor?.atHome === true ? (
          <Notice tone="caution">
            <p>{text.atHome(successor.name)}</p>
          </Notice>
        ) : null}
      </div>
    </div>
  );
}
