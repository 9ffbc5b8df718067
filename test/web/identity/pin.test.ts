import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { pinFault } from '../../../web/src/platform/identity/pin.ts';
import { byClock, counted, NO_TRIES, waitAfter, waitLeft } from '../../../web/src/platform/identity/tries.ts';

describe('a PIN', () => {
  it.each(['111111', '123456', '654321', '012345', '987654', '121212', '123123', '102030', '170845'])(
    '%s is what everybody tries first',
    (pin) => expect(pinFault(pin)).toBe('too-easy'),
  );

  it.each(['290471', '314159', '580213', '135790', '100001'])('%s will do', (pin) => {
    expect(pinFault(pin)).toBeUndefined();
  });

  it.each(['', '12345', '1234567', '12345a', '１２３４５６'])('“%s” is none', (pin) => {
    expect(pinFault(pin)).toBe('not-six-digits');
  });
});

describe('the wait after wrong PINs', () => {
  it('is over after its time by any clock that goes forward, and never longer by one that was turned', () => {
    const clock = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), clock, clock, (wrong, at, now) => {
        const tries = byClock({ wrong, at }, now);
        expect(waitLeft(tries, now)).toBeLessThanOrEqual(waitAfter(wrong));
        expect(waitLeft(byClock(tries, now + waitAfter(wrong)), now + waitAfter(wrong))).toBe(0);
      }),
    );
  });

  it('never becomes shorter with one more wrong PIN', () => {
    let tries = NO_TRIES;
    for (let n = 0; n < 40; n += 1) {
      const next = counted(tries, 0);
      expect(waitLeft(next, 0)).toBeGreaterThanOrEqual(waitLeft(tries, 0));
      tries = next;
    }
  });
});
