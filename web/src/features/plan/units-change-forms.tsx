import { closeUnit, moveUnit, renameUnit, type UnitHistory } from '@patuh/shared/contracts/units';
import { UnitName } from '@patuh/shared/domain/unit';
import { type ReactElement, useState } from 'react';

import { unitsText } from '../../text/id/units.ts';
import { TextField } from '../../ui/field.tsx';
import { ChangeForm } from './units-change-form.tsx';
import { PlaceFields } from './units-fields.tsx';
import { degreesText, NOTHING_TYPED, placeFrom } from './units-model.ts';
import { useUnitChange } from './units-use-change.ts';

const text = unitsText.actions;

interface FormProps {
  readonly view: UnitHistory;
}

export function RenameUnit({ view: { unit } }: FormProps): ReactElement {
  const [name, setName] = useState(unit.name);
  const action = useUnitChange(renameUnit);
  const isRight = UnitName.safeParse(name).success;
  return (
    <ChangeForm
      title={text.rename}
      body={text.renameBody}
      save={text.save}
      action={action}
      onSend={(reason) => {
        if (isRight) action.send({ params: { unitId: unit.id }, body: { seen: unit.seen, name, reason } });
      }}
    >
      {(tried) => (
        <TextField
          label={unitsText.name}
          maxLength={150}
          autoComplete="off"
          value={name}
          error={tried && !isRight ? unitsText.wrong.name : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
    </ChangeForm>
  );
}

export function MoveUnit({ view: { unit } }: FormProps): ReactElement {
  const [typed, setTyped] = useState({
    ...NOTHING_TYPED,
    address: unit.address ?? '',
    latitude: unit.coordinates === null ? '' : degreesText(unit.coordinates.latitude),
    longitude: unit.coordinates === null ? '' : degreesText(unit.coordinates.longitude),
  });
  const action = useUnitChange(moveUnit);
  const read = placeFrom(typed);
  return (
    <ChangeForm
      title={text.move}
      save={text.save}
      action={action}
      onSend={(reason) => {
        if (!('place' in read)) return;
        action.send({ params: { unitId: unit.id }, body: { seen: unit.seen, ...read.place, reason } });
      }}
    >
      {(tried) => (
        <PlaceFields
          typed={typed}
          wrong={tried && 'wrong' in read ? read.wrong : {}}
          onType={(change) => setTyped((before) => ({ ...before, ...change }))}
        />
      )}
    </ChangeForm>
  );
}

export function CloseUnit({ view: { unit } }: FormProps): ReactElement {
  const closed = unit.closedAt !== null;
  const action = useUnitChange(closeUnit);
  return (
    <ChangeForm
      title={closed ? text.reopen : text.close}
      {...(!closed && { body: text.closeBody })}
      save={closed ? text.reopenSave : text.closeSave}
      danger={!closed}
      action={action}
      onSend={(reason) =>
        action.send({ params: { unitId: unit.id }, body: { seen: unit.seen, closed: !closed, reason } })
      }
    />
  );
}
