import { type CellKey, FieldValue } from '@patuh/shared/domain/change';
import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useForm, type UseFormRegisterReturn, type UseFormReturn, useFormState } from 'react-hook-form';

import { fieldText } from '../../text/id/field.ts';
import { useAssessment, useCell } from './desk-scope.tsx';
import { useEnter } from './use-enter.ts';

/** What is typed on one page; what is chosen goes into the store at once and needs no form. */
interface SectionForm {
  readonly note: Record<string, string>;
  readonly reason: Record<string, string>;
  readonly text: string;
}

type TextName = `note.${string}` | `reason.${string}` | 'text';

const FormContext = createContext<UseFormReturn<SectionForm> | undefined>(undefined);

/** One form for the visible page. Handed down as it is, so that a keystroke draws its own field only. */
export function SectionFormScope({ children }: { readonly children: ReactNode }): ReactElement {
  const form = useForm<SectionForm>({ defaultValues: { note: {}, reason: {}, text: '' }, mode: 'onTouched' });
  return <FormContext.Provider value={form}>{children}</FormContext.Provider>;
}

function useSectionForm(): UseFormReturn<SectionForm> {
  const form = useContext(FormContext);
  if (form === undefined) throw new Error('A text of the form outside SectionFormScope');
  return form;
}

/** Somebody who stops typing for so long has finished a thought. */
const PAUSE_MS = 1_500;

interface TextCell {
  readonly input: UseFormRegisterReturn;
  readonly error: string | undefined;
  /** What is in the store; not what is being typed. */
  readonly stored: string;
  /** Gives up what is typed and not kept. */
  readonly abandon: () => void;
}

interface TextCellOptions {
  readonly name: TextName;
  readonly cell: CellKey;
  readonly storedIn: (entry: FieldValue | undefined) => string;
  /** The change that a text makes; undefined where an empty one is not enough. */
  readonly entryOf: (text: string) => FieldValue | undefined;
}

/**
 * A text that is kept when its author pauses, leaves the field or leaves the page; until then as a draft. What a colleague
 * writes meanwhile appears unless somebody is typing here.
 */
export function useTextCell({ name, cell: key, storedIn, entryOf }: TextCellOptions): TextCell {
  const form = useSectionForm();
  const assessment = useAssessment();
  const enter = useEnter(key.subjectId);
  const { value } = useCell(key);
  const stored = storedIn(value?.entry);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const typed = useRef(false);

  const save = (): void => {
    clearTimeout(timer.current);
    if (!typed.current) return;
    const text = form.getValues(name).trim();
    const entry = text === stored ? undefined : entryOf(text);
    if (text === stored) assessment.keepDraft(key, null);
    if (entry === undefined || !FieldValue.safeParse(entry).success) return;
    typed.current = false;
    void enter(key, entry);
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });

  const shown = useRef<string>(undefined);
  useEffect(() => {
    const draft = shown.current === undefined ? assessment.draft(key)?.['text'] : undefined;
    if (draft !== undefined) {
      typed.current = true;
      form.setValue(name, draft);
    } else if (shown.current !== stored && !typed.current) form.setValue(name, stored);
    shown.current = stored;
  }, [assessment, form, key, name, stored]);

  useEffect(() => () => latest.current(), []);

  const formState = useFormState({ control: form.control, name, exact: true });
  const input = form.register(name, { validate: (text) => faultIn(text.trim(), entryOf) });
  return {
    input: {
      ...input,
      onChange: async (event) => {
        await input.onChange(event);
        typed.current = true;
        assessment.keepDraft(key, { text: form.getValues(name) });
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(), PAUSE_MS);
      },
      onBlur: async (event) => {
        latest.current();
        await input.onBlur(event);
      },
    },
    error: form.getFieldState(name, formState).error?.message,
    stored,
    abandon: () => {
      clearTimeout(timer.current);
      typed.current = false;
      form.setValue(name, '');
      assessment.keepDraft(key, null);
    },
  };
}

function faultIn(text: string, entryOf: TextCellOptions['entryOf']): string | true {
  const entry = entryOf(text);
  if (entry === undefined) return fieldText.required;
  return FieldValue.safeParse(entry).error?.issues[0]?.message ?? true;
}
