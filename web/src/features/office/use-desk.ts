import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';

import { remembered, useRemembered } from '../../platform/remembered.ts';
import { type DeskItem, deskItems, type DeskOrder, isDone, isRequired } from './desk-items.ts';
import { type ItemMark, markOf } from './desk-marks.ts';
import type { QueueEntry } from './desk-queue.tsx';
import { placeKey, type UnitModel } from './unit-model.ts';
import { type Accepting, useAccepting } from './use-accepting.ts';
import { type Returns, useReturns } from './use-returns.ts';

const orderWish = remembered('desk-order');

/** Where one is in the unit, what was done on this screen, and what is left. */
export interface DeskState {
  readonly accepting: Accepting;
  readonly returns: Returns;
  readonly order: DeskOrder;
  readonly setOrder: (order: DeskOrder) => void;
  readonly showsAll: boolean;
  readonly setShowsAll: (all: boolean) => void;
  /** Everything of the unit, with what is on its way to the server counted as accepted. */
  readonly items: readonly DeskItem[];
  /** What next and previous walk through; what the queue lists. */
  readonly entries: readonly QueueEntry[];
  readonly chosen: DeskItem | undefined;
  readonly open: (item: DeskItem) => void;
  readonly isMarked: (item: DeskItem) => boolean;
  /** Neither done nor marked to be given back. */
  readonly left: readonly DeskItem[];
  readonly required: readonly DeskItem[];
}

export function useDesk(model: UnitModel): DeskState {
  const returns = useReturns(model.office.assessment.id);
  const accepting = useAccepting(model);
  const order: DeskOrder = useRemembered(orderWish) === 'instrument' ? 'instrument' : 'risk';
  const [showsAll, setShowsAll] = useState(model.office.review === null || model.office.unseenAtEdge !== null);
  const plain = useMemo(() => deskItems(model, order), [model, order]);
  const { sending, refused } = accepting;
  const items = useMemo(() => plain.map((item) => withSending(item, sending)), [plain, sending]);
  const isMarked = (item: DeskItem): boolean => placesOf(item).some(returns.isMarked);
  const required = items.filter(isRequired);
  const left = required.filter((item) => !isDone(item) && !isMarked(item));
  const { chosen, open } = useChosen(items, left[0]);
  const walk = showsAll || (chosen !== undefined && !isRequired(chosen)) ? items : required;
  const markAt = (item: DeskItem): ItemMark =>
    markOf(item, {
      isRefused: refused.some(({ key }) => key === item.key),
      isMarked: isMarked(item),
      isSending: isSending(item, sending),
    });
  return {
    accepting,
    returns,
    order,
    setOrder: (wish) => orderWish.keep(wish),
    showsAll,
    setShowsAll,
    items,
    entries: walk.map((item) => ({ item, mark: markAt(item) })),
    chosen,
    open,
    isMarked,
    left,
    required,
  };
}

function isSending({ required }: DeskItem, sending: ReadonlySet<string>): boolean {
  return required.some((place) => sending.has(placeKey(place)));
}

function withSending(item: DeskItem, sending: ReadonlySet<string>): DeskItem {
  return isSending(item, sending) ? { ...item, standing: 'accepted' } : item;
}

/** Places at which an item can be marked to be given back. */
function placesOf(item: DeskItem): readonly Parameters<Returns['isMarked']>[0][] {
  if (item.kind !== 'place') return [];
  const place = { indicatorId: item.indicator.id, subjectId: item.subject.id };
  return [place, { ...place, subjectId: null }];
}

/** Milliseconds after which a place is written into the address: whoever walks on does not write every step. */
const STAYED_MS = 200;

/** What one looks at. It stands in the address, so that a reload comes back to it. */
function useChosen(items: readonly DeskItem[], first: DeskItem | undefined): Pick<DeskState, 'chosen' | 'open'> {
  const [search, setSearch] = useSearchParams();
  const [key, setKey] = useState(() => search.get('butir') ?? first?.key ?? null);
  useEffect(() => {
    if (key === null) return undefined;
    const written = setTimeout(() => setSearch({ butir: key }, { replace: true }), STAYED_MS);
    return () => clearTimeout(written);
    // oxlint-disable-next-line react/exhaustive-deps -- the setter is another one with every address it writes
  }, [key]);
  return {
    chosen: items.find((item) => item.key === key) ?? first ?? items[0],
    open: (item) => setKey(item.key),
  };
}
