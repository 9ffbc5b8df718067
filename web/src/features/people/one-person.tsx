import { listPeople, type PersonView } from '@patuh/shared/contracts/people';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { peopleText } from '../../text/id/people.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { linkWords } from './link-words.ts';

const text = peopleText.person;

interface OnePersonProps {
  readonly personId: string;
  /** Above the page, and its title until the name is known. */
  readonly back: { readonly href: string; readonly words: string };
  readonly title: string;
  readonly children: (person: PersonView) => ReactNode;
}

/** The page of one account; says so where it is not among those that one sees. */
export function OnePerson({ personId, back, title, children }: OnePersonProps): ReactElement {
  const people = useAnswer(listPeople, {});
  const person = people.data?.people.find(({ id }) => id === personId);
  const gone = people.data !== undefined && person === undefined;
  return (
    <AppPage
      title={gone ? text.gone : (person?.name ?? title)}
      {...(gone && { lead: text.goneBody })}
      above={
        <Link className="back" href={back.href}>
          {back.words}
        </Link>
      }
    >
      <Answer of={people}>{() => (person === undefined ? null : children(person))}</Answer>
    </AppPage>
  );
}

/** Whether the account is open, and until when a link leads to it. */
export function StandingFacts({ person: { status, linkUntil } }: { readonly person: PersonView }): ReactElement {
  return (
    <>
      <dt>{text.status}</dt>
      <dd>{peopleText.status[status]}</dd>
      {linkUntil === null ? null : (
        <>
          <dt>{text.link}</dt>
          <dd>{linkWords(linkUntil)}</dd>
        </>
      )}
    </>
  );
}
