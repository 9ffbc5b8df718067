import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { CellKey } from '@patuh/shared/domain/change';
import type { Visit } from '@patuh/shared/domain/visit';

import type { LocalCell } from '../../platform/field-store/local-cell.ts';

/** Where the record of a visit is kept. */
export function visitCell(subjectId: SubjectId): CellKey {
  return { indicatorId: null, subjectId, field: 'visit' };
}

/** What stands at this very moment; the list of visits may be a moment behind, and what is signed must not be. */
export function visitIn({ value }: Pick<LocalCell, 'value'>): Visit | null {
  return value?.entry.field === 'visit' ? value.entry.value : null;
}
