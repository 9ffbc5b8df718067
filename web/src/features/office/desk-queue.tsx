import { memo, type ReactElement, type RefObject, useEffect, useRef } from 'react';

import { deskText } from '../../text/id/office-desk.ts';
import { type DeskItem, type DeskOrder, isRequired } from './desk-items.ts';
import { type ItemMark, signOf } from './desk-marks.ts';
import { itemName } from './item-name.ts';

const text = deskText.queue;

export interface QueueEntry {
  readonly item: DeskItem;
  readonly mark: ItemMark;
}

interface DeskQueueProps {
  readonly entries: readonly QueueEntry[];
  readonly chosen: string;
  readonly order: DeskOrder;
  readonly onOrder: (order: DeskOrder) => void;
  /** How many there are that need not be looked at; they are among the entries where `showsAll`. */
  readonly others: number;
  readonly showsAll: boolean;
  readonly onShowAll: (all: boolean) => void;
  readonly left: number;
  readonly total: number;
  readonly onOpen: (item: DeskItem) => void;
}

/** What is to be looked at, why, and how much of it is left; everything else on demand. */
export function DeskQueue(queue: DeskQueueProps): ReactElement {
  const { entries, chosen, order, others, showsAll, left, total } = queue;
  const list = useRef<HTMLOListElement>(null);
  useInSight(list, chosen);
  return (
    <nav className="desk-queue" aria-label={text.title}>
      <p className="desk-queue__left">{left === 0 ? text.done : text.left(left, total)}</p>
      <fieldset className="desk-queue__order">
        <legend>{text.order}</legend>
        {(['risk', 'instrument'] as const).map((one) => (
          <label key={one} className="check">
            <input type="radio" name="desk-order" checked={order === one} onChange={() => queue.onOrder(one)} />
            {text.orders[one]}
          </label>
        ))}
      </fieldset>
      {others === 0 ? null : (
        <label className="check small">
          <input type="checkbox" checked={showsAll} onChange={({ target }) => queue.onShowAll(target.checked)} />
          {text.others(others)}
        </label>
      )}
      <ol ref={list}>
        {entries.map(({ item, mark }) => (
          <Entry key={item.key} item={item} mark={mark} isChosen={item.key === chosen} onOpen={queue.onOpen} />
        ))}
      </ol>
    </nav>
  );
}

/** Keeps the chosen one in sight inside the list, and never moves the page for it. */
function useInSight(list: RefObject<HTMLOListElement | null>, chosen: string): void {
  useEffect(() => {
    const entries = [...(list.current?.children ?? [])];
    const entry = entries.find((one) => one instanceof HTMLElement && one.dataset['item'] === chosen);
    if (entry === undefined) return;
    for (const frame of [list.current, list.current?.parentElement]) {
      if (frame === null || frame === undefined || frame.scrollHeight <= frame.clientHeight) continue;
      const [seen, wanted] = [frame.getBoundingClientRect(), entry.getBoundingClientRect()];
      if (wanted.top < seen.top) frame.scrollTop -= seen.top - wanted.top + ROOM;
      else if (wanted.bottom > seen.bottom) frame.scrollTop += wanted.bottom - seen.bottom + ROOM;
    }
  }, [list, chosen]);
}

/** Pixels between the chosen one and the edge: the one before it can be seen too. */
const ROOM = 60;

interface EntryProps extends QueueEntry {
  readonly isChosen: boolean;
  readonly onOpen: (item: DeskItem) => void;
}

const Entry = memo(function Entry({ item, mark, isChosen, onOpen }: EntryProps): ReactElement {
  return (
    <li data-item={item.key}>
      <button
        type="button"
        className={isRequired(item) ? 'desk-entry' : 'desk-entry desk-entry--optional'}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => onOpen(item)}
      >
        <span className={`desk-sign desk-sign--${mark}`} aria-hidden="true">
          {signOf(mark)}
        </span>
        <span className="desk-entry__name">{itemName(item)}</span>
        <span className="desk-entry__why">{whyWords(item)}</span>
        <span className="visually-hidden">, {deskText.marks[mark]}</span>
      </button>
    </li>
  );
});

/** The weightiest reason, and how many more; a section has none, it is the last step. */
function whyWords({ kind, section, reasons }: DeskItem): string {
  if (kind === 'section') return text.lastStep;
  const [first, ...more] = reasons;
  const why = first === undefined ? text.optional : deskText.why.short[first];
  return `${section.name}: ${why}${more.length === 0 ? '' : `, ${text.more(more.length)}`}`;
}
