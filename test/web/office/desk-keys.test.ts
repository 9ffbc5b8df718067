import { DESK_KEYS, deskAct, type KeyHolder, type Pressed } from '@patuh/web/features/office/desk-keys';
import { gridMove } from '@patuh/web/features/office/grid-keys';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOBODY: KeyHolder = { all: false, arrows: false, enter: false };
const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
});
const anyKey = fc.constantFrom(...DESK_KEYS.flatMap(({ keys }) => keys));

describe('a key of the desk', () => {
  it('belongs to one act only', () => {
    const keys = DESK_KEYS.flatMap((one) => one.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('does nothing while somebody types, nor together with Ctrl, Alt or Meta', () => {
    fc.assert(
      fc.property(anyKey, fc.constantFrom('ctrlKey', 'altKey', 'metaKey'), (key, modifier) => {
        expect(deskAct(pressed(key), { ...NOBODY, all: true }, true)).toBeUndefined();
        expect(deskAct(pressed(key, { [modifier]: true }), NOBODY, true)).toBeUndefined();
      }),
    );
  });

  it.each(['accept', 'return', 'request', 'send', 'next-unit'] as const)('never does “%s” by being held', (act) => {
    for (const key of DESK_KEYS.find((one) => one.act === act)?.keys ?? []) {
      expect(deskAct(pressed(key), NOBODY, true)).toBe(act);
      expect(deskAct(pressed(key, { repeat: true }), NOBODY, true)).toBeUndefined();
    }
  });

  it('leaves Enter to the button that has the focus, and the arrows to the grid', () => {
    expect(deskAct(pressed('Enter'), { ...NOBODY, enter: true }, true)).toBeUndefined();
    expect(deskAct(pressed('ArrowDown'), { ...NOBODY, arrows: true }, true)).toBeUndefined();
    expect(deskAct(pressed('j'), { ...NOBODY, arrows: true, enter: true }, true)).toBe('next');
  });

  it('is no single letter for who does not want them; the help is still there to change that', () => {
    expect(deskAct(pressed('a'), NOBODY, false)).toBeUndefined();
    expect(deskAct(pressed('Enter'), NOBODY, false)).toBe('accept');
    expect(deskAct(pressed('?'), NOBODY, false)).toBe('help');
    expect(deskAct(pressed('A'), NOBODY, true)).toBe('accept');
  });
});

describe('the arrows in the grid of interviews', () => {
  const size = fc.record({ rows: fc.integer({ min: 1, max: 40 }), columns: fc.integer({ min: 1, max: 8 }) });

  it('never lead out of it', () => {
    const keys = fc.array(
      fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageDown', 'Home', 'End'),
    );
    fc.assert(
      fc.property(size, keys, fc.boolean(), (grid, walk, toEdge) => {
        const end = walk.reduce((at, key) => gridMove(at, key, grid, toEdge) ?? at, { row: 0, column: 0 });
        expect(end.row).toBeGreaterThanOrEqual(0);
        expect(end.row).toBeLessThan(grid.rows);
        expect(end.column).toBeGreaterThanOrEqual(0);
        expect(end.column).toBeLessThan(grid.columns);
      }),
    );
  });

  it('reach its last cell by Ctrl and End, and leave other keys alone', () => {
    const grid = { rows: 12, columns: 6 };
    expect(gridMove({ row: 3, column: 1 }, 'End', grid, true)).toEqual({ row: 11, column: 5 });
    expect(gridMove({ row: 3, column: 1 }, 'End', grid, false)).toEqual({ row: 3, column: 5 });
    expect(gridMove({ row: 3, column: 1 }, 'a', grid, false)).toBeUndefined();
  });
});
