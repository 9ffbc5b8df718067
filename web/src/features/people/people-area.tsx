import type { ReactElement } from 'react';
import { Route, Switch } from 'wouter';

import { HandoverPage } from './handover-page.tsx';
import { InvitePage } from './invite-page.tsx';
import { PeopleList } from './people-list.tsx';
import { PersonPage } from './person-page.tsx';

/** Accounts and grants within one's scope. */
export function PeopleArea(): ReactElement {
  return (
    <Switch>
      <Route path="/kantor/orang/undang">
        <InvitePage />
      </Route>
      <Route path="/kantor/orang/:personId/serah-terima">
        {({ personId }) => <HandoverPage key={personId} personId={personId} />}
      </Route>
      <Route path="/kantor/orang/:personId">
        {({ personId }) => <PersonPage key={personId} personId={personId} />}
      </Route>
      <Route>
        <PeopleList />
      </Route>
    </Switch>
  );
}
