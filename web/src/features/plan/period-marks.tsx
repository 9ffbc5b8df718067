import type { PeriodSummary } from '@patuh/shared/contracts/periods';
import type { ReactElement } from 'react';

import { provinceName } from '../../text/id/places.ts';
import { planText as text } from '../../text/id/plan.ts';
import { Tag } from '../../ui/notice.tsx';

/** What one must know of a period before anything else: whether it counts, and whether phones see it. */
export function PeriodMarks({
  period: { kind, chain, year, province, openedAt },
}: {
  readonly period: Pick<PeriodSummary, 'kind' | 'chain' | 'year' | 'province' | 'openedAt'>;
}): ReactElement {
  return (
    <span className="plan-marks">
      <Tag>{text.ofYear(year)}</Tag>
      <Tag>{openedAt === null ? text.planning : text.opened}</Tag>
      {kind === 'trial' ? <Tag>{text.trialMark}</Tag> : null}
      {province === null ? null : <Tag>{provinceName(province.name)}</Tag>}
      {chain === 'demo' ? <Tag>{text.demo}</Tag> : null}
    </span>
  );
}
