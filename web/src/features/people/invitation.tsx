import { InvitePersonInput, invitePerson, listPeople } from '@patuh/shared/contracts/people';
import type { PersonId } from '@patuh/shared/domain/ids';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import * as z from 'zod/mini';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useSchemaForm } from '../../platform/form.ts';
import { useAction } from '../../platform/query.tsx';
import { peopleText } from '../../text/id/people.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { TextField } from '../../ui/field.tsx';
import { LinkPanel } from './link-panel.tsx';

const text = peopleText.form;

export interface InvitationFormProps {
  readonly busy: boolean;
  readonly fault: unknown;
  readonly onSubmit: (body: InvitePersonInput) => void;
}

interface InvitationPageProps {
  readonly title: string;
  readonly lead: string;
  readonly back: { readonly href: string; readonly words: string };
  /** Where one goes when the link is handed on. */
  readonly next: (invited: PersonId) => string;
  readonly form: ComponentType<InvitationFormProps>;
}

/** Somebody is invited: a form, and then in its place the link, which is shown this once. */
export function InvitationPage({ title, lead, back, next, form: Form }: InvitationPageProps): ReactElement {
  const { data, isPending: busy, error: fault, mutate } = useAction(invitePerson, [listPeople]);
  return (
    <AppPage
      title={title}
      lead={lead}
      above={
        <Link className="back" href={back.href}>
          {back.words}
        </Link>
      }
    >
      {data === undefined ? (
        <Form busy={busy} fault={fault} onSubmit={(body) => mutate({ body })} />
      ) : (
        <LinkPanel
          name={data.person.name}
          purpose="welcome"
          link={data.link}
          done={
            <Link className="button" href={next(data.person.id)}>
              {peopleText.link.done}
            </Link>
          }
        />
      )}
    </AppPage>
  );
}

const NameForm = z.pick(InvitePersonInput, { name: true, email: true });

interface InvitationProps {
  readonly busy: boolean;
  readonly fault: unknown;
  readonly submit: string;
  /** What must be chosen is chosen. */
  readonly isReady: boolean;
  readonly cancel: string;
  readonly onSubmit: (person: z.infer<typeof NameForm>) => void;
  /** What the person gets. */
  readonly children: ReactNode;
}

/** Who it is, and below it what they get. */
export function Invitation(props: InvitationProps): ReactElement {
  const { busy, fault, submit, isReady, cancel, onSubmit, children } = props;
  const form = useSchemaForm(NameForm, { name: '', email: '' });
  const { errors } = form.formState;
  return (
    <form className="form people-form" noValidate onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}>
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
      {children}
      <div className="actions">
        <button type="submit" className="button" disabled={busy || !isReady}>
          {busy ? text.saving : submit}
        </button>
        <Link className="button button--quiet" href={cancel}>
          {text.cancel}
        </Link>
      </div>
    </form>
  );
}
