import type { PersonView } from '@patuh/shared/contracts/people';
import { getPlaces } from '@patuh/shared/contracts/places';
import type { ReactElement } from 'react';

import { useAnswer } from '../../platform/query.tsx';
import { contactsText } from '../../text/id/contacts.ts';
import { peopleText } from '../../text/id/people.ts';
import { AccountActions } from './account-actions.tsx';
import { OnePerson, StandingFacts } from './one-person.tsx';
import { unitNames } from './own-units.ts';

const BACK = { href: '/sekda/kontak', words: contactsText.back };

/** One contact: of which units, and a new link or the end of the account. */
export function ContactPage({ personId }: { readonly personId: string }): ReactElement {
  return (
    <OnePerson personId={personId} back={BACK} title={contactsText.title}>
      {(person) => <Contact person={person} />}
    </OnePerson>
  );
}

function Contact({ person }: { readonly person: PersonView }): ReactElement {
  const places = useAnswer(getPlaces, { query: {} }).data;
  return (
    <>
      <dl className="fact-list">
        <dt>{peopleText.person.email}</dt>
        <dd>{person.email}</dd>
        <dt>{contactsText.person.units}</dt>
        <dd>{unitNames(person, places).join(', ')}</dd>
        <StandingFacts person={person} />
      </dl>
      <p className="soft">{contactsText.person.more}</p>
      <AccountActions person={person} maySignOut={false} />
    </>
  );
}
