import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldUsersText } from '../../text/id/field-users.ts';
import { fieldWords } from '../../text/id/field-words.ts';
import { useAssessment, useQuestionnaire } from './desk-scope.tsx';
import { type InterviewStanding, interviewStanding } from './interview-standing.ts';
import { userPath } from './paths.ts';
import { countAt } from './steps.ts';

/** Every interview with its number and what is open in it. */
export function UserList({ users }: { readonly users: readonly AssessmentSubject[] }): ReactElement {
  const { id } = useAssessment();
  const questionnaire = useQuestionnaire();
  return (
    <ol className="user-list" aria-label={fieldUsersText.list}>
      {users.map((user) => {
        const { answered, expected } = countAt(questionnaire, user.id);
        const open = expected - answered + (user.profile === null ? 1 : 0);
        return (
          <li key={user.id}>
            <Link href={userPath(id, user.id)}>
              <span className="user-list__name">{fieldUsersText.user(user.number)}</span>
              <span className="user-list__profile">{profileWords(user)}</span>
              <State standing={interviewStanding(user)} open={open} />
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

function State({ standing, open }: { readonly standing: InterviewStanding; readonly open: number }): ReactElement {
  if (standing !== 'counts') return <span className="figure figure--none">{fieldUsersText.states[standing]}</span>;
  if (open > 0) return <span className="figure">{fieldUsersText.open(open)}</span>;
  return (
    <span className="figure figure--done">
      <span aria-hidden="true">✓ </span>
      {fieldUsersText.complete}
    </span>
  );
}

function profileWords({ profile }: AssessmentSubject): string {
  if (profile === null) return '';
  return `${fieldWords.gender[profile.gender]}, ${fieldWords.ageBand[profile.ageBand]}`;
}
