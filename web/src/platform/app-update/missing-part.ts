import { isSaving } from './doing.ts';

/**
 * A part of the app that is loaded later can be gone: a new version replaced it on the server, and this page is of the
 * old one. Loading the page anew brings the parts that belong together.
 */
const missing = new WeakSet<object>();

const LAST = 'patuh-loaded-anew';
/** A second time within it is no new version but no network. */
const APART = 60_000;
/** What is being saved is waited for. */
const SOON = 200;

window.addEventListener('vite:preloadError', ({ payload }) => missing.add(payload));

export function isMissingPart(error: unknown): boolean {
  return typeof error === 'object' && error !== null && missing.has(error);
}

/** Loads the page anew, unless that was tried just now, or would end on the browser’s own page about no network. */
export function loadAnew(): void {
  const isKept = 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;
  const last = Number(sessionStorage.getItem(LAST) ?? 0);
  if (!(navigator.onLine || isKept) || Date.now() - last < APART) return;
  if (isSaving()) {
    setTimeout(loadAnew, SOON);
    return;
  }
  sessionStorage.setItem(LAST, String(Date.now()));
  window.location.reload();
}
