import { answerPlanWarning, type PlanWarning, type TeamPlan, WarningReason } from '@patuh/shared/contracts/teams';
import { type ReactElement, useId, useState } from 'react';

import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { teamName } from './assignment-model.ts';
import { type TeamsOf, useTeamChange } from './plan-teams-change.ts';
import { TeamFault } from './plan-teams-fault.tsx';

interface WarningsProps {
  readonly of: TeamsOf;
  readonly plan: TeamPlan;
}

/** What should make somebody look again; nothing where there is nothing. */
export function WarningsSection({ of, plan }: WarningsProps): ReactElement | null {
  const heading = useId();
  const { warnings } = plan;
  if (warnings.length === 0) return null;
  const open = warnings.filter(({ answer }) => answer === null);
  const sorted = [...open, ...warnings.filter(({ answer }) => answer !== null)];
  return (
    <section className="section" aria-labelledby={heading}>
      <h2 id={heading}>{text.warnings(open.length)}</h2>
      <p>{text.warningsLead}</p>
      <List of={of} plan={plan} warnings={sorted.slice(0, AT_ONCE)} />
      {sorted.length > AT_ONCE ? (
        <details>
          <summary>{text.moreWarnings(sorted.length - AT_ONCE)}</summary>
          <List of={of} plan={plan} warnings={sorted.slice(AT_ONCE)} />
        </details>
      ) : null}
    </section>
  );
}

/** More than anybody reads before the table. */
const AT_ONCE = 8;

function List({ of, plan, warnings }: WarningsProps & { readonly warnings: readonly PlanWarning[] }): ReactElement {
  return (
    <ul className="plan-teams__warnings">
      {warnings.map((warning) => (
        <Warning key={warning.key} of={of} plan={plan} warning={warning} />
      ))}
    </ul>
  );
}

function Warning({ of, plan, warning }: WarningsProps & { readonly warning: PlanWarning }): ReactElement {
  const [asking, setAsking] = useState(false);
  const { answer } = warning;
  const words = wordsOf(plan, warning);
  return (
    <li>
      <span className={answer === null ? 'plan-teams__caution' : undefined}>{words}</span>
      {answer === null ? null : (
        <p className="small">{text.answered(answer.reason, answer.by, formatMoment(answer.at))}</p>
      )}
      {plan.mayChange ? (
        <button
          type="button"
          className="button button--quiet"
          aria-label={text.answerOf(words)}
          onClick={() => setAsking(true)}
        >
          {answer === null ? text.answer : text.answerAgain}
        </button>
      ) : null}
      {asking ? <Reason of={of} plan={plan} warning={warning} words={words} onEnd={() => setAsking(false)} /> : null}
    </li>
  );
}

interface ReasonProps extends WarningsProps {
  readonly warning: PlanWarning;
  readonly words: string;
  readonly onEnd: () => void;
}

function Reason({ of, plan, warning, words, onEnd }: ReasonProps): ReactElement {
  const [reason, setReason] = useState(warning.answer?.reason ?? '');
  const [wrong, setWrong] = useState<string>();
  const answer = useTeamChange(answerPlanWarning, plan);
  return (
    <ConfirmDialog
      open
      title={words}
      confirm={text.saveReason}
      cancel={text.cancel}
      busy={answer.busy}
      onCancel={onEnd}
      onConfirm={() => {
        const read = WarningReason.safeParse(reason);
        setWrong(read.error?.issues[0]?.message);
        if (read.success) answer.send({ params: of, body: { keys: [warning.key], reason: read.data } }, onEnd);
      }}
    >
      <TextArea label={text.reason} error={wrong} value={reason} onChange={({ target }) => setReason(target.value)} />
      <TeamFault {...answer} now={plan} />
    </ConfirmDialog>
  );
}

export function wordsOf(plan: TeamPlan, { kind, teamId, unitId, person }: PlanWarning): string {
  const unit = plan.units.find(({ id }) => id === unitId);
  const team = teamName(plan, teamId) ?? '';
  const place =
    kind === 'home-government' && unit !== undefined ? `${unit.government.name} (${unit.name})` : unit?.name;
  return text.warning[kind](person?.name ?? '', place ?? team);
}
