import type { LockedAssessment } from './lock.ts';

/** Whether somebody who looked at the version `seen` saw what is there now; files that arrived since change no answer. */
export function isAsSeen(
  { version, unchangedSince }: Pick<LockedAssessment, 'version' | 'unchangedSince'>,
  seen: number,
): boolean {
  return unchangedSince <= seen && seen <= version;
}
