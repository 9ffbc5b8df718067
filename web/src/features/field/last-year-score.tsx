import type { ReactElement } from 'react';

import { fieldFormText } from '../../text/id/field-form.ts';
import { formatScore } from '../../ui/number.ts';
import { ZoneBadge } from '../../ui/zone-badge.tsx';
import { useLastYear } from './last-year.tsx';

/** What the unit was found to be before; stands only where its own score of this year may be seen. */
export function LastYearScore(): ReactElement | null {
  const lastYear = useLastYear();
  if (lastYear === null || lastYear.score === null) return null;
  const { year, score, zone } = lastYear;
  return (
    <section className="panel own-score" aria-label={fieldFormText.lastScore(year)}>
      <p className="tile__label">{fieldFormText.lastScore(year)}</p>
      <p className="tile__value">{formatScore(score)}</p>
      {zone === null ? null : <ZoneBadge zone={zone} />}
    </section>
  );
}
