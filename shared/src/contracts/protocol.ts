/** How app and server of different age notice that they cannot understand each other, before either misreads the other. */

/** What the app speaks, as a number, with everything a contract gives a range for. */
export const SYNC_PROTOCOL_HEADER = 'x-patuh-sync';

/** What the server takes. The app that is made along with it speaks the newest. */
export interface ProtocolRange {
  readonly oldest: number;
  readonly newest: number;
}

/** An app that says nothing is from before there was a second one. */
const UNSAID = 1;

/**
 * Why the server must not read what such an app sends; undefined where it may. What is no number was written by an app
 * that knows more than this server.
 */
export function whyNotUnderstood(
  { oldest, newest }: ProtocolRange,
  header: string | readonly string[] | undefined,
): 'app-too-old' | 'app-too-new' | undefined {
  const spoken = header === undefined ? UNSAID : numberOf(String(header));
  if (spoken < oldest) return 'app-too-old';
  return spoken > newest ? 'app-too-new' : undefined;
}

function numberOf(header: string): number {
  return /^\d{1,9}$/.test(header) ? Number(header) : Number.POSITIVE_INFINITY;
}
