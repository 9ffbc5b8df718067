import type { CellKey, FieldValue } from '../domain/change.ts';
import type { ProvenPoint } from '../domain/evidence.ts';

/**
 * The points of a unit about which a value says something: its own indicator’s, or those that a piece of evidence proves.
 * Presence, names and the like belong to a subject and to no point.
 */
export function pointsOf(
  { indicatorId, subjectId }: Pick<CellKey, 'indicatorId' | 'subjectId'>,
  entry: FieldValue,
): readonly ProvenPoint[] {
  if (indicatorId !== null) return [{ indicatorId, subjectId }];
  return entry.field === 'evidence' ? (entry.value?.proves ?? []) : [];
}
