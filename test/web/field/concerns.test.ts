import { describe, expect, it } from 'vitest';

import { concernsOf, type Device, isUrgent } from '../../../web/src/features/field/concerns.ts';

const GOOD: Device = { copies: 2, keeping: 'keeps', room: 'ample', promised: true };

describe('what could become of answers on this device', () => {
  it.each<[string, Partial<Device>, readonly string[]]>([
    ['worries nobody where two copies have room and a promise', {}, []],
    [
      'is only that the page holds them, where nothing is kept',
      { copies: 0, room: 'scarce', promised: false },
      ['not-kept'],
    ],
    ['begins with the private window', { keeping: 'may-not', room: 'scarce' }, ['may-not-keep', 'scarce']],
    ['tells when only answers find room', { room: 'answers-only' }, ['answers-only']],
    [
      'names a single copy and a promise that was refused',
      { copies: 1, promised: false },
      ['one-copy', 'not-promised'],
    ],
    ['does not miss a promise the browser knows nothing of', { promised: undefined }, []],
  ])('%s', (_, known, concerns) => {
    expect(concernsOf({ ...GOOD, ...known })).toEqual(concerns);
  });

  it('is told before the next question where somebody can lose them or run out of room', () => {
    const all = concernsOf({ copies: 1, keeping: 'may-not', room: 'scarce', promised: false });
    expect(all.filter(isUrgent)).toEqual(['may-not-keep', 'scarce']);
  });
});
