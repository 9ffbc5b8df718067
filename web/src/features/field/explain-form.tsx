import type { Warning } from '@patuh/shared/checks/explained';
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';

import { fieldLeaveText } from '../../text/id/field-leave.ts';
import { TextArea } from '../../ui/field.tsx';
import { useAssessment } from './desk-scope.tsx';
import { explain, typing } from './explain.ts';

interface ExplainFormProps {
  /** One, or several that the same sentence answers. */
  readonly warnings: readonly Warning[];
  readonly label: string;
  /** What was said before. */
  readonly said: string;
  readonly onDone: () => void;
}

/** One sentence to the verifier. What is typed and not kept yet is there again after a restart. */
export function ExplainForm({ warnings, label, said, onDone }: ExplainFormProps): ReactElement {
  const assessment = useAssessment();
  const draft = typing(assessment, warnings);
  const form = useForm({ defaultValues: { text: draft.text() ?? said } });
  const [keeping, setKeeping] = useState(false);
  const keep = async (text: string | null): Promise<void> => {
    setKeeping(true);
    await explain(assessment, warnings, text);
    onDone();
  };
  return (
    <form className="explain" onSubmit={(event) => void form.handleSubmit(({ text }) => keep(text.trim()))(event)}>
      <TextArea
        label={label}
        hint={fieldLeaveText.hint}
        error={form.formState.errors.text?.message}
        {...form.register('text', {
          validate: faultIn,
          onChange: ({ target }: { readonly target: { readonly value: string } }) => draft.keep(target.value),
        })}
      />
      <div className="actions">
        <button type="submit" className="button" disabled={keeping}>
          {buttonWords(keeping, warnings.length)}
        </button>
        {said === '' ? null : (
          <button type="button" className="button button--quiet" disabled={keeping} onClick={() => void keep(null)}>
            {fieldLeaveText.takeBack}
          </button>
        )}
      </div>
    </form>
  );
}

function buttonWords(keeping: boolean, count: number): string {
  if (keeping) return fieldLeaveText.keeping;
  return count === 1 ? fieldLeaveText.keep : fieldLeaveText.keepAll(count);
}

function faultIn(text: string): string | true {
  const { length } = text.trim();
  if (length < 10) return fieldLeaveText.tooShort;
  return length > 500 ? fieldLeaveText.tooLong : true;
}
