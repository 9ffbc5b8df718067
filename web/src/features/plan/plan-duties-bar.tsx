import type { DutyTable } from '@patuh/shared/contracts/duties';
import type { PersonId } from '@patuh/shared/domain/ids';
import { type ReactElement, useId, useState } from 'react';

import { planDutiesText as text } from '../../text/id/plan-duties.ts';

const NOBODY = 'tidak-ada';

interface BarProps {
  readonly verifiers: DutyTable['verifiers'];
  readonly chosen: number;
  readonly changes: number;
  readonly busy: boolean;
  readonly said: string;
  readonly onGive: (person: PersonId | null) => void;
  readonly onSave: () => void;
  readonly onDrop: () => void;
}

/** Stays in sight: gives what is ticked to somebody, and saves all that was changed. */
export function PlanDutiesBar({ verifiers, chosen, changes, busy, said, ...on }: BarProps): ReactElement {
  const [value, setValue] = useState('');
  const id = useId();
  const person = verifiers.find(({ personId }) => personId === value)?.personId;
  return (
    <div className="plan-units__bar plan-duties__bar">
      {chosen === 0 ? null : (
        <div className="plan-duties__give">
          <label htmlFor={id}>
            {text.chosen(chosen)}. {text.giveTo}
          </label>
          <select id={id} value={value} onChange={(event) => setValue(event.target.value)}>
            <option value="">{text.chooseVerifier}</option>
            {verifiers.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
            <option value={NOBODY}>{text.nobody}</option>
          </select>
          <button
            type="button"
            className="button button--quiet"
            disabled={person === undefined && value !== NOBODY}
            onClick={() => on.onGive(person ?? null)}
          >
            {text.giveTo}
          </button>
        </div>
      )}
      <button type="button" className="button" disabled={changes === 0 || busy} onClick={on.onSave}>
        {busy ? text.saving : text.save(changes)}
      </button>
      {changes === 0 ? null : (
        <button type="button" className="button button--quiet" onClick={on.onDrop}>
          {text.drop}
        </button>
      )}
      <span role="status">{said}</span>
    </div>
  );
}
