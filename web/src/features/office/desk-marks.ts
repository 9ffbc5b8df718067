import type { deskText } from '../../text/id/office-desk.ts';
import type { DeskItem } from './desk-items.ts';

/** What is known of an item, this screen’s own doings included. */
export type ItemMark = keyof typeof deskText.marks;

const SIGNS: Readonly<Record<ItemMark, string>> = {
  open: '○',
  accepted: '✓',
  'by-rule': '✓',
  changed: '≠',
  returned: '↩',
  sending: '…',
  marked: '↩',
  refused: '!',
};

export function signOf(mark: ItemMark): string {
  return SIGNS[mark];
}

interface Doings {
  readonly isRefused: boolean;
  readonly isMarked: boolean;
  readonly isSending: boolean;
}

/** The one to show where several hold. */
export function markOf({ standing }: DeskItem, { isRefused, isMarked, isSending }: Doings): ItemMark {
  if (isRefused) return 'refused';
  if (isMarked) return 'marked';
  return isSending ? 'sending' : standing;
}
