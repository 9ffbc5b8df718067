import { AT_REST, type Doing, isQuiet, mayTakeOver } from '@patuh/web/platform/app-update/update-moment';
import { describe, expect, it } from 'vitest';

const RESTING: Doing = { typing: false, saving: false, asked: false, hidden: false, untouched: AT_REST };

describe('the moment of a new version', () => {
  it('comes when nobody has touched the page for a while', () => {
    expect(mayTakeOver(RESTING)).toBe(true);
    expect(mayTakeOver({ ...RESTING, untouched: AT_REST - 1 })).toBe(false);
  });

  it('comes when the page is put away, and when nobody touched it since it was opened', () => {
    expect(mayTakeOver({ ...RESTING, untouched: 0, hidden: true })).toBe(true);
    expect(mayTakeOver({ ...RESTING, untouched: Number.POSITIVE_INFINITY })).toBe(true);
  });

  it.each([
    ['while somebody types', { typing: true }],
    ['while something is being saved', { saving: true }],
    ['while a question stands open', { asked: true }],
  ] as const)('never comes %s, however long and whether seen or not', (_when, doing) => {
    for (const hidden of [true, false]) {
      const now = { ...RESTING, ...doing, hidden, untouched: Number.POSITIVE_INFINITY };
      expect(mayTakeOver(now)).toBe(false);
      expect(isQuiet(now)).toBe(false);
    }
  });
});
