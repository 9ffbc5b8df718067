import { useEffect, useLayoutEffect } from 'react';

/** The question at the upper edge of each page when it was left, until the app is closed. */
const left = new Map<string, string>();

/** Whether the page was reached by going back: then its address says how it was reached once, not where it was left. */
let isBack = false;
window.addEventListener('popstate', () => {
  isBack = true;
});
onNavigation(() => {
  isBack = false;
});

/**
 * Goes to the question that the address names, once the page stands and whenever a link names one of the same page. Back
 * on a page, or where nothing is named, one is where one was when one left it.
 */
export function useHashTarget(): void {
  useEffect(() => {
    const { pathname } = window.location;
    // One frame later: going back, the browser takes the focus away once more.
    const frame = requestAnimationFrame(() => {
      const [named, before] = [questionInAddress(), left.get(pathname)];
      const target = isBack ? (before ?? named) : (named ?? before);
      if (target !== undefined) goToQuestion(target);
    });
    const stop = onNavigation(() => {
      const next = questionInAddress();
      if (window.location.pathname === pathname && next !== undefined) requestAnimationFrame(() => goToQuestion(next));
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, []);
  useLayoutEffect(() => {
    const { pathname } = window.location;
    return () => {
      const place = questionAtTop();
      if (place === undefined) left.delete(pathname);
      else left.set(pathname, place);
    };
  }, []);
}

/** Calls whenever a link of the app was followed, also to another place of the same page; the router tells it so. */
export function onNavigation(call: () => void): () => void {
  window.addEventListener('pushState', call);
  return () => window.removeEventListener('pushState', call);
}

/** Brings a question into view and puts the focus on its first choice. */
export function goToQuestion(id: string): void {
  const question = document.getElementById(id);
  if (question === null) return;
  question.scrollIntoView({ block: 'start' });
  focusChoice(question);
}

/** The one that is chosen, or the first. */
export function focusChoice(question: Element): void {
  const choice = question.querySelector<HTMLElement>('input[type="radio"]:checked, input[type="radio"]');
  choice?.focus({ preventScroll: true });
}

/** To the question after (1) or before (-1) the one that has the focus; after the last one to what leads on. */
export function stepQuestion(by: 1 | -1): void {
  const all = questions();
  const here = all.findIndex((question) => question.contains(document.activeElement));
  const next = here === -1 ? all[0] : all[here + by];
  if (next !== undefined) goToQuestion(next.id);
  else if (by === 1) document.querySelector<HTMLElement>('.step-bar__main')?.focus();
}

function questionInAddress(): string | undefined {
  const { hash } = window.location;
  return hash === '' ? undefined : decodeURIComponent(hash.slice(1));
}

/** The first question of which anything is to be seen; undefined as long as the page stands at its beginning. */
function questionAtTop(): string | undefined {
  const all = questions();
  const first = all.findIndex((question) => question.getBoundingClientRect().bottom > 0);
  return first > 0 ? all[first]?.id : undefined;
}

function questions(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.question, .mark')];
}
