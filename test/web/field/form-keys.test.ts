import { formKey } from '../../../web/src/features/field/form-keys.ts';
import { levelKey, type PressedKey } from '../../../web/src/features/field/level-keys.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  key,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});
const LEVELS = ['0', '1', '2', '3', 'not-applicable'];

describe('a key in a group of levels', () => {
  it.each([
    ['a digit chooses its level', '2', 0, { kind: 'choose', index: 2 }],
    ['a digit chooses without a focus in the group', '3', -1, { kind: 'choose', index: 3 }],
    ['a digit without a level does nothing', '7', 0, undefined],
    ['Enter chooses what has the focus', 'Enter', 4, { kind: 'choose', index: 4 }],
    ['Enter on something else is not ours', 'Enter', -1, undefined],
    ['an arrow goes to the next', 'ArrowDown', 1, { kind: 'focus', index: 2 }],
    ['an arrow goes round at the end', 'ArrowRight', 4, { kind: 'focus', index: 0 }],
    ['an arrow goes round at the beginning', 'ArrowUp', 0, { kind: 'focus', index: 4 }],
    ['an arrow outside the group is the browser’s', 'ArrowDown', -1, undefined],
    ['the space bar is the browser’s, which chooses', ' ', 2, undefined],
    ['Tab is the browser’s', 'Tab', 2, undefined],
  ] as const)('%s', (_, key, focused, does) => {
    expect(levelKey(press(key), { values: LEVELS, focused })).toEqual(does);
  });

  it('does nothing with a modifier, nor a second time while it is held down', () => {
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      expect(levelKey(press('2', { [modifier]: true }), { values: LEVELS, focused: 0 })).toBeUndefined();
    }
    expect(levelKey(press('2', { repeat: true }), { values: LEVELS, focused: 0 })).toBeUndefined();
    expect(levelKey(press('Enter', { repeat: true }), { values: LEVELS, focused: 0 })).toBeUndefined();
  });

  it('never enters a level that is only passed, wherever arrows lead', () => {
    const arrows = fc.array(fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'));
    fc.assert(
      fc.property(arrows, fc.integer({ min: 0, max: 4 }), (keys, start) => {
        let focused = start;
        for (const key of keys) {
          const does = levelKey(press(key), { values: LEVELS, focused });
          expect(does?.kind).toBe('focus');
          focused = does?.index ?? -1;
          expect(LEVELS[focused]).toBeDefined();
        }
      }),
    );
  });
});

describe('a single letter on a page of a unit', () => {
  it.each([
    ['/', 'search'],
    ['j', 'next-question'],
    ['k', 'previous-question'],
    ['x', undefined],
  ])('%s means %s', (key, does) => {
    expect(formKey(press(key), false)).toBe(does);
  });

  it('belongs to whoever types, and to the browser with a modifier', () => {
    expect(formKey(press('/'), true)).toBeUndefined();
    expect(formKey(press('j', { ctrlKey: true }), false)).toBeUndefined();
    expect(formKey(press('k', { metaKey: true }), false)).toBeUndefined();
  });
});
