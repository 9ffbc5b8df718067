import { listPeople, type PersonView, setGrants } from '@patuh/shared/contracts/people';
import type { Grant } from '@patuh/shared/domain/actor';
import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { useMe } from '../../platform/session.ts';
import { peopleText } from '../../text/id/people.ts';
import { formatMoment } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { AccountActions } from './account-actions.tsx';
import { GrantsEditor } from './grants-editor.tsx';
import { OnePerson, StandingFacts } from './one-person.tsx';
import { PersonDevices } from './person-devices.tsx';
import { PersonHome } from './person-home.tsx';

const text = peopleText.person;
const BACK = { href: '/kantor/orang', words: peopleText.back };

/** One account: who it is, what they may do, and what an administrator can do about it. */
export function PersonPage({ personId }: { readonly personId: string }): ReactElement {
  return (
    <OnePerson personId={personId} back={BACK} title={peopleText.title}>
      {(person) => <Person person={person} />}
    </OnePerson>
  );
}

function Person({ person }: { readonly person: PersonView }): ReactElement {
  const oneself = useMe().personId === person.id;
  return (
    <>
      <dl className="fact-list">
        <dt>{text.email}</dt>
        <dd>{person.email}</dd>
        <StandingFacts person={person} />
        <dt>{text.factor}</dt>
        <dd>{person.secondFactor ? text.factorYes : text.factorNo}</dd>
        <dt>{text.lastSeen}</dt>
        <dd>{person.lastSeenAt === null ? peopleText.never : formatMoment(person.lastSeenAt)}</dd>
      </dl>
      {oneself ? (
        <Notice>
          <p>{text.oneself}</p>
        </Notice>
      ) : (
        <>
          <Grants person={person} />
          <PersonHome person={person} />
          <HandoverLink person={person} />
        </>
      )}
      <PersonDevices person={person} oneself={oneself} />
      {oneself ? null : <AccountActions person={person} />}
    </>
  );
}

function HandoverLink({ person }: { readonly person: PersonView }): ReactElement {
  return (
    <section className="section" aria-labelledby="serah-terima">
      <h2 id="serah-terima">{text.handover}</h2>
      <p>{text.handoverBody}</p>
      <Link className="button button--quiet" href={`/kantor/orang/${person.id}/serah-terima`}>
        {text.handover}
      </Link>
    </section>
  );
}

function Grants({ person }: { readonly person: PersonView }): ReactElement {
  const action = useAction(setGrants, [listPeople]);
  const [edited, setEdited] = useState<readonly Grant[]>(person.grants);
  const changed = JSON.stringify(edited) !== JSON.stringify(person.grants);
  return (
    <section className="section people-form" aria-labelledby="peran">
      <h2 id="peran">{text.grants}</h2>
      <GrantsEditor
        grants={edited}
        onChange={(grants) => {
          action.reset();
          setEdited(grants);
        }}
      />
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <p role="status">{action.isSuccess && !changed ? text.grantsSaved : ''}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={!changed || action.isPending}
          onClick={() =>
            action.mutate(
              { params: { personId: person.id }, body: { grants: [...edited] } },
              { onSuccess: ({ grants }) => setEdited(grants) },
            )
          }
        >
          {action.isPending ? peopleText.form.saving : text.saveGrants}
        </button>
      </div>
    </section>
  );
}
