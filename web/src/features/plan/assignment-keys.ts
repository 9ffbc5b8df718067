import type { PlannedUnit } from '@patuh/shared/contracts/teams';
import { UnitId } from '@patuh/shared/domain/ids';
import { type KeyboardEvent, useState } from 'react';

/** On the box of each line. */
export const ROW_ATTRIBUTE = 'data-unit';

/** Around all of them. */
export const TABLE_CLASS = 'assignment-table';

/** Which line has the keyboard: of the many boxes one is a stop of Tab, the arrows move it on. */
export interface RowKeys {
  readonly current: UnitId | undefined;
  readonly onFocus: (id: UnitId) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** `onDraw`: Shift and an arrow went from one line to the next. */
export function useRowKeys(units: readonly PlannedUnit[], onDraw: (from: UnitId, to: UnitId) => void): RowKeys {
  const [focused, setFocused] = useState<UnitId>();
  const rows = units.map(({ id }) => id);
  const current = focused !== undefined && rows.includes(focused) ? focused : rows[0];
  return {
    current,
    onFocus: setFocused,
    onKeyDown: (event) => {
      const from = rowOf(event.currentTarget);
      const at = from === undefined ? -1 : rows.indexOf(from);
      const to = rows[stepFrom(event.key, at, rows.length)];
      if (from === undefined || to === undefined || to === from) return;
      event.preventDefault();
      if (event.shiftKey) onDraw(from, to);
      setFocused(to);
      const table = event.currentTarget.closest(`.${TABLE_CLASS}`);
      table?.querySelector<HTMLElement>(`[${ROW_ATTRIBUTE}="${to}"]`)?.focus();
    },
  };
}

function rowOf(box: HTMLElement): UnitId | undefined {
  return UnitId.safeParse(box.getAttribute(ROW_ATTRIBUTE)).data;
}

/** The line that a key leads to; beyond the ends there is none. */
export function stepFrom(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return at;
  }
}
