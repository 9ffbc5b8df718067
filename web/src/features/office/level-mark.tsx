import type { ReactElement } from 'react';

import { unitText as text } from '../../text/id/office-unit.ts';

/** “2/3” on a ground that darkens with the level; the figure says it, the ground only helps the eye down a column. */
export function LevelMark({ level, maximum }: { readonly level: number; readonly maximum: number }): ReactElement {
  return (
    <span className={`office-level office-level--${levelStep(level, maximum)}`}>
      <span aria-hidden="true">{text.levelShort(level, maximum)}</span>
      <span className="visually-hidden">{text.level(level, maximum)}</span>
    </span>
  );
}

/** 0 … 3, whatever the maximum of the indicator. */
export function levelStep(level: number, maximum: number): number {
  return Math.round((3 * level) / maximum);
}
