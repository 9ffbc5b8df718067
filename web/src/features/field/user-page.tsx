import { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import { type ReactElement, useMemo } from 'react';
import { Link } from 'wouter';

import { fieldSectionText } from '../../text/id/field-section.ts';
import { fieldUsersText } from '../../text/id/field-users.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BarTop } from './bar-top.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { isOpen, useAssessment, useHeader, useQuestionnaire } from './desk-scope.tsx';
import { FromPaper } from './from-paper.tsx';
import { useHashTarget } from './hash-target.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { usersPath, userPath } from './paths.ts';
import { ProfileForm } from './profile-form.tsx';
import { Question } from './question.tsx';
import { SectionFormScope } from './section-form.tsx';
import { SideContents } from './side-contents.tsx';
import { countAt, userIndicators } from './steps.ts';
import { TempoRemark } from './tempo-remark.tsx';
import { UserCounts } from './user-counts.tsx';
import { NewUserButton } from './users-page.tsx';

/** One interview on one page: who, in groups, and the questions. */
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
      <AppPage
        title={user === undefined ? fieldUsersText.newUser : fieldUsersText.user(user.number)}
        lead={fieldUsersText.privacy}
        above={back}
      >
        <div className="form-page">
          <div className="form-page__main">
            <Interview subjectId={known.data} user={user} />
          </div>
          <SideContents />
        </div>
      </AppPage>
    </SectionFormScope>
  );
}

function Interview({
  subjectId,
  user,
}: {
  readonly subjectId: SubjectId;
  readonly user: AssessmentSubject | undefined;
}): ReactElement {
  const { instrument } = useAssessment();
  const header = useHeader();
  const indicators = useMemo(() => userIndicators(instrument), [instrument]);
  useHashTarget();
  const open = isOpen(header);
  const isCounted = user === undefined || user.presence.state === 'present';
  return (
    <>
      <ClosedNotice />
      {user === undefined ? null : <UserCounts subjectId={subjectId} isCounted={isCounted} readOnly={!open} />}
      {isCounted ? (
        <>
          <LanguageSwitch />
          <FromPaper subjectId={subjectId} readOnly={!open} />
          <ProfileForm subjectId={subjectId} readOnly={!open} />
          <div className="questions">
            {indicators.map((indicator, index, { length }) => (
              <Question
                key={indicator.id}
                indicator={indicator}
                subjectId={subjectId}
                unitKind={header.unit.kind}
                number={index + 1}
                total={length}
                readOnly={!open}
              />
            ))}
          </div>
          <TempoRemark subjectId={subjectId} />
        </>
      ) : null}
      <UserBar subjectId={subjectId} canAdd={open} />
    </>
  );
}

/** At the lower edge: how far this interview is, its neighbours, and the next one. */
function UserBar({ subjectId, canAdd }: { readonly subjectId: SubjectId; readonly canAdd: boolean }): ReactElement {
  const { id, instrument } = useAssessment();
  const questionnaire = useQuestionnaire();
  const users = questionnaire.subjects.filter(({ kind }) => kind === 'user');
  const here = users.findIndex((user) => user.id === subjectId);
  const questions = countAt(questionnaire, subjectId);
  const asked = here === -1 ? userIndicators(instrument).length : questions.expected;
  const hasProfile = users.some((user) => user.id === subjectId && user.profile !== null);
  const count = { answered: questions.answered + (hasProfile ? 1 : 0), expected: asked + 1 };
  const isDone = here !== -1 && count.answered === count.expected;
  const [before, after] = [here === -1 ? users.at(-1) : users[here - 1], here === -1 ? undefined : users[here + 1]];
  return (
    <nav className="step-bar" aria-label={fieldSectionText.steps}>
      <BarTop
        count={count}
        words={isDone ? fieldUsersText.done : fieldSectionText.progress(count.answered, count.expected)}
      />
      <Neighbour user={before} words={fieldUsersText.previous} sign="‹" />
      {canAdd && isDone ? (
        <NewUserButton className="button step-bar__main">{fieldUsersText.nextUserQuiet}</NewUserButton>
      ) : (
        <Link className="button button--quiet step-bar__main" href={usersPath(id)}>
          {fieldUsersText.back}
        </Link>
      )}
      <Neighbour user={after} words={fieldUsersText.next} sign="›" />
    </nav>
  );
}

function Neighbour({
  user,
  words,
  sign,
}: {
  readonly user: AssessmentSubject | undefined;
  readonly words: string;
  readonly sign: string;
}): ReactElement {
  const { id } = useAssessment();
  if (user === undefined) return <span className="step-bar__side" />;
  return (
    <Link className="step-bar__side" href={userPath(id, user.id)} aria-label={words}>
      <span aria-hidden="true">{sign}</span>
    </Link>
  );
}
