import { UNIT_SUBJECT } from '@patuh/shared/domain/assessment';
import { holdsUp, isWarning } from '@patuh/shared/checks/explained';
import type { Finding } from '@patuh/shared/contracts/checks';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { fieldFormText } from '../../text/id/field-form.ts';
import { fieldLeaveText } from '../../text/id/field-leave.ts';
import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { visitText } from '../../text/id/visit.ts';
import { AppPage } from '../../ui/app-page.tsx';
import { ClosedNotice } from './closed-notice.tsx';
import { ContentsList } from './contents-list.tsx';
import { ContinueButton } from './continue-button.tsx';
import { useHeader, useQuestionnaire } from './desk-scope.tsx';
import { FromPaper } from './from-paper.tsx';
import { isOpen } from './is-open.ts';
import { JumpButton } from './jump.tsx';
import { groupFindings, useFindings } from './findings.ts';
import { FindingGroups } from './finding-groups.tsx';
import { GoHome } from './go-home.tsx';
import { LateList } from './late-list.tsx';
import { leavePath, notAssessedPath, submitPath, UNITS_PATH, visitPath } from './paths.ts';
import { PointsList } from './points-list.tsx';
import { ProgressPanel } from './progress-panel.tsx';
import { ReadyLink } from './ready-link.tsx';
import { ScorePreview } from './score-preview.tsx';
import { StateTag } from './state-tag.tsx';
import { UnitEvidence } from './unit-evidence.tsx';
import { UnitPlace } from './unit-place.tsx';
import { useIsAssessor } from './use-is-assessor.ts';

/** One unit: how far it is, where to go on, what came back, what is missing. */
export function OverviewPage(): ReactElement {
  const header = useHeader();
  const { unit, state } = header;
  const open = isOpen(header);
  const findings = useFindings();
  return (
    <AppPage
      title={unit.name}
      lead={
        <>
          {unit.kindName === unit.name ? '' : `${unit.kindName} · `}
          {unit.government.name} <StateTag state={state} />
        </>
      }
      above={
        <Link className="back" href={UNITS_PATH}>
          {fieldOverviewText.back}
        </Link>
      }
    >
      {open ? null : <ClosedNotice />}
      <div className="overview">
        <div className="overview__main">
          <ProgressPanel />
          {open ? <ContinueButton /> : null}
          <GoHome findings={findings} />
          <JumpButton wish="search" className="button button--quiet overview__search">
            {fieldFormText.searchQuestion}
          </JumpButton>
          <Link className="button button--quiet" href={visitPath(header.id)}>
            {visitText.link}
          </Link>
          <UnitPlace readOnly={!open} />
          <PointsList />
          <LateList />
          <ScorePreview />
          <UnitEvidence readOnly={!open} />
          <FromPaper subjectId={UNIT_SUBJECT} readOnly={!open} />
        </div>
        <ContentsList />
        {open ? <Ending findings={findings} /> : null}
      </div>
      <TeamLine />
      <ReadyLink />
    </AppPage>
  );
}

function Ending({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const { id, state } = useHeader();
  const isAssessor = useIsAssessor();
  const blocking = findings.filter(({ weight }) => weight === 'blocks');
  const { values } = useQuestionnaire();
  const warnings = findings.filter((finding) => isWarning(finding) && holdsUp(finding, values)).length;
  const isHeldUp = blocking.length + warnings > 0;
  const groups = groupFindings(blocking, useQuestionnaire());
  return (
    <section className="overview__end" aria-labelledby="kurang">
      <h2 id="kurang">{fieldOverviewText.missingList}</h2>
      {blocking.length === 0 ? (
        <p>{fieldOverviewText.nothingMissing}</p>
      ) : (
        <>
          <p>{fieldOverviewText.missingCount(blocking.length)}</p>
          <FindingGroups groups={groups} />
        </>
      )}
      {warnings === 0 ? null : <p>{fieldLeaveText.stillOpen(0, warnings)}.</p>}
      <div className="actions">
        <Link className={isHeldUp ? 'button' : 'button button--quiet'} href={leavePath(id)}>
          {fieldLeaveText.link}
        </Link>
        {isAssessor ? (
          <Link className={!isHeldUp ? 'button' : 'button button--quiet'} href={submitPath(id)}>
            {state === 'returned' ? fieldOverviewText.submitAgain : fieldOverviewText.submit}
          </Link>
        ) : (
          <p className="soft">{fieldOverviewText.onlyAssessor}</p>
        )}
        {state === 'returned' ? null : (
          <Link className="quiet-link" href={notAssessedPath(id)}>
            {fieldOverviewText.notAssessed}
          </Link>
        )}
      </div>
    </section>
  );
}

function TeamLine(): ReactElement {
  const { team } = useHeader();
  const members = team.members.map(({ name, role }) => `${name} (${fieldOverviewText.roles[role]})`);
  return (
    <p className="small soft team-line">
      {fieldOverviewText.team}: {team.name}
      {members.length === 0 ? '' : ` · ${members.join(', ')}`}
    </p>
  );
}
