import { type DeskItem, deskItems, isDone, isRequired, nextToDo } from '@patuh/web/features/office/desk-items';
import { unitModel } from '@patuh/web/features/office/unit-model';
import { describe, expect, it } from 'vitest';

import { anOffice, SECTION } from '../../support/office.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

const instrument = instrumentOf(2023);
const PLACE = 'persyaratan product-1';

function itemsOf(more: Parameters<typeof anOffice>[0], order: 'risk' | 'instrument' = 'risk'): readonly DeskItem[] {
  return deskItems(unitModel(anOffice(more), instrument), order);
}

function at(items: readonly DeskItem[], key: string): DeskItem {
  const found = items.find((item) => item.key === key);
  if (found === undefined) throw new RangeError(`No ${key}`);
  return found;
}

describe('the queue of the desk', () => {
  it('begins with what changed after it was accepted, then goes by the weightiest reason, the lot last', () => {
    const items = itemsOf({
      review: [
        ['motto product-1', 'sample'],
        ['biaya product-1', 'band-edge'],
        ['maklumat-layanan product-1', 'band-edge', 'warning'],
        ['persyaratan product-2', 'returned', 'warning'],
        [PLACE, 'sample'],
      ],
      looked: { [PLACE]: false },
    });
    expect(items.filter(isRequired).map(({ key }) => key.replace('~', ' '))).toEqual([
      PLACE,
      'persyaratan product-2',
      'maklumat-layanan product-1',
      'biaya product-1',
      'motto product-1',
      ...items.filter(({ kind }) => kind === 'section').map(({ key }) => key.replace('~', ' ')),
    ]);
  });

  it('has the same things in the order of the instrument, each section closing what is in it', () => {
    const more = { review: [['motto product-1', 'sample']] } as const;
    const [risk, plain] = [itemsOf(more), itemsOf(more, 'instrument')];
    expect(new Set(plain.map(({ key }) => key))).toEqual(new Set(risk.map(({ key }) => key)));
    const sections = plain.filter(({ kind }) => kind === 'section').map(({ section }) => section.id);
    expect([...new Set(plain.map(({ section }) => section.id))]).toEqual(sections);
    for (const id of sections) {
      expect(plain.findLast(({ section }) => section.id === id)?.kind).toBe('section');
    }
  });

  it.each([
    ['nobody looked at, although it must be', { review: [[PLACE, 'sample']] }, 'open'],
    ['that was looked at', { review: [[PLACE, 'sample']], looked: { [PLACE]: true } }, 'accepted'],
    ['that is another one than was accepted', { review: [[PLACE, 'sample']], looked: { [PLACE]: false } }, 'changed'],
    [
      'that waits for the field',
      { review: [[PLACE, 'sample']], looked: { [PLACE]: true }, points: ['open'] },
      'returned',
    ],
    ['that the rule accepted with its section', { review: [], holds: true }, 'by-rule'],
    ['that must be looked at in a section that is accepted', { review: [[PLACE, 'sample']], holds: true }, 'open'],
    ['that nobody has to look at in an open section', { review: [] }, 'open'],
  ] as const)('says so of an answer %s', (_, more, standing) => {
    expect(at(itemsOf(more), 'persyaratan~product-1').standing).toBe(standing);
  });

  it('leads on to what is left, from the beginning again behind the last, and never to what is done', () => {
    const items = itemsOf({
      review: [
        [PLACE, 'returned'],
        ['persyaratan product-2', 'warning'],
        ['motto product-1', 'sample'],
      ],
      looked: { 'persyaratan product-2': true },
    });
    const first = at(items, 'persyaratan~product-1');
    const next = nextToDo(items, first);
    expect(next?.key).toBe('motto~product-1');
    const last = items.findLast(({ kind }) => kind === 'section') ?? first;
    expect(nextToDo(items, last)).toBe(first);
    const without = items.filter((item) => isDone(item) || !isRequired(item) || item === first);
    expect(nextToDo(without, first)).toBeUndefined();
  });

  it('closes a section only when nothing in it is left, wherever one stands', () => {
    const items = itemsOf({
      review: [
        [PLACE, 'returned'],
        ['motto product-1', 'sample'],
      ],
    });
    const before = at(items, 'sarana-prasarana~bagian');
    expect(nextToDo(items, before)?.section.id).not.toBe(SECTION);
    const seen = new Set(['persyaratan~product-1', 'motto~product-1']);
    const closed = items.map((item) => (seen.has(item.key) ? { ...item, standing: 'accepted' as const } : item));
    expect(nextToDo(closed, before)?.key).toBe(`${SECTION}~bagian`);
  });
});
