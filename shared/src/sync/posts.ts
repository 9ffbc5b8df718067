import { assertNever } from '../domain/assert-never.ts';
import type { AssessmentSubject } from './subjects.ts';

/**
 * The posts of the four officers interviewed in a unit, by number: head, head of the service section, complaints
 * officer, front office (Ombudsman, presentations on the assessment 2022–2024).
 */
export const OFFICER_POSTS = ['head', 'service-head', 'complaints-officer', 'front-office'] as const;
export type OfficerPost = (typeof OFFICER_POSTS)[number];

/** The post of an officer; null for everybody else, and for an officer beyond the four. */
export function postOf({ kind, number }: Pick<AssessmentSubject, 'kind' | 'number'>): OfficerPost | null {
  switch (kind) {
    case 'officer':
      return OFFICER_POSTS[number - 1] ?? null;
    case 'unit':
    case 'product':
    case 'complaint-officer':
    case 'user':
      return null;
    default:
      return assertNever(kind);
  }
}
