import type { PeriodView } from '@patuh/shared/contracts/periods';
import type { ReactElement } from 'react';
import { Link } from 'wouter';

import { planText as text } from '../../text/id/plan.ts';
import { dutiesPath, lotPath, periodPath, teamsPath, unitsPath } from './paths.ts';

export type PlanTab = 'period' | 'units' | 'teams' | 'duties' | 'lot';

interface PlanTabsProps {
  readonly period: Pick<PeriodView, 'id' | 'kind' | 'compares' | 'seesLot'>;
  readonly tab: PlanTab;
  readonly province: string | undefined;
}

/** The pages of one period. Second visits are planned beside their season: its lot, and their own teams. */
export function PlanTabs({ period, tab, province }: PlanTabsProps): ReactElement {
  const tabs = period.compares === null ? tabsOf(period, province) : tabsBeside(period.id, period.compares, province);
  return (
    <nav className="plan-tabs" aria-label={text.tabsLabel}>
      <ul>
        {tabs.map(([name, href]) => (
          <li key={name}>
            <Link href={href} aria-current={name === tab ? 'page' : undefined}>
              {text.tabs[name]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Tabs = readonly (readonly [PlanTab, string])[];

function tabsOf({ id, seesLot }: Pick<PeriodView, 'id' | 'seesLot'>, province: string | undefined): Tabs {
  return [
    ['period', periodPath(id, province)],
    ['units', unitsPath(id, province)],
    ['teams', teamsPath(id, province)],
    ['duties', dutiesPath(id, province)],
    ...(seesLot ? [['lot', lotPath(id, province)] as const] : []),
  ];
}

function tabsBeside(id: string, season: string, province: string | undefined): Tabs {
  return [
    ['lot', lotPath(season, province)],
    ['teams', teamsPath(id, province)],
  ];
}
