import type { ReactElement } from 'react';

import { periodText } from '../../text/id/plan.ts';
import { TextField } from '../../ui/field.tsx';
import { type SettingsDraft, valueNow } from './settings-draft.ts';

const text = periodText.settings;

interface SettingsFieldsProps {
  readonly draft: SettingsDraft;
  /** What is stored; where it says something else, that stands beside the field. */
  readonly now: SettingsDraft;
  readonly errorOf: (field: keyof SettingsDraft) => string | undefined;
  readonly onChange: (change: Partial<SettingsDraft>) => void;
}

type TypedField = Exclude<keyof SettingsDraft, 'scoreBeforeSubmission'>;

const FIELDS: readonly {
  readonly field: TypedField;
  readonly type: string;
  readonly label: string;
  readonly hint?: string;
}[] = [
  { field: 'name', type: 'text', label: text.name },
  { field: 'clarificationUntil', type: 'date', label: text.clarification, hint: text.clarificationHint },
  { field: 'secondVisitPercent', type: 'number', label: text.secondVisit, hint: text.secondVisitHint },
  { field: 'samplePercent', type: 'number', label: text.sample, hint: text.sampleHint },
  { field: 'edgePoints', type: 'number', label: text.edge, hint: text.edgeHint },
  { field: 'reviewDays', type: 'number', label: text.review, hint: text.reviewHint },
];

export function SettingsFields({ draft, now, errorOf, onChange }: SettingsFieldsProps): ReactElement {
  const beside = (field: keyof SettingsDraft, hint?: string): string | undefined => {
    const value = valueNow(draft, now, field);
    return value === undefined ? hint : [hint, periodText.now(value)].filter(Boolean).join(' ');
  };
  return (
    <>
      {FIELDS.map(({ field, type, label, hint }) => (
        <TextField
          key={field}
          type={type}
          label={label}
          hint={beside(field, hint)}
          value={draft[field]}
          {...(field === 'edgePoints' && { step: 0.5 })}
          onChange={({ target }) => onChange({ [field]: target.value })}
          error={errorOf(field)}
        />
      ))}
      <label className="check">
        <input
          type="checkbox"
          checked={draft.scoreBeforeSubmission}
          onChange={({ target }) => onChange({ scoreBeforeSubmission: target.checked })}
        />
        <span>
          {text.score}
          <span className="field__hint plan-check-hint">{beside('scoreBeforeSubmission', text.scoreHint)}</span>
        </span>
      </label>
    </>
  );
}
