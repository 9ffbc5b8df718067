import { listPeople, type PersonView } from '@patuh/shared/contracts/people';
import { getPlaces } from '@patuh/shared/contracts/places';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { contactsText } from '../../text/id/contacts.ts';
import { peopleText } from '../../text/id/people.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { AccountActions } from './account-actions.tsx';
import { linkWords } from './link-words.ts';
import { unitNames } from './own-units.ts';

const text = peopleText.person;

/** One contact: of which units, and a new link or the end of the account. */
export function ContactPage({ personId }: { readonly personId: string }): ReactElement {
  const people = useAnswer(listPeople, {});
  const person = people.data?.people.find(({ id }) => id === personId);
  const gone = people.data !== undefined && person === undefined;
  return (
    <AppPage
      title={gone ? text.gone : (person?.name ?? contactsText.title)}
      {...(gone && { lead: text.goneBody })}
      above={
        <Link className="back" href="/sekda/kontak">
          {contactsText.back}
        </Link>
      }
    >
      <Answer of={people}>{() => (person === undefined ? null : <Contact person={person} />)}</Answer>
    </AppPage>
  );
}

function Contact({ person }: { readonly person: PersonView }): ReactElement {
  const places = useAnswer(getPlaces, { query: {} }).data;
  return (
    <>
      <dl className="fact-list">
        <dt>{text.email}</dt>
        <dd>{person.email}</dd>
        <dt>{contactsText.person.units}</dt>
        <dd>{unitNames(person, places).join(', ')}</dd>
        <dt>{text.status}</dt>
        <dd>{peopleText.status[person.status]}</dd>
        {person.linkUntil === null ? null : (
          <>
            <dt>{text.link}</dt>
            <dd>{linkWords(person.linkUntil)}</dd>
          </>
        )}
      </dl>
      <p className="soft">{contactsText.person.more}</p>
      <AccountActions person={person} maySignOut={false} />
    </>
  );
}
