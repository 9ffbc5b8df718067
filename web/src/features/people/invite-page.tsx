import type { Grant } from '@patuh/shared/domain/actor';
import type { GovernmentCode } from '@patuh/shared/domain/government';
import { type ReactElement, useState } from 'react';

import { peopleText } from '../../text/id/people.ts';
import { GrantsEditor } from './grants-editor.tsx';
import { HomeChoice } from './home-choice.tsx';
import { Invitation, type InvitationFormProps, InvitationPage } from './invitation.tsx';

const text = peopleText.form;
const PATH = '/kantor/orang';

export function InvitePage(): ReactElement {
  return (
    <InvitationPage
      title={text.inviteTitle}
      lead={text.inviteLead}
      back={{ href: PATH, words: peopleText.back }}
      next={(invited) => `${PATH}/${invited}`}
      form={InviteForm}
    />
  );
}

function InviteForm({ onSubmit, ...state }: InvitationFormProps): ReactElement {
  const [grants, setGrants] = useState<readonly Grant[]>([]);
  const [home, setHome] = useState<GovernmentCode | null>(null);
  return (
    <Invitation
      {...state}
      submit={text.submitInvite}
      isReady={grants.length > 0}
      cancel={PATH}
      onSubmit={(person) => onSubmit({ ...person, grants: [...grants], homeGovernment: home })}
    >
      <HomeChoice label={text.home} hint={text.homeHint} none={text.homeNone} value={home} onChange={setHome} />
      <h2>{text.grants}</h2>
      <GrantsEditor grants={grants} onChange={setGrants} />
    </Invitation>
  );
}
