import type { AssessmentHeader } from '../../platform/field-store/field-store.ts';

/** Whether answers can be entered now. */
export function isOpen({ state }: Pick<AssessmentHeader, 'state'>): boolean {
  return state === 'assigned' || state === 'in-progress' || state === 'returned';
}
