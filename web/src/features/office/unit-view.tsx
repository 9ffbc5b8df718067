import type { ReactElement } from 'react';

import { ClearancePanel } from './clearance-panel.tsx';
import { Desk } from './desk.tsx';
import { ExceptionPanel } from './exception-panel.tsx';
import { LatePanel } from './late-panel.tsx';
import { ScorePanel } from './score-panel.tsx';
import { UnitFacts } from './unit-facts.tsx';
import type { UnitModel } from './unit-model.ts';
import { UnboundEvidence } from './unbound-evidence.tsx';
import { UnitNotices } from './unit-notices.tsx';
import { VisitsPanel } from './visits-panel.tsx';

/** The whole screen of one unit: facts and what must be decided first, the desk, and what belongs to no point. */
export function UnitView({ model }: { readonly model: UnitModel }): ReactElement {
  return (
    <>
      <UnitFacts model={model} />
      <UnitNotices model={model} />
      {model.office.score === null && model.office.earlierScores.length === 0 ? null : <ScorePanel model={model} />}
      <LatePanel model={model} />
      <ExceptionPanel model={model} />
      {model.office.assessment.state === 'not-assessed' ? null : <Desk model={model} />}
      <ClearancePanel model={model} />
      <VisitsPanel model={model} />
      <UnboundEvidence model={model} />
    </>
  );
}
