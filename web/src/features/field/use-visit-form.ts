import type { SubjectId } from '@patuh/shared/domain/assessment';
import { Visit } from '@patuh/shared/domain/visit';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';

import { useAssessment } from './desk-scope.tsx';
import { faultsIn, tidy, VISIT_FIELDS, valuesOf, type VisitValues, visitFrom } from './visit-values.ts';
import { visitCell, visitIn } from './visit-cell.ts';

/** Somebody who stops typing for so long has finished a thought. */
const PAUSE_MS = 1_500;

interface VisitForm {
  readonly form: UseFormReturn<VisitValues>;
  readonly typed: () => void;
  readonly rest: () => void;
}

/**
 * The record while it is written: kept when its author pauses or leaves; what cannot be kept yet is a draft. What a
 * colleague writes meanwhile appears in the fields that nobody is writing in here.
 */
export function useVisitForm({ id, visit }: { readonly id: SubjectId; readonly visit: Visit }): VisitForm {
  const assessment = useAssessment();
  const key = useMemo(() => visitCell(id), [id]);
  const [begun] = useState(() => draftIn(assessment.draft(key)?.['values']));
  const form = useForm<VisitValues>({ defaultValues: { ...valuesOf(visit), ...begun } });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const known = useRef(valuesOf(visit));

  const keep = (): void => {
    clearTimeout(timer.current);
    const values = form.getValues();
    const faults = faultsIn(values);
    form.clearErrors();
    for (const name of VISIT_FIELDS) if (faults[name] !== undefined) form.setError(name, { message: faults[name] });
    const cell = assessment.cell(key);
    // What was signed meanwhile is not written over, nor what two people wrote differently: they choose first.
    const isFixed = visitIn(cell)?.signature !== null || cell.conflict.length > 0;
    const next = visitFrom(values, null);
    if (isFixed || Object.keys(faults).length > 0 || !Visit.safeParse(next).success) return;
    if (Object.keys(touched(values, known.current)).length === 0) {
      if (assessment.draft(key) !== undefined) assessment.keepDraft(key, null);
      return;
    }
    known.current = valuesOf(next);
    void assessment.enter(key, { field: 'visit', value: next });
  };
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });

  useEffect(() => {
    const before = known.current;
    const now = valuesOf(visit);
    const own = touched(form.getValues(), before);
    known.current = now;
    for (const name of VISIT_FIELDS) {
      if (now[name] !== before[name] && own[name] === undefined) form.setValue(name, now[name]);
    }
  }, [form, visit]);

  // What was left half filled in may be complete; if not, its fault is told.
  useEffect(() => {
    latest.current();
    return () => latest.current();
  }, []);

  return {
    form,
    typed: () => {
      assessment.keepDraft(key, { values: JSON.stringify(touched(form.getValues(), known.current)) });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(), PAUSE_MS);
    },
    rest: () => latest.current(),
  };
}

/** The fields that say something else than the record does; spaces and empty lines apart. */
function touched(values: VisitValues, known: VisitValues): Partial<VisitValues> {
  const now = tidy(values);
  return Object.fromEntries(VISIT_FIELDS.flatMap((name) => (now[name] === known[name] ? [] : [[name, values[name]]])));
}

function draftIn(text: string | undefined): Partial<VisitValues> {
  const typed: unknown = text === undefined ? {} : JSON.parse(text);
  return typeof typed === 'object' && typed !== null ? typed : {};
}
