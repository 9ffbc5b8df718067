import { Visit } from '@patuh/shared/domain/visit';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useForm } from 'react-hook-form';

import type { LocalCell } from '../../platform/field-store/local-cell.ts';
import { visitText } from '../../text/id/visit.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useAssessment } from './desk-scope.tsx';
import { faultsIn, VISIT_FIELDS, valuesOf, type VisitValues, visitFrom } from './visit-values.ts';

/** Somebody who stops typing for so long has finished a thought. */
const PAUSE_MS = 1_500;

interface VisitFormProps {
  readonly id: SubjectId;
  readonly visit: Visit;
}

/** The record while it is written: kept when its author pauses or leaves; what cannot be kept yet is a draft. */
export function VisitForm({ id, visit }: VisitFormProps): ReactElement {
  const { form, typed, rest } = useVisitForm({ id, visit });
  const field = (name: keyof VisitValues) => ({
    ...form.register(name, { onChange: typed, onBlur: rest }),
    error: form.formState.errors[name]?.message,
  });
  return (
    <form className="visit-form" onSubmit={(event) => event.preventDefault()} noValidate>
      <fieldset>
        <legend>{visitText.when}</legend>
        <TextField type="date" label={visitText.date} {...field('date')} />
        <TextField type="time" label={visitText.from} {...field('from')} />
        <TextField type="time" label={visitText.until} hint={visitText.untilHint} {...field('until')} />
      </fieldset>
      <fieldset>
        <legend>{visitText.letter}</legend>
        <TextField label={visitText.letterNumber} {...field('letterNumber')} />
        <TextField type="date" label={visitText.letterDate} {...field('letterDate')} />
      </fieldset>
      <fieldset>
        <legend>{visitText.people}</legend>
        <TextArea label={visitText.team} hint={visitText.onePerLine} {...field('team')} />
        <TextArea label={visitText.met} hint={visitText.metHint} {...field('met')} />
      </fieldset>
      <TextArea label={visitText.handedOver} hint={visitText.handedOverHint} {...field('handedOver')} />
      <TextArea label={visitText.unitRemarks} hint={visitText.unitRemarksHint} {...field('unitRemarks')} />
      <details open={visit.unsignedReason !== null}>
        <summary>{visitText.notSigned}</summary>
        <TextArea label={visitText.unsignedReason} {...field('unsignedReason')} />
      </details>
    </form>
  );
}

function useVisitForm({ id, visit }: VisitFormProps) {
  const assessment = useAssessment();
  const key = useMemo(() => ({ indicatorId: null, subjectId: id, field: 'visit' }) as const, [id]);
  const form = useForm<VisitValues>({ defaultValues: useFirstValues(assessment.draft(key)?.['values'], visit) });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isDirty = useRef(false);

  const keep = (): void => {
    clearTimeout(timer.current);
    if (!isDirty.current) return;
    const values = form.getValues();
    const faults = faultsIn(values);
    form.clearErrors();
    for (const name of VISIT_FIELDS) if (faults[name] !== undefined) form.setError(name, { message: faults[name] });
    const next = visitFrom(values, null);
    if (Object.keys(faults).length > 0 || !Visit.safeParse(next).success || isSigned(assessment.cell(key))) return;
    isDirty.current = false;
    void assessment.enter(key, { field: 'visit', value: next });
  };
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => () => latest.current(), []);

  return {
    form,
    typed: () => {
      isDirty.current = true;
      assessment.keepDraft(key, { values: JSON.stringify(form.getValues()) });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(), PAUSE_MS);
    },
    rest: () => latest.current(),
  };
}

/** What was signed meanwhile is not written over. */
function isSigned({ value }: LocalCell): boolean {
  return value?.entry.field === 'visit' && value.entry.value !== null && value.entry.value.signature !== null;
}

/** What is half filled in comes before what was kept. */
function useFirstValues(draft: string | undefined, visit: Visit): VisitValues {
  return useMemo(() => {
    const kept = valuesOf(visit);
    const typed: unknown = draft === undefined ? {} : JSON.parse(draft);
    return { ...kept, ...(typeof typed === 'object' ? typed : {}) };
    // Only what stood there when the form appeared: afterwards the form is the newest.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
}
