import type { RoomLeft } from '../../platform/field-store/room.ts';
import type { Keeping } from '../../platform/field-store/what-keeps.ts';
import type { Copies } from './lights.ts';

/** What could become of answers on this device before they are sent, the worst first. */
export type Concern =
  | 'not-kept'
  /** Looks like a private window: kept until it is closed. */
  | 'may-not-keep'
  | 'answers-only'
  | 'scarce'
  | 'one-copy'
  /** The browser did not promise to leave it alone when the device is full. */
  | 'not-promised';

export interface Device {
  readonly copies: Copies;
  readonly keeping: Keeping;
  readonly room: RoomLeft;
  /** Undefined where the browser has no such promise. */
  readonly promised: boolean | undefined;
}

export function concernsOf({ copies, keeping, room, promised }: Device): readonly Concern[] {
  // What only the page holds is lost with it: everything else is small beside that.
  if (copies === 0) return ['not-kept'];
  return [
    ...(keeping === 'may-not' ? (['may-not-keep'] as const) : []),
    ...(room === 'ample' ? [] : [room]),
    ...(copies === 1 ? (['one-copy'] as const) : []),
    ...(promised === false ? (['not-promised'] as const) : []),
  ];
}

/** Those that somebody should know before the next question; the others are for whoever asks. */
export function isUrgent(concern: Concern): boolean {
  return concern !== 'one-copy' && concern !== 'not-promised';
}
