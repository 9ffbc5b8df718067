import { SubjectId } from '@patuh/shared/domain/assessment';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { fieldUsersText } from '../../text/id/field-users.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useAssessment, useQuestionnaire } from './desk-scope.tsx';
import { Interview } from './interview.tsx';
import { usersPath } from './paths.ts';
import { SectionFormScope } from './section-form.tsx';
import { SideContents } from './side-contents.tsx';

/** One interview on one page. */
export function UserPage({ subjectId }: { readonly subjectId: string }): ReactElement {
  const { id } = useAssessment();
  const { subjects } = useQuestionnaire();
  const known = SubjectId.safeParse(subjectId);
  const user = subjects.find((candidate) => candidate.id === subjectId);
  const back = (
    <Link className="back" href={usersPath(id)}>
      {fieldUsersText.back}
    </Link>
  );
  if (!known.success || !subjectId.startsWith('user-')) {
    return (
      <AppPage title={fieldSectionText.missingTitle} above={back}>
        <EmptyState title={fieldSectionText.missingBody} />
      </AppPage>
    );
  }
  return (
    <SectionFormScope>
      <AppPage title={user === undefined ? fieldUsersText.newUser : fieldUsersText.user(user.number)} above={back}>
        <div className="form-page">
          <div className="form-page__main">
            <Interview subjectId={known.data} />
          </div>
          <SideContents />
        </div>
      </AppPage>
    </SectionFormScope>
  );
}
