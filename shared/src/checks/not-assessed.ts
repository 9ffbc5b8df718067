import type { CurrentValues } from '../sync/values.ts';

/**
 * That a unit could not be assessed is shown by something: its closed door, the letter that sent the team away, the notice
 * of the storm. Its file may still be on a phone.
 */
export function isShownUnassessable({ evidence }: Pick<CurrentValues, 'evidence'>): boolean {
  return evidence.some(({ piece }) => piece.proves.length === 0);
}
