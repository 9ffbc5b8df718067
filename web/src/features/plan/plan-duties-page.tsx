import { type DutyTable, getDuties, giveDuties } from '@patuh/shared/contracts/duties';
import type { ProvinceCode } from '@patuh/shared/domain/government';
import type { AssessmentId, PersonId } from '@patuh/shared/domain/ids';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { Answer, useAction, useAnswer } from '../../platform/query.tsx';
import { planDutiesText as text } from '../../text/id/plan-duties.ts';
import { PlanDutiesBar } from './plan-duties-bar.tsx';
import { givenTo, inputOf, loadsOf, sharedOut, type Wishes } from './plan-duties-model.ts';
import { PlanDutiesTable } from './plan-duties-table.tsx';
import type { PlanProps } from './plan-page.tsx';

/** Who verifies what: given out by hand or evenly, and saved as a whole. */
export function PlanDutiesPage({ period, plan }: PlanProps): ReactElement {
  const { code } = plan.province;
  const duties = useAnswer(getDuties, { params: { periodId: period.id }, query: { province: code } });
  return (
    <Answer of={duties}>
      {(table) => <Duties key={code} table={table} province={code} onOld={() => void duties.refetch()} />}
    </Answer>
  );
}

interface DutiesProps {
  readonly table: DutyTable;
  readonly province: ProvinceCode;
  readonly onOld: () => void;
}

function Duties({ table, province, onOld }: DutiesProps): ReactElement {
  const [wishes, setWishes] = useState<Wishes>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<AssessmentId>>(new Set());
  const [said, setSaid] = useState('');
  const action = useAction(giveDuties, [getDuties]);
  const change = (next: Wishes): void => {
    action.reset();
    setSaid('');
    setWishes(next);
  };
  const give = (person: PersonId | null): void => {
    change(
      givenTo(
        wishes,
        table.units.filter(({ assessmentId }) => chosen.has(assessmentId)),
        person,
      ),
    );
    setChosen(new Set());
  };
  const share = (): void => {
    const shared = sharedOut(table, wishes);
    change(shared);
    setSaid(text.shared(shared.size - wishes.size));
  };
  const save = (): void =>
    action.mutate(
      { params: { periodId: table.period.id }, body: inputOf(wishes, province) },
      {
        onSuccess: () => {
          setWishes(new Map());
          setSaid(text.saved);
        },
        onError: onOld,
      },
    );
  return (
    <>
      <p>{text.lead(table.period.reviewDays)}</p>
      {table.verifiers.length === 0 ? <p>{text.noVerifiers}</p> : <Loads table={table} wishes={wishes} />}
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      {table.units.length === 0 ? <p>{text.noUnits}</p> : null}
      {table.mayAssign && table.units.length > 0 ? (
        <p>
          <button type="button" className="button button--quiet" onClick={share}>
            {text.share}
          </button>
        </p>
      ) : null}
      <PlanDutiesTable table={table} wishes={wishes} chosen={chosen} onWish={change} onChoose={setChosen} />
      {table.mayAssign ? (
        <PlanDutiesBar
          verifiers={table.verifiers}
          chosen={chosen.size}
          changes={wishes.size}
          busy={action.isPending}
          said={said}
          onGive={give}
          onSave={save}
          onDrop={() => change(new Map())}
        />
      ) : null}
    </>
  );
}

function Loads({ table, wishes }: { readonly table: DutyTable; readonly wishes: Wishes }): ReactElement {
  const { people, nobodys } = loadsOf(table, wishes);
  return (
    <section aria-label={text.loads}>
      <h2>{text.loads}</h2>
      <ul className="plan-duties__loads">
        {people.map(({ name, count }) => (
          <li key={name}>
            {name} <strong>{text.load(count)}</strong>
          </li>
        ))}
        <li>
          {text.nobodys} <strong>{text.load(nobodys)}</strong>
        </li>
      </ul>
    </section>
  );
}
