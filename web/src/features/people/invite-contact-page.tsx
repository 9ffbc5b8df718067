import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { UnitId } from '@patuh/shared/domain/ids';
import { type ReactElement, useState } from 'react';

import { Answer } from '../../platform/query.tsx';
import { contactsText } from '../../text/id/contacts.ts';
import { Invitation, type InvitationFormProps, InvitationPage } from './invitation.tsx';
import { unitsOf, useOwnGovernments, useUnitsOf } from './own-units.ts';

const text = contactsText.form;
const PATH = '/sekda/kontak';

/** Somebody who is to be reached for units of one's own. */
export function InviteContactPage(): ReactElement {
  return (
    <InvitationPage
      title={text.title}
      lead={text.lead}
      back={{ href: PATH, words: contactsText.back }}
      next={() => PATH}
      form={ContactForm}
    />
  );
}

function ContactForm({ onSubmit, ...state }: InvitationFormProps): ReactElement {
  const governments = useOwnGovernments();
  const [chosen, setChosen] = useState<ReadonlySet<UnitId>>(new Set());
  return (
    <Invitation
      {...state}
      submit={text.submit}
      isReady={chosen.size > 0}
      cancel={PATH}
      onSubmit={(person) =>
        onSubmit({
          ...person,
          grants: [...chosen].map((id) => ({ role: 'unit-contact', scope: { kind: 'unit', id } })),
        })
      }
    >
      {governments.map((government) => (
        <UnitTicks
          key={government}
          government={government}
          chosen={chosen}
          onToggle={(id) =>
            setChosen(chosen.has(id) ? new Set([...chosen].filter((one) => one !== id)) : new Set([...chosen, id]))
          }
        />
      ))}
    </Invitation>
  );
}

interface UnitTicksProps {
  readonly government: GovernmentCode;
  readonly chosen: ReadonlySet<UnitId>;
  readonly onToggle: (id: UnitId) => void;
}

function UnitTicks({ government, chosen, onToggle }: UnitTicksProps): ReactElement {
  const places = useUnitsOf(government);
  return (
    <Answer of={places}>
      {(data) => {
        const units = unitsOf(data, government);
        const name = data.governments.find(({ code }) => code === government)?.name ?? '';
        return units.length === 0 ? (
          <p>{text.none}</p>
        ) : (
          <fieldset className="grants__add">
            <legend>
              {text.units} {name}
            </legend>
            {units.map((unit) => (
              <label key={unit.id} className="check">
                <input type="checkbox" checked={chosen.has(unit.id)} onChange={() => onToggle(unit.id)} />
                {unit.name}
              </label>
            ))}
          </fieldset>
        );
      }}
    </Answer>
  );
}
