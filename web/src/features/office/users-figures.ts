import type { Indicator } from '@patuh/shared/domain/instrument';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';

import { sumText } from '../../ui/mean.ts';
import type { UnitModel } from './unit-model.ts';

type Asked = Pick<UnitModel, 'values'>;

/** What one question comes to over the users who count. */
export interface ColumnFigures {
  /** “2,43”, half up; a dash where nobody answered. */
  readonly mean: string;
  /** How many chose each level, from 0. */
  readonly counts: readonly number[];
}

export function columnOf({ values }: Asked, indicator: Indicator, users: readonly AssessmentSubject[]): ColumnFigures {
  const counts = Array.from({ length: indicator.maximum + 1 }, () => 0);
  for (const { id, presence } of users) {
    const answer = presence.state === 'present' ? values.answer(indicator.id, id) : null;
    if (answer?.kind === 'level') counts[answer.level] = (counts[answer.level] ?? 0) + 1;
  }
  const n = counts.reduce((total, count) => total + count, 0);
  const sum = counts.reduce((total, count, level) => total + count * level, 0);
  return { counts, mean: n === 0 ? '–' : sumText(Math.floor((200 * sum + n) / (2 * n))) };
}
