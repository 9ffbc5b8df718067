import { lazy, type ReactElement, Suspense } from 'react';
import { Route, Switch } from 'wouter';

import { QueryScope } from '../../platform/query.tsx';
import { Loading } from '../../ui/loading.tsx';
import { AssessmentPage } from './assessment-page.tsx';
import { usePerson } from './desk-scope.tsx';
import { LeavePage } from './leave-page.tsx';
import { NotAssessedPage } from './not-assessed-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { ROUTES } from './paths.ts';
import { SectionPage } from './section-page.tsx';
import { SubmitPage } from './submit-page.tsx';
import { UnitsPage } from './units-page.tsx';
import { UserPage } from './user-page.tsx';
import { UsersPage } from './users-page.tsx';

const VisitPage = lazy(async () => ({ default: (await import('./visit-page.tsx')).VisitPage }));

/** Every screen of one unit: forms, checks, handing in. A script of its own, which the list of units does not wait for. */
export function UnitArea(): ReactElement {
  return (
    <QueryScope as={usePerson().personId}>
      <Switch>
        <Route path={ROUTES.section}>
          {({ assessmentId, sectionId, subjectId }) => (
            <AssessmentPage id={assessmentId}>
              <SectionPage key={`${sectionId} ${subjectId}`} sectionId={sectionId} subjectId={subjectId} />
            </AssessmentPage>
          )}
        </Route>
        <Route path={ROUTES.user}>
          {({ assessmentId, subjectId }) => (
            <AssessmentPage id={assessmentId}>
              <UserPage key={subjectId} subjectId={subjectId} />
            </AssessmentPage>
          )}
        </Route>
        <Route path={ROUTES.users}>
          {({ assessmentId }) => (
            <AssessmentPage id={assessmentId}>
              <UsersPage />
            </AssessmentPage>
          )}
        </Route>
        <Route path={ROUTES.submit}>
          {({ assessmentId }) => (
            <AssessmentPage id={assessmentId}>
              <SubmitPage />
            </AssessmentPage>
          )}
        </Route>
        <Route path={ROUTES.leave}>
          {({ assessmentId }) => (
            <AssessmentPage id={assessmentId}>
              <LeavePage />
            </AssessmentPage>
          )}
        </Route>
        <Route path={ROUTES.visit}>
          {({ assessmentId }) => (
            <AssessmentPage id={assessmentId}>
              <Suspense fallback={<Loading />}>
                <VisitPage />
              </Suspense>
            </AssessmentPage>
          )}
        </Route>
        <Route path={ROUTES.notAssessed}>
          {({ assessmentId }) => (
            <AssessmentPage id={assessmentId}>
              <NotAssessedPage />
            </AssessmentPage>
          )}
        </Route>
        <Route path={ROUTES.overview}>
          {({ assessmentId }) => (
            <AssessmentPage id={assessmentId}>
              <OverviewPage />
            </AssessmentPage>
          )}
        </Route>
        <Route>
          <UnitsPage />
        </Route>
      </Switch>
    </QueryScope>
  );
}
