import { formatPoints } from '@patuh/shared/domain/points';
import { compileInstrument } from '@patuh/shared/scoring/compile';
import { scoreUnit } from '@patuh/shared/scoring/unit';
import { scoringInput } from '@patuh/shared/sync/scoring-input';
import { type ReactElement, useMemo } from 'react';

import { fieldOverviewText } from '../../text/id/field-overview.ts';
import { formatScore } from '../../ui/number.ts';
import { useAssessment, useCells, useHeader } from './desk-scope.tsx';

/** The unit’s score by the same engine as the server’s; not official, and without a zone. */
export function OwnScore(): ReactElement {
  const { instrument } = useAssessment();
  const { kind } = useHeader().unit;
  const cells = useCells();
  const result = useMemo(() => {
    const plan = compileInstrument(instrument);
    return scoreUnit(plan, { unitKind: kind, ...scoringInput(instrument, kind, cells) });
  }, [instrument, kind, cells]);
  return (
    <section className="panel own-score" aria-label={fieldOverviewText.ownScore}>
      <p className="tile__label">{fieldOverviewText.ownScore}</p>
      {result.kind === 'scored' ? (
        <p className="tile__value">{formatScore(formatPoints(result.score))}</p>
      ) : (
        <p>{fieldOverviewText.noScore}</p>
      )}
      <p className="tile__detail">{fieldOverviewText.ownScoreNote}</p>
    </section>
  );
}
