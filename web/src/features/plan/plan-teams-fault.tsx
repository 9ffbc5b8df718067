import type { TeamPlan } from '@patuh/shared/contracts/teams';
import type { ReactElement } from 'react';

import { FaultNotice } from '../../platform/fault-notice.tsx';
import { planTeamsText as text } from '../../text/id/plan-teams.ts';
import { Loading } from '../../ui/loading.tsx';
import { formatMoment } from '../../ui/moment.ts';
import { changesBetween } from './assignment-model.ts';
import { isChangedMeanwhile } from './plan-units-fault.tsx';

interface TeamFaultProps {
  readonly fault: Error | null;
  /** What was on the screen when it was sent. */
  readonly seen: TeamPlan | undefined;
  readonly now: TeamPlan;
}

/** Why nothing was changed; where somebody else was first, what they changed. */
export function TeamFault({ fault, seen, now }: TeamFaultProps): ReactElement | null {
  if (fault === null) return null;
  if (!isChangedMeanwhile(fault) || seen === undefined) return <FaultNotice fault={fault} />;
  // What they changed is on its way.
  if (now.version === seen.version) return <Loading />;
  const lines = linesOf(seen, now);
  return (
    <div className="notice notice--caution" role="alert">
      <p className="notice__title">{text.changedTitle}</p>
      {now.changed === null ? null : <p>{text.changedBy(now.changed.by, formatMoment(now.changed.at))}</p>}
      {lines.length === 0 ? (
        <p>{text.changedNothing}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function linesOf(seen: TeamPlan, now: TeamPlan): readonly string[] {
  const { moved, added, removed, teams } = changesBetween(seen, now);
  return [
    ...moved.map(({ unit, team }) => text.now(unit.name, team ?? text.noTeam)),
    ...added.map(({ name }) => text.added(name)),
    ...removed.map(({ name }) => text.removed(name)),
    ...teams.map(({ name }) => text.teamChanged(name)),
  ];
}
