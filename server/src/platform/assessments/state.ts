import type { AssessmentState } from '@patuh/shared/domain/assessment';

/**
 * Where an assessment stands now. `final` is not stored: verified becomes final when the clarification window is over, or
 * at once where the period has none.
 */
export function stateNow(
  stored: Exclude<AssessmentState, 'final'>,
  clarificationUntil: Date | null,
  now: Date,
): AssessmentState {
  if (stored !== 'verified') return stored;
  return clarificationUntil === null || clarificationUntil <= now ? 'final' : 'verified';
}
