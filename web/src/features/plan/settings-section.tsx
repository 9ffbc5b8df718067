import { changePeriod, getPeriod, listPeriods, type PeriodView } from '@patuh/shared/contracts/periods';
import { type SyntheticEvent, type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { serverFieldErrors } from '../../platform/form.ts';
import { useAction } from '../../platform/query.tsx';
import { periodText as text } from '../../text/id/plan.ts';
import { formatDate } from '../../ui/number.ts';
import { ChangedMeanwhile, isChangedMeanwhile } from './changed-meanwhile.tsx';
import { draftOf, settingsOf, type SettingsDraft } from './settings-draft.ts';
import { SettingsFields } from './settings-fields.tsx';
import { useSeen } from './use-seen.ts';

const words = text.settings;

/** What the period is run by; changed by whoever runs it, read by everybody else. */
export function SettingsSection({ period }: { readonly period: PeriodView }): ReactElement {
  const [editing, setEditing] = useState(false);
  return (
    <section className="section" aria-labelledby="pengaturan">
      <h2 id="pengaturan">{words.title}</h2>
      {editing ? <SettingsForm period={period} onDone={() => setEditing(false)} /> : <Facts period={period} />}
      {period.mayChange && !editing ? (
        <button type="button" className="button button--quiet" onClick={() => setEditing(true)}>
          {text.edit}
        </button>
      ) : null}
    </section>
  );
}

function Facts({ period: { settings } }: { readonly period: PeriodView }): ReactElement {
  const draft = draftOf(settings);
  const facts: readonly (readonly [string, string])[] = [
    [words.score, settings.scoreBeforeSubmission ? words.yes : words.no],
    [
      words.clarification,
      draft.clarificationUntil === '' ? words.noClarification : formatDate(draft.clarificationUntil),
    ],
    [words.secondVisit, draft.secondVisitPercent],
    [words.sample, draft.samplePercent],
    [words.edge, draft.edgePoints.replace('.', ',')],
    [words.review, draft.reviewDays],
  ];
  return (
    <dl className="plan-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SettingsForm({ period, onDone }: { readonly period: PeriodView; readonly onDone: () => void }): ReactElement {
  const action = useAction(changePeriod, [getPeriod, listPeriods]);
  const [draft, setDraft] = useState<SettingsDraft>(() => draftOf(period.settings));
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const { seen, isBehind, look } = useSeen(period.version, action.error);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const { settings, errors } = settingsOf(draft, period.settings);
    setWrong(errors);
    if (settings === undefined) return;
    look();
    action.mutate({ params: { periodId: period.id }, body: { seen, settings } }, { onSuccess: onDone });
  };
  const refused = serverFieldErrors(action.error);
  return (
    <form className="form" noValidate onSubmit={save}>
      {isBehind ? <ChangedMeanwhile /> : null}
      <SettingsFields
        draft={draft}
        now={isBehind ? draftOf(period.settings) : draft}
        errorOf={(field) => wrong.get(field) ?? refused.get(`settings.${field}`)}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      {action.error === null || isChangedMeanwhile(action.error) ? null : <FaultNotice fault={action.error} />}
      <div className="actions">
        <button type="submit" className="button" disabled={action.isPending}>
          {action.isPending ? text.saving : text.save}
        </button>
        <button type="button" className="button button--quiet" onClick={onDone}>
          {text.discard}
        </button>
      </div>
    </form>
  );
}
