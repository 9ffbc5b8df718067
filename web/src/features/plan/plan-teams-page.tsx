import { getTeamPlan } from '@patuh/shared/contracts/teams';
import type { ReactElement } from 'react';

import { Answer, useAnswer } from '../../platform/query.tsx';
import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { Notice } from '../../ui/notice.tsx';
import { AssignmentSection } from './assignment-section.tsx';
import type { PlanProps } from './plan-page.tsx';
import { TeamsSection } from './plan-teams-section.tsx';
import { WarningsSection } from './plan-teams-warnings.tsx';

/** The teams of a province in a period, and who visits which unit. */
export function PlanTeamsPage({ period, plan }: PlanProps): ReactElement {
  const of = { periodId: period.id, province: plan.province.code };
  const teams = useAnswer(getTeamPlan, { params: of });
  return (
    <Answer of={teams}>
      {(found) => (
        <>
          {found.opened ? null : (
            <Notice>
              <p>{text.planning}</p>
            </Notice>
          )}
          <TeamsSection of={of} plan={found} />
          <WarningsSection of={of} plan={found} />
          <AssignmentSection of={of} plan={found} />
        </>
      )}
    </Answer>
  );
}
