import { InvitePersonInput, invitePerson, listPeople } from '@patuh/shared/contracts/people';
import type { Grant } from '@patuh/shared/domain/actor';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import * as z from 'zod/mini';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { useAction } from '../../platform/query.tsx';
import { peopleText } from '../../text/id/people.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { TextField } from '../../ui/field.tsx';
import { HomeChoice } from './home-choice.tsx';
import { GrantsEditor } from './grants-editor.tsx';
import { LinkPanel } from './link-panel.tsx';

const text = peopleText.form;
const NameForm = z.pick(InvitePersonInput, { name: true, email: true });

export function InvitePage(): ReactElement {
  const action = useAction(invitePerson, [listPeople]);
  return (
    <AppPage
      title={text.inviteTitle}
      lead={text.inviteLead}
      above={
        <Link className="back" href="/kantor/orang">
          {peopleText.back}
        </Link>
      }
    >
      {action.data === undefined ? (
        <InviteForm busy={action.isPending} fault={action.error} onSubmit={(body) => action.mutate({ body })} />
      ) : (
        <LinkPanel
          name={action.data.person.name}
          purpose="welcome"
          link={action.data.link}
          done={
            <Link className="button" href={`/kantor/orang/${action.data.person.id}`}>
              {peopleText.link.done}
            </Link>
          }
        />
      )}
    </AppPage>
  );
}

interface InviteFormProps {
  readonly busy: boolean;
  readonly fault: unknown;
  readonly onSubmit: (body: InvitePersonInput) => void;
}

function InviteForm({ busy, fault, onSubmit }: InviteFormProps): ReactElement {
  const [grants, setGrants] = useState<readonly Grant[]>([]);
  const [home, setHome] = useState<GovernmentCode | null>(null);
  const form = useSchemaForm(NameForm, { name: '', email: '' });
  const { errors } = form.formState;
  const submit = form.handleSubmit((person) => onSubmit({ ...person, grants: [...grants], homeGovernment: home }));
  return (
    <form className="form people-form" noValidate onSubmit={(event) => void submit(event)}>
      {fault === null ? null : <FaultNotice fault={fault} />}
      <TextField label={text.name} autoComplete="off" {...form.register('name')} error={errors.name?.message} />
      <TextField
        label={text.email}
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...form.register('email')}
        error={errors.email?.message}
      />
      <HomeChoice label={text.home} hint={text.homeHint} none={text.homeNone} value={home} onChange={setHome} />
      <h2>{text.grants}</h2>
      <GrantsEditor grants={grants} onChange={setGrants} />
      <div className="actions">
        <button type="submit" className="button" disabled={busy || grants.length === 0}>
          {busy ? text.saving : text.submitInvite}
        </button>
        <Link className="button button--quiet" href="/kantor/orang">
          {text.cancel}
        </Link>
      </div>
    </form>
  );
}
