import type { AssessmentSubject } from '@patuh/shared/sync/subjects';

/** How it stands with the interview of one user, by what was said of presence and consent. */
export type InterviewStanding = 'counts' | 'refused' | 'withdrawn' | 'broken-off';

export function interviewStanding({
  presence,
  consent,
}: Pick<AssessmentSubject, 'presence' | 'consent'>): InterviewStanding {
  if (presence.state === 'present') return 'counts';
  if (presence.state === 'withdrawn') return 'withdrawn';
  return consent === false ? 'refused' : 'broken-off';
}
