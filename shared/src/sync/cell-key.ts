import type { CellKey } from '../domain/change.ts';

/** One text per place of a value; two cells have the same text only if they are the same place. */
export function cellKey({ indicatorId, subjectId, field }: CellKey): string {
  return `${indicatorId ?? ''}|${subjectId}|${field}`;
}
