import { listPeople, type PersonView } from '@patuh/shared/contracts/people';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';

import { useGrantWords } from '../../platform/grant-words.ts';
import { Answer, useAnswer } from '../../platform/query.tsx';
import { peopleText } from '../../text/id/people.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { Cell, Column, DataTable, Row, RowHead } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { Tag } from '../../ui/notice.tsx';
import { linkWords } from './link-words.ts';
import { matches } from './search.ts';

const PATH = '/kantor/orang';

export function PeopleList(): ReactElement {
  const people = useAnswer(listPeople, {});
  return (
    <AppPage title={peopleText.title} lead={peopleText.lead}>
      <Answer of={people}>
        {(data) =>
          data.people.length === 0 ? (
            <EmptyState title={peopleText.empty}>
              <p>{peopleText.emptyBody}</p>
              <InviteLink />
            </EmptyState>
          ) : (
            <SearchablePeople people={data.people} />
          )
        }
      </Answer>
    </AppPage>
  );
}

function InviteLink(): ReactElement {
  return (
    <Link className="button" href={`${PATH}/undang`}>
      {peopleText.invite}
    </Link>
  );
}

function SearchablePeople({ people }: { readonly people: readonly PersonView[] }): ReactElement {
  const [wanted, setWanted] = useState('');
  const words = useGrantWords();
  const found = people.filter((person) => matches(wanted, [person.name, person.email, ...person.grants.map(words)]));
  return (
    <>
      <div className="toolbar people-toolbar">
        <TextField
          label={peopleText.search}
          type="search"
          value={wanted}
          autoComplete="off"
          onChange={(event) => setWanted(event.target.value)}
        />
        <InviteLink />
      </div>
      <p role="status" className="small soft">
        {peopleText.count(found.length, people.length)}
      </p>
      {found.length === 0 ? (
        <EmptyState title={peopleText.nobody}>
          <p>{peopleText.nobodyBody}</p>
        </EmptyState>
      ) : (
        <PeopleTable people={found} />
      )}
    </>
  );
}

function PeopleTable({ people }: { readonly people: readonly PersonView[] }): ReactElement {
  const { columns } = peopleText;
  const words = useGrantWords();
  const head = (
    <>
      <Column>{columns.person}</Column>
      <Column>{columns.roles}</Column>
      <Column>{columns.status}</Column>
      <Column>{columns.lastSeen}</Column>
    </>
  );
  return (
    <DataTable caption={peopleText.caption} captionHidden cards head={head}>
      {people.map((person) => (
        <Row key={person.id}>
          <RowHead>
            <Link href={`${PATH}/${person.id}`}>{person.name}</Link>
            <span className="people-email">{person.email}</span>
          </RowHead>
          <Cell label={columns.roles}>
            {person.grants.length === 0 ? (
              <span className="soft">{peopleText.noGrants}</span>
            ) : (
              <ul className="people-grants">
                {person.grants.map(words).map((grant) => (
                  <li key={grant}>{grant}</li>
                ))}
              </ul>
            )}
          </Cell>
          <Cell label={columns.status}>
            <span>
              {peopleText.status[person.status]} {person.secondFactor ? <Tag>{peopleText.factorOn}</Tag> : null}
              {person.linkUntil === null ? null : <span className="people-link">{linkWords(person.linkUntil)}</span>}
            </span>
          </Cell>
          <Cell label={columns.lastSeen}>
            {person.lastSeenAt === null ? peopleText.never : formatMoment(person.lastSeenAt)}
          </Cell>
        </Row>
      ))}
    </DataTable>
  );
}
