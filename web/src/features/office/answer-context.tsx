import type { ReactElement } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { unitText } from '../../text/id/office-unit.ts';
import type { AskedOf } from './answer-value.tsx';
import { LevelSpread } from './level-spread.tsx';
import { levelText } from './unit-model.ts';

/** So many levels apart, the evidence is worth a second look; a unit may well have changed. */
const FAR = 2;

/** What the same was found to be last time, and what other units of the kind got. */
export function AnswerContext(asked: AskedOf): ReactElement | null {
  const { model, indicator } = asked;
  const { others } = model.office;
  const counts = others.levels.find(({ indicatorId }) => indicatorId === indicator.id)?.counts ?? [];
  const level = levelAt(asked);
  return (
    <div className="desk-context">
      <LastTime {...asked} />
      <LevelSpread counts={counts} units={others.units} own={level} />
    </div>
  );
}

function LastTime({ model, indicator, subject }: AskedOf): ReactElement | null {
  const { lastYear, assessment } = model.office;
  const was = lastYear?.levels.find(
    ({ indicatorId, subjectId }) => indicatorId === indicator.id && subjectId === subject.id,
  );
  if (lastYear === null || was === undefined) return null;
  const now = levelAt({ model, indicator, subject });
  const isFar = was.level !== null && now !== null && Math.abs(now - was.level) >= FAR;
  const words =
    was.level === null
      ? unitText.notApplicable
      : `${unitText.level(was.level, indicator.maximum)}: ${levelText(indicator, was.level, assessment.unit.kind)}`;
  return (
    <p className="small">
      <strong>{deskText.lastYear(lastYear.year)}</strong> {words}
      {isFar ? <span className="office-flag">{deskText.farApart}</span> : null}
    </p>
  );
}

function levelAt({ model, indicator, subject }: AskedOf): number | null {
  const answer = model.values.answer(indicator.id, subject.id);
  return answer?.kind === 'level' ? answer.level : null;
}
