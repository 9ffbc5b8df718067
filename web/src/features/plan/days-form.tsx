import { changeDays, getPeriod, type PeriodView, type ProvincePlan } from '@patuh/shared/contracts/periods';
import { type Phase, PHASES } from '@patuh/shared/domain/period';
import { type SyntheticEvent, type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { PHASE_NAME, periodText } from '../../text/id/plan.ts';
import { TextField } from '../../ui/field.tsx';
import { formatDate } from '../../ui/number.ts';
import { ChangedMeanwhile, isChangedMeanwhile } from './changed-meanwhile.tsx';
import { type DaysDraft, daysDraftOf, daysOfDraft } from './days-draft.ts';
import { useSeen } from './use-seen.ts';

const text = periodText.calendar;

interface DaysFormProps {
  readonly period: PeriodView;
  /** Whose days are set; undefined for those of everybody. */
  readonly plan: ProvincePlan | undefined;
  readonly onDone: () => void;
}

/** All phases at once: what stands there is what holds afterwards. */
export function DaysForm({ period, plan, onDone }: DaysFormProps): ReactElement {
  const stored = plan?.days ?? (plan === undefined ? period.days : []);
  const action = useAction(changeDays, [getPeriod]);
  const [draft, setDraft] = useState<DaysDraft>(() => daysDraftOf(stored));
  const [errors, setErrors] = useState<ReadonlyMap<Phase, string>>(new Map());
  const { seen, isBehind, look } = useSeen(plan?.version ?? period.version, action.error);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = daysOfDraft(draft);
    setErrors(read.errors);
    if (read.errors.size > 0) return;
    look();
    action.mutate(
      {
        params: { periodId: period.id },
        body: { province: plan?.province.code ?? null, seen, days: [...read.days] },
      },
      { onSuccess: onDone },
    );
  };
  return (
    <form className="plan-days" noValidate onSubmit={save}>
      {isBehind ? <ChangedMeanwhile /> : null}
      <p className="soft">{plan === undefined ? text.clear : text.clearOwn}</p>
      {PHASES.map((phase) => (
        <PhaseFields
          key={phase}
          phase={phase}
          value={draft[phase]}
          now={isBehind ? daysDraftOf(stored)[phase] : draft[phase]}
          error={errors.get(phase)}
          onChange={(days) => {
            setDraft({ ...draft, [phase]: days });
            // What was wrong with it was said of the days before.
            setErrors(new Map([...errors].filter(([wrong]) => wrong !== phase)));
          }}
        />
      ))}
      {action.error === null || isChangedMeanwhile(action.error) ? null : <FaultNotice fault={action.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={action.isPending}>
          {action.isPending ? periodText.saving : periodText.save}
        </button>
        <button type="button" className="button button--quiet" onClick={onDone}>
          {periodText.discard}
        </button>
      </div>
    </form>
  );
}

type Days = DaysDraft[Phase];

interface PhaseFieldsProps {
  readonly phase: Phase;
  readonly value: Days;
  /** What is stored; where it says something else, that stands beside the fields. */
  readonly now: Days;
  readonly error: string | undefined;
  readonly onChange: (days: Days) => void;
}

function PhaseFields({ phase, value, now, error, onChange }: PhaseFieldsProps): ReactElement {
  const differs = now.startsOn !== value.startsOn || now.endsOn !== value.endsOn;
  return (
    <fieldset className="plan-days__phase">
      <legend>{PHASE_NAME[phase]}</legend>
      <TextField
        type="date"
        label={text.startsOn}
        value={value.startsOn}
        onChange={({ target }) => onChange({ ...value, startsOn: target.value })}
      />
      <TextField
        type="date"
        label={text.endsOn}
        value={value.endsOn}
        onChange={({ target }) => onChange({ ...value, endsOn: target.value })}
        error={error}
      />
      {differs ? <p className="plan-days__now">{periodText.now(rangeWords(now))}</p> : null}
    </fieldset>
  );
}

function rangeWords({ startsOn, endsOn }: Days): string {
  return startsOn === '' ? periodText.nothingNow : text.range(formatDate(startsOn), formatDate(endsOn));
}
