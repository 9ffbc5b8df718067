import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import { isGovernmentAtEdge } from '@patuh/shared/review/bands';
import type { Place } from '@patuh/shared/review/places';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';

import type { LoadedInstrument } from '../assessments/instruments.ts';
import { newestScores } from '../assessments/scores.ts';
import type { Reader } from '../database.ts';
import type { ReviewHead } from './head.ts';
import { loadOtherUnits } from './other-units.ts';

/**
 * Of a verified unit whose government stands at an edge of a band by now: how many of its answers nobody looked at, because
 * it did not stand there when the unit was accepted. Null where everything was looked at, or nothing hangs on it.
 */
export async function unseenAtEdge(
  db: Reader,
  { id, cells }: Pick<AssessmentView, 'id' | 'cells'>,
  {
    loaded,
    head,
    looked,
  }: {
    readonly loaded: Pick<LoadedInstrument, 'instrument' | 'plan'>;
    readonly head: ReviewHead;
    /** What was accepted one by one, as far as it stands. */
    readonly looked: readonly Place[];
  },
): Promise<number | null> {
  const { questions } = questionnaireOf(loaded.instrument, head.unitKind, cells);
  const unseen = questions.filter(({ answer }) => answer !== null).length - looked.length;
  const own = (await newestScores(db, [id])).get(id);
  if (unseen <= 0 || own === undefined) return null;
  const byProducts = loaded.instrument.rules.rollUp.unitWeight === 'products';
  const units = [
    ...(await loadOtherUnits(db, head, byProducts)),
    { unitId: id, score: own.score, weight: byProducts ? own.merged.products : 1 },
  ];
  const of = { scoring: loaded.plan, governmentKind: head.governmentKind };
  return isGovernmentAtEdge(of, units, head.edgePoints) ? unseen : null;
}
