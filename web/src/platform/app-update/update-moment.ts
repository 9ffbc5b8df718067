/** What a person is doing in a page of the app, as far as a new version must know. */
export interface Doing {
  /** The cursor stands in a field that takes text. */
  readonly typing: boolean;
  /** Something is on its way to the store of this device, or lives in this page only. */
  readonly saving: boolean;
  /** A question stands open. */
  readonly asked: boolean;
  /** Nobody looks at the page. */
  readonly hidden: boolean;
  /** Milliseconds since anybody touched it. */
  readonly untouched: number;
}

/** Somebody who reads a rubric aloud touches nothing for a while. */
export const AT_REST = 60_000;

/** Nothing would be lost or interrupted if the page were loaded anew now. */
export function isQuiet({ typing, saving, asked }: Doing): boolean {
  return !typing && !saving && !asked;
}

/** When a new version takes over by itself: when nothing is interrupted and nobody would even see it. */
export function mayTakeOver(doing: Doing): boolean {
  return isQuiet(doing) && (doing.hidden || doing.untouched >= AT_REST);
}
