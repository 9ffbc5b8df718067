import { listPeople, type PersonView } from '@patuh/shared/contracts/people';
import { getPlaces } from '@patuh/shared/contracts/places';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { contactsText as text } from '../../text/id/contacts.ts';
import { peopleText } from '../../text/id/people.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { linkWords } from './link-words.ts';
import { unitNames, unitsOf, useOwnGovernments, useUnitsOf } from './own-units.ts';

const PATH = '/sekda/kontak';

/** The contacts of one's own units, and the units without one. */
export function ContactsPage(): ReactElement {
  const people = useAnswer(listPeople, {});
  const governments = useOwnGovernments();
  return (
    <AppPage title={text.title} lead={text.lead}>
      <Answer of={people}>
        {({ people: contacts }) => (
          <>
            <p>
              <Link className="button" href={`${PATH}/undang`}>
                {text.invite}
              </Link>
            </p>
            {governments.map((government) => (
              <WithoutContact key={government} government={government} contacts={contacts} />
            ))}
            {contacts.length === 0 ? (
              <EmptyState title={text.empty}>
                <p>{text.emptyBody}</p>
              </EmptyState>
            ) : (
              <Contacts contacts={contacts} />
            )}
          </>
        )}
      </Answer>
    </AppPage>
  );
}

function Contacts({ contacts }: { readonly contacts: readonly PersonView[] }): ReactElement {
  const { columns } = text;
  const places = useAnswer(getPlaces, { query: {} }).data;
  const head = (
    <>
      <Column>{columns.person}</Column>
      <Column>{columns.units}</Column>
      <Column>{columns.status}</Column>
    </>
  );
  return (
    <DataTable caption={text.caption} captionHidden cards head={head}>
      {contacts.map((person) => (
        <Row key={person.id}>
          <RowHead>
            <Link href={`${PATH}/${person.id}`}>{person.name}</Link>
            <span className="people-email">{person.email}</span>
          </RowHead>
          <Cell label={columns.units}>
            <ul className="people-grants">
              {unitNames(person, places).map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Cell>
          <Cell label={columns.status}>
            <span>
              {peopleText.status[person.status]}
              {person.linkUntil === null ? null : <span className="people-link">{linkWords(person.linkUntil)}</span>}
            </span>
          </Cell>
        </Row>
      ))}
    </DataTable>
  );
}

interface WithoutContactProps {
  readonly government: GovernmentCode;
  readonly contacts: readonly PersonView[];
}

/** Units whose contact is still missing; somebody whose account is closed is none. */
function WithoutContact({ government, contacts }: WithoutContactProps): ReactElement | null {
  const { data } = useUnitsOf(government);
  const reached = new Set(
    contacts
      .filter(({ status }) => status !== 'disabled')
      .flatMap(({ grants }) => grants.flatMap(({ scope }) => (scope.kind === 'unit' ? [scope.id] : []))),
  );
  const without = data === undefined ? [] : unitsOf(data, government).filter(({ id }) => !reached.has(id));
  if (without.length === 0) return null;
  return (
    <Notice title={text.without(without.length)}>
      <ul>
        {without.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </Notice>
  );
}
