import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { Visit } from '@patuh/shared/domain/visit';
import type { ReactElement } from 'react';

import { visitText } from '../../text/id/visit.ts';
import { TextArea, TextField } from '../../ui/field.tsx';
import { useVisitForm } from './use-visit-form.ts';
import type { VisitValues } from './visit-values.ts';

/** The record while it is written, until the unit signs it. */
export function VisitForm(props: { readonly id: SubjectId; readonly visit: Visit }): ReactElement {
  const { form, typed, rest } = useVisitForm(props);
  const { errors } = form.formState;
  const field = (name: keyof VisitValues) => ({
    ...form.register(name, { onChange: typed, onBlur: rest }),
    error: errors[name]?.message,
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
      <details open={props.visit.unsignedReason !== null}>
        <summary>{visitText.notSigned}</summary>
        <TextArea label={visitText.unsignedReason} {...field('unsignedReason')} />
      </details>
    </form>
  );
}
