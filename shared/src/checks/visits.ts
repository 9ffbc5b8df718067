import type { Finding } from '../contracts/checks.ts';
import type { Visit } from '../domain/visit.ts';
import type { Questionnaire } from '../sync/questionnaire.ts';
import { warns } from './finding.ts';

/** Every unit was visited, and each visit has its record: ended, and signed by the unit or with the reason why not. */
export function visitFindings({ values: { visits } }: Questionnaire): readonly Finding[] {
  const isRecorded = visits.length > 0 && visits.every(({ visit }) => isComplete(visit));
  return isRecorded ? [] : [warns('visit-not-recorded')];
}

export function isComplete({ until, signature, unsignedReason }: Visit): boolean {
  return until !== null && (signature !== null || unsignedReason !== null);
}
