import type { Cell, CellKey, FieldValue } from '../domain/change.ts';
import type { ChangeId } from '../domain/ids.ts';
import { canonicalText } from '../publication/canonical.ts';
import { sha256Hex } from '../publication/hash.ts';
import { cellKey } from './cell-key.ts';

/** What is hashed of a cell: its place, its current value, and the change that set it. */
export interface HashedCell extends CellKey {
  readonly changeId: ChangeId;
  readonly value: FieldValue['value'];
}

/** A cell as `answersHash` takes it; the values of an open conflict that are not current stay out. */
export function hashedCell({
  indicatorId,
  subjectId,
  current,
}: Pick<Cell, 'indicatorId' | 'subjectId'> & {
  readonly current: Pick<Cell['current'], 'changeId' | 'entry'>;
}): HashedCell {
  const { field, value } = current.entry;
  return { indicatorId, subjectId, field, changeId: current.changeId, value };
}

/**
 * SHA-256 (lower-case hex) of everything that is current in one assessment. The same on phone and server exactly when
 * both hold the same value from the same change in every cell, in whatever order they were stored. What a withdrawn user
 * said is not in it: some hold it still, and some never did.
 */
export function answersHash(cells: readonly HashedCell[]): string {
  const withdrawn = new Set(cells.filter(isWithdrawn).map(({ subjectId }) => subjectId));
  const counted =
    withdrawn.size === 0 ? cells : cells.filter((cell) => !withdrawn.has(cell.subjectId) || isWithdrawn(cell));
  const lines = counted.map((cell) => {
    const line = [cellKey(cell), cell.changeId, valueText(cell.value)] as const;
    // The cell decides; the rest only makes the order total should a caller name a cell twice.
    return { line, order: line.join(' ') };
  });
  lines.sort((a, b) => compareText(a.order, b.order));
  // Texts in lists: JSON has one form of them, the canonical one.
  return sha256Hex(JSON.stringify(lines.map(({ line }) => line)));
}

function isWithdrawn({ field, value }: HashedCell): boolean {
  return (
    field === 'presence' &&
    typeof value === 'object' &&
    value !== null &&
    'state' in value &&
    value.state === 'withdrawn'
  );
}

/** The canonical text; nearly every value is a level, and a unit has hundreds, hashed with every push. */
function valueText(value: HashedCell['value']): string {
  const isLevel = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'level';
  return isLevel ? `{"kind":"level","level":${value.level}}` : canonicalText(value);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
