import { focusChoice } from './hash-target.ts';

/** So long a second tap of the same finger may follow, and the longest that a browser takes to scroll. */
const TAP_MS = 250;
const SCROLL_MS = 800;

/**
 * Scrolls to a step and puts the focus on its first choice. Until it has come to rest nothing in `page` takes a tap: what
 * was meant for one answer must not meet another that just moved under the finger.
 */
export function bringIntoView(step: Element, page: Element): void {
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  page.classList.add('interview--moving');
  const rested = Promise.withResolvers<void>();
  document.addEventListener('scrollend', () => rested.resolve(), { once: true });
  const before = window.scrollY;
  step.scrollIntoView({ block: 'start', behavior: isCalm ? 'instant' : 'smooth' });
  focusChoice(step);
  const isThere = isCalm || !canMove(step, before);
  setTimeout(() => rested.resolve(), isThere ? 0 : SCROLL_MS);
  const tapped = new Promise((resolve) => setTimeout(resolve, TAP_MS));
  void Promise.all([rested.promise, tapped]).then(() => page.classList.remove('interview--moving'));
}

/** Whether there is anything left to scroll towards the step. */
function canMove(step: Element, scrollY: number): boolean {
  const { top } = step.getBoundingClientRect();
  const room = document.documentElement.scrollHeight - window.innerHeight - scrollY;
  return Math.abs(top) > 16 && (top < 0 || room > 1);
}
