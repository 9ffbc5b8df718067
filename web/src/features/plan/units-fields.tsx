import type { UnitKindChoice } from '@patuh/shared/contracts/units';
import type { ReactElement } from 'react';

import { unitsText as text } from '../../text/id/units.ts';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import type { TypedUnit, Wrong } from './units-model.ts';

interface FieldsProps {
  readonly typed: TypedUnit;
  readonly wrong: Wrong;
  readonly onType: (change: Partial<TypedUnit>) => void;
}

/** Name and kind of a unit, and where it is. */
export function UnitFields({
  kinds,
  ...props
}: FieldsProps & { readonly kinds: readonly UnitKindChoice[] }): ReactElement {
  const { typed, wrong, onType } = props;
  return (
    <>
      <SelectField
        label={text.kind}
        value={typed.kind}
        error={wrong.kind}
        onChange={(event) => onType({ kind: event.currentTarget.value })}
      >
        <option value="">{text.choose}</option>
        {kinds.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label={text.name}
        hint={text.nameHint}
        maxLength={150}
        autoComplete="off"
        value={typed.name}
        error={wrong.name}
        onChange={(event) => onType({ name: event.currentTarget.value })}
      />
      <PlaceFields {...props} />
    </>
  );
}

export function PlaceFields({ typed, wrong, onType }: FieldsProps): ReactElement {
  return (
    <>
      <TextField
        label={text.address}
        maxLength={300}
        autoComplete="off"
        value={typed.address}
        error={wrong.address}
        onChange={(event) => onType({ address: event.currentTarget.value })}
      />
      <TextField
        label={text.latitude}
        hint={text.latitudeHint}
        inputMode="text"
        maxLength={24}
        autoComplete="off"
        value={typed.latitude}
        error={wrong.latitude}
        onChange={(event) => onType({ latitude: event.currentTarget.value })}
      />
      <TextField
        label={text.longitude}
        hint={text.longitudeHint}
        inputMode="text"
        maxLength={24}
        autoComplete="off"
        value={typed.longitude}
        error={wrong.longitude}
        onChange={(event) => onType({ longitude: event.currentTarget.value })}
      />
    </>
  );
}

interface ReasonFieldProps {
  readonly value: string;
  readonly tried: boolean;
  readonly onChange: (reason: string) => void;
}

/** Why; every change of the register has one. */
export function ReasonField({ value, tried, onChange }: ReasonFieldProps): ReactElement {
  return (
    <TextArea
      label={text.reason}
      hint={text.reasonHint}
      maxLength={1_000}
      rows={2}
      value={value}
      error={tried && isReasonShort(value) ? text.wrong.reason : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

const SHORTEST_REASON = 10;

export function isReasonShort(reason: string): boolean {
  return reason.trim().length < SHORTEST_REASON;
}
