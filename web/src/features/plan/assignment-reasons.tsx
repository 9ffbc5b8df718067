import { answerPlanWarning, type PlanWarning, type TeamPlan, WarningReason } from '@patuh/shared/contracts/teams';
import type { UnitId } from '@patuh/shared/domain/ids';
import { type ReactElement, useId, useState } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { TextArea } from '../../ui/field.tsx';
import { type TeamsOf, useTeamChange } from './plan-teams-change.ts';
import { TeamFault } from './plan-teams-fault.tsx';
import { wordsOf } from './plan-teams-warnings.tsx';

interface ReasonsProps {
  readonly of: TeamsOf;
  readonly plan: TeamPlan;
  /** What was just given to a team. */
  readonly given: ReadonlySet<UnitId>;
  readonly onLater: () => void;
}

/** More than anybody answers with one sentence; the others stay above the table. */
const AT_ONCE = 200;

/**
 * What somebody would ask about units that were just given to a team, to be answered there and then with one sentence for all
 * of them. It may wait: then it stands above the table. Nothing where there is nothing to ask.
 */
export function AssignmentReasons({ of, plan, given, onLater }: ReasonsProps): ReactElement | null {
  const heading = useId();
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string>();
  const answer = useTeamChange(answerPlanWarning, plan);
  const open = plan.warnings.filter((warning) => isAsked(warning, given)).slice(0, AT_ONCE);
  if (open.length === 0) return null;
  return (
    <form
      className="notice notice--caution"
      aria-labelledby={heading}
      onSubmit={(event) => {
        event.preventDefault();
        const read = WarningReason.safeParse(reason);
        setWrong(read.error?.issues[0]?.message);
        if (!read.success) return;
        answer.send({ params: of, body: { keys: open.map(({ key }) => key), reason: read.data } }, onLater);
      }}
    >
      <p className="notice__title" id={heading}>
        {text.askReasons(open.length)}
      </p>
      <ul>
        {open.map((warning) => (
          <li key={warning.key}>{wordsOf(plan, warning)}</li>
        ))}
      </ul>
      <TextArea
        label={text.reasonForAll}
        error={wrong}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <TeamFault {...answer} now={plan} />
      <div className="actions">
        <button type="submit" className="button" disabled={answer.busy}>
          {text.saveReason}
        </button>
        <button type="button" className="button button--quiet" onClick={onLater}>
          {text.later}
        </button>
      </div>
    </form>
  );
}

function isAsked({ unitId, answer }: PlanWarning, given: ReadonlySet<UnitId>): boolean {
  return answer === null && unitId !== null && given.has(unitId);
}
