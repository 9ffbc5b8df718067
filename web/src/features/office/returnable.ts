import type { DeskItem } from './desk-items.ts';
import type { GridPlace } from './grid-keys.ts';
import type { Place, UnitModel } from './unit-model.ts';

const RETURNABLE = ['submitted', 'verified', 'final'] as const;

/** Whether the unit is where points can be given back from. */
export function isReturnable({ mayVerify, office }: UnitModel): boolean {
  return mayVerify && RETURNABLE.some((state) => state === office.assessment.state);
}

/** What goes back: the answer one looks at, of interviews the cell that has the focus; null where nothing is chosen. */
export function placeToReturn(item: DeskItem, cell: GridPlace): Place | null {
  switch (item.kind) {
    case 'place':
      return { indicatorId: item.indicator.id, subjectId: item.subject.id };
    case 'interviews': {
      const user = item.users[cell.row];
      const indicator = item.indicators[cell.column - 1];
      if (user?.presence.state !== 'present' || indicator === undefined) return null;
      return { indicatorId: indicator.id, subjectId: user.id };
    }
    case 'section':
      return null;
    default:
      return item satisfies never;
  }
}
