import * as z from 'zod/mini';

/** What a verifier has to look at in a unit that was handed in, and why. */

/**
 * Why a place must be looked at, the weightiest first. `sample` is all that chance decides; the others follow from what was
 * entered.
 */
export const REVIEW_REASONS = [
  /** The score of the unit or of its government lies close to a lower bound of a band. */
  'band-edge',
  /** One level more or less at this place, and the unit or its government would be in another band. */
  'decides-band',
  /** The answers give no score yet, so nobody can say what hangs on a place. */
  'no-score',
  /** Given back to the field before. */
  'returned',
  /** Came after submission and was taken in. */
  'late',
  /** Entered anew after the unit was handed in for the first time, given back or not. */
  'changed',
  /** Two people entered different things here; one of them was chosen, or not yet. */
  'conflict',
  /** The checks warned here, whatever the team said to it. */
  'warning',
  /** Copied from a form of paper. */
  'from-paper',
  /** Of an interview that equals another one. */
  'interview-copied',
  /** Of an interview that was entered faster than its questions are read aloud. */
  'interview-fast',
  /** Far from what the same place was found to be last time. */
  'jump',
  /** Drawn by lot. */
  'sample',
] as const;
export const ReviewReason = z.enum(REVIEW_REASONS);
export type ReviewReason = z.infer<typeof ReviewReason>;

/** What is odd about one interview among the others of its unit; none of it proves anything. */
export const INTERVIEW_MARKS = [
  /** Every question has the same level. */
  'one-level',
  /** The same answers as another interview of the unit, not all of one level. */
  'equal',
  /** The same, and of a person of the same profile. */
  'copied',
  /** One of several that stand with the same answers and profiles in another unit of the same assessor. */
  'copied-elsewhere',
  /** Entered faster than its questions can be read aloud. */
  'too-fast',
  /** Begun in the same minute as another one on the same device. */
  'same-minute',
] as const;
export const InterviewMark = z.enum(INTERVIEW_MARKS);
export type InterviewMark = z.infer<typeof InterviewMark>;
