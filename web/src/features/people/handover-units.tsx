import type { Handover, HeldUnit } from '@patuh/shared/contracts/handover';
import type { PersonId } from '@patuh/shared/domain/ids';
import type { ReactElement } from 'react';

import { STATE_WORDS } from '../../text/id/assessment-words.ts';
import { handoverText } from '../../text/id/handover.ts';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { SelectField } from '../../ui/field.tsx';
import { formatDate } from '../../ui/number.ts';
import { type Choice, unitsShared, unitsTo } from './handover-model.ts';

const text = handoverText.units;

interface HandoverUnitsProps {
  readonly handover: Handover;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** The units somebody was to verify, and who goes on with each. */
export function HandoverUnits({ handover, choice, onChange }: HandoverUnitsProps): ReactElement {
  const { units, verifiers } = handover;
  const { columns } = text;
  const choose = (unit: HeldUnit, to: PersonId | undefined): void => {
    const others = [...choice.units].filter(([id]) => id !== unit.assessmentId);
    onChange({ ...choice, units: new Map(to === undefined ? others : [...others, [unit.assessmentId, to]]) });
  };
  return (
    <section className="section" aria-labelledby="verifikasi">
      <h2 id="verifikasi">{text.title}</h2>
      <p>{text.lead}</p>
      {units.length > 1 && verifiers.length > 0 ? (
        <div className="toolbar">
          <SelectField
            label={text.all}
            value=""
            onChange={(event) => {
              const person = verifiers.find(({ personId }) => personId === event.target.value);
              if (person !== undefined) onChange(unitsTo(handover, person.personId, choice));
            }}
          >
            <option value="">{text.each}</option>
            {verifiers.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </SelectField>
          <button
            type="button"
            className="button button--quiet"
            onClick={() => onChange(unitsShared(handover, choice))}
          >
            {text.share}
          </button>
        </div>
      ) : null}
      <DataTable
        cards
        caption={text.caption}
        captionHidden
        head={
          <>
            <Column>{columns.unit}</Column>
            <Column>{columns.state}</Column>
            <Column>{columns.due}</Column>
            <Column number>{columns.points}</Column>
            <Column>{columns.to}</Column>
          </>
        }
      >
        {units.map((unit) => (
          <Row key={unit.assessmentId}>
            <RowHead>
              {unit.unitName}
              <span className="people-email">{unit.government.name}</span>
            </RowHead>
            <Cell label={columns.state}>{STATE_WORDS[unit.state]}</Cell>
            <Cell label={columns.due}>{unit.dueOn === null ? text.none : formatDate(unit.dueOn)}</Cell>
            <Cell label={columns.points} number>
              {unit.points}
            </Cell>
            <Cell label={columns.to}>
              <Successor
                unit={unit}
                verifiers={verifiers}
                chosen={choice.units.get(unit.assessmentId)}
                onChoose={(to) => choose(unit, to)}
              />
            </Cell>
          </Row>
        ))}
      </DataTable>
    </section>
  );
}

interface SuccessorProps {
  readonly unit: HeldUnit;
  readonly verifiers: Handover['verifiers'];
  readonly chosen: PersonId | null | undefined;
  readonly onChoose: (to: PersonId | undefined) => void;
}

function Successor({ unit, verifiers, chosen, onChoose }: SuccessorProps): ReactElement {
  const able = verifiers.filter(({ personId }) => unit.successors.includes(personId));
  if (able.length === 0) return <span className="soft">{text.nobody}</span>;
  return (
    <select
      aria-label={text.successor(unit.unitName)}
      value={chosen ?? ''}
      onChange={(event) => onChoose(able.find(({ personId }) => personId === event.target.value)?.personId)}
    >
      <option value="">{text.choose}</option>
      {able.map(({ personId, name }) => (
        <option key={personId} value={personId}>
          {name}
        </option>
      ))}
    </select>
  );
}
