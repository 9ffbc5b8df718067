import type { AssessmentView, LateChange } from '@patuh/shared/contracts/assessments';

/** What became of a change that came late, in the words of the field: where nobody hands in, nobody decides yet. */
type Lateness = LateChange['decision'] | 'not-assessed';

export function latenessOf(
  { state }: Pick<AssessmentView, 'state'>,
  { decision }: Pick<LateChange, 'decision'>,
): Lateness {
  return decision === 'waiting' && state === 'not-assessed' ? 'not-assessed' : decision;
}
