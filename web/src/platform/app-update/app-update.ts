import { useSyncExternalStore } from 'react';

import { doing, noticeTouches } from './doing.ts';
import { answerOtherPages, othersAgree } from './other-pages.ts';
import { isQuiet, mayTakeOver } from './update-moment.ts';

/**
 * Keeps the app on this device and its version current. A new version is fetched beside the old one, waits until nothing
 * is being typed or saved, and then all pages are loaded anew where they are; drafts lie in the store, not in the page.
 */

/** `ready`: a new version waits. `changing`: it took over, and this page follows as soon as nothing is interrupted. */
type AppUpdate = 'none' | 'ready' | 'changing';

const WORKER = '/sw.js';
const SCOPE = '/lapangan';
const ASK_EVERY = 4 * 60 * 60 * 1000;
const LOOK_EVERY = 5000;

let update: AppUpdate = 'none';
let kept: ServiceWorkerRegistration | undefined;
let begun = false;
let wanted = false;
const listeners = new Set<() => void>();

/** Once per page, from the field; without a network it finds what is there already. */
export function keepAppCurrent(): void {
  if (begun || !('serviceWorker' in navigator)) return;
  begun = true;
  noticeTouches();
  answerOtherPages();
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first worker of this device took the page in; that is no new version.
    if (controlled) set('changing');
    controlled = true;
  });
  void register();
}

export function useAppUpdate(): AppUpdate {
  return useSyncExternalStore(onUpdate, () => update);
}

/** Somebody asked for it: no waiting for a pause, nor for other pages, but nothing that is being saved is cut off. */
export function updateNow(): void {
  wanted = true;
  void look();
}

async function register(): Promise<void> {
  try {
    kept = await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' });
  } catch {
    // Without a network, or where the browser keeps nothing: the app works, it only is not kept.
    return;
  }
  watch(kept);
  askOften(kept);
}

function watch(registration: ServiceWorkerRegistration): void {
  const found = (): void => {
    // The first one takes over without being asked: before it there was none.
    if (registration.waiting !== null && registration.active !== null && update !== 'changing') set('ready');
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', found);
  });
  found();
}

function askOften(registration: ServiceWorkerRegistration): void {
  const ask = (): void => void registration.update().catch(() => undefined);
  const seen = (): void => {
    if (document.visibilityState === 'visible') ask();
  };
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('online', ask);
  setInterval(ask, ASK_EVERY);
  ask();
}

function set(next: AppUpdate): void {
  if (update === 'none') {
    document.addEventListener('visibilitychange', () => void look());
    setInterval(() => void look(), LOOK_EVERY);
  }
  update = next;
  for (const listener of listeners) listener();
  void look();
}

/** Whether now is the moment; asked from time to time, and when the page is put away. */
async function look(): Promise<void> {
  if (update === 'changing') {
    if (isQuiet(doing())) window.location.reload();
    return;
  }
  const isTime = (): boolean => (wanted ? !doing().saving : mayTakeOver(doing()));
  if (isTime() && (wanted || (await othersAgree())) && isTime()) kept?.waiting?.postMessage('take-over');
}

function onUpdate(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
