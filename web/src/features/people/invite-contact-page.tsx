import { InvitePersonInput, invitePerson, listPeople } from '@patuh/shared/contracts/people';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { UnitId } from '@patuh/shared/domain/ids';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import * as z from 'zod/mini';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { Answer, useAction } from '../../platform/query.tsx';
import { contactsText } from '../../text/id/contacts.ts';
import { peopleText } from '../../text/id/people.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { TextField } from '../../ui/field.tsx';
import { LinkPanel } from './link-panel.tsx';
import { unitsOf, useOwnGovernments, useUnitsOf } from './own-units.ts';

const text = contactsText.form;
const NameForm = z.pick(InvitePersonInput, { name: true, email: true });

/** Somebody who is to be reached for units of one's own. */
export function InviteContactPage(): ReactElement {
  const action = useAction(invitePerson, [listPeople]);
  return (
    <AppPage
      title={text.title}
      lead={text.lead}
      above={
        <Link className="back" href="/sekda/kontak">
          {contactsText.back}
        </Link>
      }
    >
      {action.data === undefined ? (
        <ContactForm busy={action.isPending} fault={action.error} onSubmit={(body) => action.mutate({ body })} />
      ) : (
        <LinkPanel
          name={action.data.person.name}
          purpose="welcome"
          link={action.data.link}
          done={
            <Link className="button" href="/sekda/kontak">
              {peopleText.link.done}
            </Link>
          }
        />
      )}
    </AppPage>
  );
}

interface ContactFormProps {
  readonly busy: boolean;
  readonly fault: unknown;
  readonly onSubmit: (body: InvitePersonInput) => void;
}

function ContactForm({ busy, fault, onSubmit }: ContactFormProps): ReactElement {
  const governments = useOwnGovernments();
  const [chosen, setChosen] = useState<ReadonlySet<UnitId>>(new Set());
  const form = useSchemaForm(NameForm, { name: '', email: '' });
  const { errors } = form.formState;
  const submit = form.handleSubmit((person) =>
    onSubmit({
      ...person,
      grants: [...chosen].map((id) => ({ role: 'unit-contact', scope: { kind: 'unit', id } })),
    }),
  );
  return (
    <form className="form people-form" noValidate onSubmit={(event) => void submit(event)}>
      {fault === null ? null : <FaultNotice fault={fault} />}
      <TextField
        label={peopleText.form.name}
        autoComplete="off"
        {...form.register('name')}
        error={errors.name?.message}
      />
      <TextField
        label={peopleText.form.email}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('email')}
        error={errors.email?.message}
      />
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
      <div className="actions">
        <button type="submit" className="button" disabled={busy || chosen.size === 0}>
          {busy ? peopleText.form.saving : text.submit}
        </button>
        <Link className="button button--quiet" href="/sekda/kontak">
          {peopleText.form.cancel}
        </Link>
      </div>
    </form>
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
          <fieldset className="grants__add people-ticks">
            <legend>
              {text.units} {name}
            </legend>
            {units.map((unit) => (
              <label key={unit.id} className="people-tick">
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
