import { isAsSeen } from '@patuh/server/platform/assessments/seen';
import type { ProblemCode } from '@patuh/shared/contracts/problems';
import type { AssessmentState } from '@patuh/shared/domain/assessment';

/** The person's part in the team of the assessment; undefined for somebody it does not exist for. */
type TeamRole = 'assessor' | 'enumerator' | undefined;

export interface Standing {
  readonly state: AssessmentState;
  readonly version: number;
  readonly unchangedSince: number;
  readonly published: boolean;
}

const OPEN: ReadonlySet<AssessmentState> = new Set(['assigned', 'in-progress', 'returned']);

/** Only the team's assessor vouches for the answers, and only while they are in the field's hands. */
export function whyNotSubmit(role: TeamRole, { state }: Pick<Standing, 'state'>): ProblemCode | undefined {
  if (role === undefined) return 'not-found';
  if (role !== 'assessor') return 'not-permitted';
  return OPEN.has(state) ? undefined : 'assessment-not-open';
}

/** Anybody of the team who stands before a closed door; what has been answered already must have been on the screen. */
export function whyNotRecordNotAssessed(
  role: TeamRole,
  standing: Omit<Standing, 'published'>,
  seen: number,
): ProblemCode | undefined {
  if (role === undefined) return 'not-found';
  if (!OPEN.has(standing.state)) return 'assessment-not-open';
  return isAsSeen(standing, seen) ? undefined : 'changed-meanwhile';
}

/** The door opened after all. What was published without the unit changes by a correction only. */
export function whyNotReopen(role: TeamRole, standing: Standing, seen: number): ProblemCode | undefined {
  if (role === undefined) return 'not-found';
  if (standing.state !== 'not-assessed') return 'already-decided';
  if (standing.published) return 'assessment-published';
  return isAsSeen(standing, seen) ? undefined : 'changed-meanwhile';
}
