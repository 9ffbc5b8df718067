import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { unitText } from '../../text/id/office-unit.ts';
import { AcceptedLine } from './accepted-line.tsx';
import { AnswerValue } from './answer-value.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { FindingList } from './finding-list.tsx';
import { oddAt, OddReasons } from './odd-interview.tsx';
import { PlaceHistory } from './place-history.tsx';
import { PlacePoints } from './place-points.tsx';
import { Remarks } from './remarks.tsx';
import { absenceOf, profileLine, subjectName } from './subject-name.ts';
import type { UnitModel } from './unit-model.ts';

interface InterviewPaneProps {
  readonly model: UnitModel;
  readonly user: AssessmentSubject;
  /** Undefined where the user as a whole is looked at. */
  readonly indicator: Indicator | undefined;
}

/** Beside the grid: all of the cell that has the focus, which has no room in it. */
export function InterviewPane({ model, user, indicator }: InterviewPaneProps): ReactElement {
  const odd = oddAt(model, user.id);
  const absence = absenceOf(user);
  const findings = model.office.findings.filter(
    ({ subjectId, indicatorId }) => subjectId === user.id && indicatorId === null,
  );
  return (
    // What scrolls can be reached by keyboard, and is moved by its arrows.
    <div className="desk-viewer" role="region" tabIndex={0} data-arrows="own" aria-label={deskText.grid.pane}>
      <h3>{subjectName(user)}</h3>
      {user.profile === null ? null : <p className="small soft">{profileLine(user.profile)}</p>}
      {absence === null ? null : <p className="small">{absence}</p>}
      {odd === undefined ? null : <OddReasons model={model} odd={odd} />}
      <FindingList model={model} findings={findings} />
      {indicator === undefined ? null : <OneAnswer model={model} user={user} indicator={indicator} />}
    </div>
  );
}

function OneAnswer({ model, user, indicator }: InterviewPaneProps & { readonly indicator: Indicator }): ReactElement {
  const place = { indicatorId: indicator.id, subjectId: user.id };
  const note = model.values.note(indicator.id, user.id);
  return (
    <>
      <h4>{indicator.name}</h4>
      <p className="small soft">{indicator.question}</p>
      <div className="office-answer">
        <AnswerValue model={model} indicator={indicator} subject={user} />
        {note === null ? null : (
          <p className="office-answer__note">
            <strong>{unitText.note}:</strong> {note}
          </p>
        )}
      </div>
      <Remarks model={model} indicator={indicator} subject={user} />
      <PlacePoints model={model} place={place} />
      <AcceptedLine model={model} place={place} standing="open" />
      <EvidenceList
        model={model}
        pieces={model.evidence.at(indicator.id, user.id)}
        label={`${indicator.name}, ${subjectName(user)}`}
      />
      <PlaceHistory model={model} place={place} indicator={indicator} />
    </>
  );
}
