import { type SubjectId, UserProfile } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import { type ReactElement, useEffect, useMemo } from 'react';
import { useForm, type UseFormRegisterReturn } from 'react-hook-form';

import { fieldUsersText } from '../../text/id/field-users.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { pressChoiceKey } from './choice-keys.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { useAssessment, useCell } from './desk-scope.tsx';
import { KeepingMark } from './keeping-mark.tsx';
import { LeftOver } from './left-over.tsx';
import { useEnter } from './use-enter.ts';

const PARTS = ['gender', 'ageBand', 'education', 'work'] as const;
type Part = (typeof PARTS)[number];
type Marks = Record<Part, string>;

const NOTHING: Marks = { gender: '', ageBand: '', education: '', work: '' };

interface ProfileFormProps {
  readonly subjectId: SubjectId;
  readonly readOnly: boolean;
}

/** The groups a user belongs to. Kept once all four are chosen; what is chosen before is a draft. */
export function ProfileForm({ subjectId, readOnly }: ProfileFormProps): ReactElement {
  const assessment = useAssessment();
  const key = useMemo((): CellKey => ({ indicatorId: null, subjectId, field: 'profile' }), [subjectId]);
  const cell = useCell(key);
  const enter = useEnter(subjectId);
  const stored = cell.value?.entry.field === 'profile' ? cell.value.entry.value : undefined;
  const form = useForm<Marks>({ defaultValues: { ...NOTHING, ...assessment.draft(key), ...stored } });
  useEffect(() => {
    if (stored !== undefined) form.reset(stored);
  }, [form, stored]);

  const choose = (): void => {
    const marks = form.getValues();
    const profile = UserProfile.safeParse(marks);
    if (profile.success) void enter(key, { field: 'profile', value: profile.data });
    else assessment.keepDraft(key, marks);
  };

  return (
    <section className="profile" aria-label={fieldUsersText.profile}>
      <h2>{fieldUsersText.profile}</h2>
      <ConflictChoice cell={cell} readOnly={readOnly} />
      {PARTS.map((part) => (
        <Group key={part} part={part} readOnly={readOnly} input={form.register(part, { onChange: choose })} />
      ))}
      {stored === undefined ? (
        <p className="keeping keeping--open">{fieldUsersText.profileHint}</p>
      ) : (
        <KeepingMark value={cell.value} />
      )}
      <LeftOver cell={cell} />
    </section>
  );
}

function Group({
  part,
  input,
  readOnly,
}: {
  readonly part: Part;
  readonly input: UseFormRegisterReturn;
  readonly readOnly: boolean;
}): ReactElement {
  return (
    <fieldset className="pills" role="radiogroup" disabled={readOnly} onKeyDown={(event) => void pressChoiceKey(event)}>
      <legend>{fieldUsersText[part]}</legend>
      <div className="pills__row">
        {Object.entries(fieldWords[part]).map(([value, words]) => (
          <label key={value} className="pill">
            <input type="radio" value={value} {...input} />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
