import { peopleText } from '../../text/id/people.ts';
import { formatMoment } from '../../ui/moment.ts';

/** Whether a link that waits can still be used. */
export function linkWords(until: string): string {
  return new Date(until) > new Date() ? peopleText.linkUntil(formatMoment(until)) : peopleText.linkOver;
}
