import { unsentHere } from '../unsent.ts';
import type { Doing } from './update-moment.ts';

const TOUCHES = ['pointerdown', 'keydown', 'input', 'scroll', 'popstate'] as const;
const TEXT = /^(?:text|search|email|password|number|tel|url|date|time)$/;

const busy = new Set<() => boolean>();
/** A page in which nobody did anything yet may change at once. */
let touched = Number.NEGATIVE_INFINITY;

/** Registers something that a reload would cut off, such as a write under way; answers how to take it back. */
export function holdUpdatesWhile(isBusy: () => boolean): () => void {
  busy.add(isBusy);
  return () => busy.delete(isBusy);
}

/** Whether a reload would cut something off now. */
export function isSaving(): boolean {
  return [...busy].some((isBusy) => isBusy());
}

export function noticeTouches(): void {
  for (const touch of TOUCHES) {
    window.addEventListener(touch, () => (touched = performance.now()), { capture: true, passive: true });
  }
}

export function doing(): Doing {
  const unsent = unsentHere();
  return {
    typing: takesText(document.activeElement),
    saving: unsent.onlyHere + unsent.unkept + unsent.filesOnlyHere > 0 || isSaving(),
    asked: document.querySelector('dialog[open]') !== null,
    hidden: document.visibilityState === 'hidden',
    untouched: performance.now() - touched,
  };
}

function takesText(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return TEXT.test(element.type);
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable);
}
