import { useEffect } from 'react';

import { makeReady } from './decoded.ts';
import { type DeskItem, nextToDo } from './desk-items.ts';
import type { ShownPiece } from './evidence-model.ts';
import type { UnitModel } from './unit-model.ts';

/** Photos of this point and of those that are one key away, fetched and decoded while somebody reads. */
export function useAhead(
  { evidence }: UnitModel,
  items: readonly DeskItem[],
  walk: readonly DeskItem[],
  chosen: DeskItem | undefined,
): void {
  const key = chosen?.key;
  useEffect(() => {
    if (chosen === undefined) return;
    const at = walk.findIndex((item) => item.key === key);
    const near = [chosen, walk[at + 1], nextToDo(items, chosen), walk[at - 1]];
    makeReady(near.flatMap((item) => (item === undefined ? [] : piecesOf(evidence, item))));
    // oxlint-disable-next-line react/exhaustive-deps -- once for each point; its evidence may have come later
  }, [key, evidence]);
}

function piecesOf({ at }: UnitModel['evidence'], item: DeskItem): readonly ShownPiece[] {
  return item.kind === 'place' ? at(item.indicator.id, item.subject.id) : [];
}
