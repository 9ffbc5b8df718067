import { arrivesAt } from '../session.ts';

/**
 * Whether this page began outside the field. The worker serves a page by where it began and not by where its links led:
 * such a page would lack without a network what it has not loaded yet.
 */
export function beganOutside(scope: string): boolean {
  const [began] = performance.getEntriesByType('navigation');
  if (began === undefined || !('serviceWorker' in navigator) || !navigator.onLine) return false;
  const { pathname } = new URL(began.name);
  return pathname !== scope && !pathname.startsWith(`${scope}/`);
}

/** Loads the present address anew, as a page of its own; who just signed in stays who they are. */
export function beginAnew(): void {
  arrivesAt(window.location.href);
}
