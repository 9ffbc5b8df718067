import type { DutyUnit } from '@patuh/shared/contracts/duties';
import type { ReactElement } from 'react';

import { planDutiesText as text } from '../../text/id/plan-duties.ts';
import { formatDate } from '../../ui/number.ts';
import { holderOf, isMeanwhile, isUnfinished, wished } from './plan-duties-model.ts';
import type { DutiesTableProps } from './plan-duties-table.tsx';

type ChoiceProps = Pick<DutiesTableProps, 'table' | 'wishes' | 'onWish'> & { readonly unit: DutyUnit };

/** Who verifies the unit; whoever collected there stands in the list and cannot be chosen. */
export function PlanDutiesChoice({ unit, table, wishes, onWish }: ChoiceProps): ReactElement {
  const { duty, barred } = unit;
  if (!table.mayAssign || !isUnfinished(unit)) return <span>{duty?.name ?? text.none}</span>;
  const isKnown = duty === null || table.verifiers.some(({ personId }) => personId === duty.personId);
  return (
    <div>
      <select
        aria-label={text.verifierOf(unit.unitName)}
        value={holderOf(unit, wishes) ?? ''}
        onChange={(event) => {
          const person = table.verifiers.find(({ personId }) => personId === event.target.value);
          onWish(wished(wishes, unit, { personId: person?.personId ?? null, dueOn: null }));
        }}
      >
        <option value="">{text.none}</option>
        {isKnown ? null : <option value={duty.personId}>{text.gone(duty.name)}</option>}
        {table.verifiers.map(({ personId, name }) => (
          <option key={personId} value={personId} disabled={barred.includes(personId)}>
            {barred.includes(personId) ? text.barred(name) : name}
          </option>
        ))}
      </select>
      <Meanwhile unit={unit} wishes={wishes} onWish={onWish} />
    </div>
  );
}

/** Somebody else was quicker: nothing is overwritten before one has seen it. */
function Meanwhile({ unit, wishes, onWish }: Omit<ChoiceProps, 'table'>): ReactElement | null {
  const wish = wishes.get(unit.assessmentId);
  if (wish === undefined || !isMeanwhile(unit, wish)) return null;
  const others = new Map([...wishes].filter(([id]) => id !== unit.assessmentId));
  return (
    <div className="notice notice--caution" role="alert">
      <p>{text.meanwhile(unit.duty?.name ?? null)}</p>
      <button type="button" className="button button--quiet" onClick={() => onWish(wished(others, unit, wish))}>
        {text.mine}
      </button>{' '}
      <button type="button" className="button button--quiet" onClick={() => onWish(others)}>
        {text.theirs}
      </button>
    </div>
  );
}

/** The last day, counted from handing in on; another one can be set while the verifier has the unit. */
export function PlanDutiesDay({ unit, table, wishes, onWish }: ChoiceProps): ReactElement {
  const holder = holderOf(unit, wishes);
  if (holder === null) return <span className="soft">{text.never}</span>;
  const wish = wishes.get(unit.assessmentId);
  const own = unit.duty?.personId === holder ? unit.duty.dueOn : null;
  const day = wish?.dueOn ?? own;
  if (!table.mayAssign || unit.state !== 'submitted') {
    if (isUnfinished(unit)) return <span className="soft">{day === null ? text.later : formatDate(day)}</span>;
    return <span>{day === null ? text.never : formatDate(day)}</span>;
  }
  return (
    <div>
      <input
        type="date"
        aria-label={text.dueOf(unit.unitName)}
        value={day ?? ''}
        onChange={(event) =>
          onWish(
            wished(wishes, unit, { personId: holder, dueOn: event.target.value === '' ? null : event.target.value }),
          )
        }
      />
      {day === null ? <span className="plan-units__kind">{text.counted(table.period.reviewDays)}</span> : null}
    </div>
  );
}
