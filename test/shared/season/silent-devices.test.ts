import { daysSince, isSilent, type SeasonContact } from '@patuh/shared/season/silent-devices';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOW = Date.parse('2026-11-22T03:00:00.000Z');
const QUIET: SeasonContact = { heardAt: null, waiting: 0, filesWaiting: 0, isNewest: true, unitsBegun: 0 };
const heard = (hoursAgo: number): string => new Date(NOW - hoursAgo * 3_600_000).toISOString();

describe('a device is to be asked about', () => {
  it.each([
    ['not heard from for two days, with answers on it', { heardAt: heard(48), waiting: 3 }, true],
    ['not heard from for two days, with photos on it', { heardAt: heard(48), filesWaiting: 1, isNewest: false }, true],
    ['not heard from for two days, in the middle of a unit', { heardAt: heard(50), unitsBegun: 1 }, true],
    ['laid aside for another one, with nothing on it', { heardAt: heard(500), unitsBegun: 1, isNewest: false }, false],
    ['not heard from since its units were handed in', { heardAt: heard(500) }, false],
    ['heard from yesterday, with answers on it', { heardAt: heard(47), waiting: 300, unitsBegun: 2 }, false],
    ['never heard from, with a unit that was begun', { unitsBegun: 1 }, true],
    ['never heard from, before anything was begun', {}, false],
  ] as const)('%s: %o → %s', (_, contact, silent) => {
    expect(isSilent({ ...QUIET, ...contact }, NOW)).toBe(silent);
  });

  it('once it is silent, stays so until it is heard from', () => {
    const Contact = fc.record({
      heardAt: fc.integer({ min: 0, max: 400 }).map(heard),
      waiting: fc.nat(2),
      filesWaiting: fc.nat(2),
      isNewest: fc.boolean(),
      unitsBegun: fc.nat(2),
    });
    fc.assert(
      fc.property(Contact, fc.nat(10_000_000), (contact, later) => {
        if (isSilent(contact, NOW)) expect(isSilent(contact, NOW + later)).toBe(true);
      }),
    );
  });

  it('counts whole days, and none where a clock is ahead', () => {
    expect([47, 48, 71, 72, -5].map((hours) => daysSince(heard(hours), NOW))).toEqual([1, 2, 2, 3, 0]);
  });
});
