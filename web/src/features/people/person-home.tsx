import { listPeople, type PersonView, setHome } from '@patuh/shared/contracts/people';
import { type ReactElement, useState } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { useAction } from '../../platform/query.tsx';
import { peopleText } from '../../text/id/people.ts';
import { HomeChoice } from './home-choice.tsx';

const text = peopleText.person.home;

/** Where somebody comes from. */
export function PersonHome({ person }: { readonly person: PersonView }): ReactElement {
  const action = useAction(setHome, [listPeople]);
  const [home, setChosen] = useState(person.homeGovernment);
  const changed = home !== person.homeGovernment;
  return (
    <section className="section people-form" aria-labelledby="asal">
      <h2 id="asal">{text.title}</h2>
      {action.error === null ? null : <FaultNotice fault={action.error} />}
      <HomeChoice
        label={text.label}
        hint={text.about}
        none={text.none}
        value={home}
        onChange={(government) => {
          action.reset();
          setChosen(government);
        }}
      />
      <p role="status">{action.isSuccess && !changed ? text.saved : ''}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={!changed || action.isPending}
          onClick={() => action.mutate({ params: { personId: person.id }, body: { government: home } })}
        >
          {action.isPending ? peopleText.form.saving : text.save}
        </button>
      </div>
    </section>
  );
}
