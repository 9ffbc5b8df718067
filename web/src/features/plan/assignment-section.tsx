import { assignUnits, type TeamPlan } from '@patuh/shared/contracts/teams';
import type { TeamId, UnitId } from '@patuh/shared/domain/ids';
import { type ReactElement, useId, useState } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AssignmentBar } from './assignment-bar.tsx';
import { AssignmentFilters } from './assignment-filters.tsx';
import { useRowKeys } from './assignment-keys.ts';
import { chosenUnits, NO_FILTER, shownUnits, teamName, withRange } from './assignment-model.ts';
import { AssignmentReasons } from './assignment-reasons.tsx';
import { AssignmentTable } from './assignment-table.tsx';
import { TeamFault } from './plan-teams-fault.tsx';
import type { TeamsOf } from './plan-teams-change.ts';
import { useTeamChange } from './plan-teams-change.ts';
import { TickAll } from './tick-all.tsx';

interface SectionProps {
  readonly of: TeamsOf;
  readonly plan: TeamPlan;
}

/** Who visits which unit. What is chosen stays chosen, whatever anybody else changes meanwhile. */
export function AssignmentSection({ of, plan }: SectionProps): ReactElement {
  const heading = useId();
  const [filter, setFilter] = useState(NO_FILTER);
  const [chosen, setChosen] = useState<ReadonlySet<UnitId>>(new Set());
  const [done, setDone] = useState('');
  const [given, setGiven] = useState<ReadonlySet<UnitId>>(new Set());
  const assign = useTeamChange(assignUnits, plan);
  const change = (next: (before: ReadonlySet<UnitId>) => ReadonlySet<UnitId>): void => {
    setDone('');
    setChosen(next);
  };
  const shown = shownUnits(plan, filter);
  const rows = shown.map(({ id }) => id);
  const keys = useRowKeys(shown, (from, to) => change((before) => withRange(before, rows, from, to)));
  const units = chosenUnits(plan, chosen);

  function choose(ids: readonly UnitId[], isChosen: boolean): void {
    change((before) => {
      const after = new Set(before);
      for (const id of ids)
        if (isChosen) after.add(id);
        else after.delete(id);
      return after;
    });
  }

  function send(teamId: TeamId): void {
    const assignments = units.map(({ id }) => ({ unitId: id, teamId }));
    assign.send({ params: of, body: { seen: plan.version, assignments } }, () => {
      setChosen(new Set());
      setGiven(new Set(assignments.map(({ unitId }) => unitId)));
      setDone(text.done(assignments.length, teamName(plan, teamId) ?? ''));
    });
  }

  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>{text.assignment}</h2>
      {plan.units.length === 0 ? (
        <EmptyState title={text.noUnits}>
          <p>{text.noUnitsBody}</p>
        </EmptyState>
      ) : (
        <>
          <AssignmentFilters plan={plan} filter={filter} shown={shown.length} onFilter={setFilter} />
          {shown.length === 0 ? <p>{text.nothingFits}</p> : null}
          {plan.mayChange && shown.length > 0 ? (
            <>
              <p className="small soft assignment__keys">{text.keys}</p>
              <TickAll label={text.pickAll(shown.length)} ids={rows} chosen={chosen} onChoose={choose} />
            </>
          ) : null}
          <AssignmentTable plan={plan} units={shown} chosen={chosen} onChoose={choose} keys={keys} />
          {plan.mayChange ? (
            <AssignmentReasons of={of} plan={plan} given={given} onLater={() => setGiven(new Set())} />
          ) : null}
          {plan.mayChange ? (
            <AssignmentBar
              plan={plan}
              units={units}
              hidden={units.filter(({ id }) => !rows.includes(id)).length}
              busy={assign.busy}
              done={done}
              fault={<TeamFault {...assign} now={plan} />}
              onAssign={send}
              onClear={() => setChosen(new Set())}
            />
          ) : null}
        </>
      )}
    </section>
  );
}
