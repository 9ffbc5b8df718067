import type { ReactElement } from 'react';
import { Route, Switch } from 'wouter';

import { ContactPage } from './contact-page.tsx';
import { ContactsPage } from './contacts-page.tsx';
import { InviteContactPage } from './invite-contact-page.tsx';

/** `/sekda/kontak`: who the units of one's own government are reached by. */
export function ContactsArea(): ReactElement {
  return (
    <Switch>
      <Route path="/sekda/kontak/undang">
        <InviteContactPage />
      </Route>
      <Route path="/sekda/kontak/:personId">
        {({ personId }) => <ContactPage key={personId} personId={personId} />}
      </Route>
      <Route>
        <ContactsPage />
      </Route>
    </Switch>
  );
}
