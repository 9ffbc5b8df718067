import { describe, expect, it } from 'vitest';

import { isReminderDue, waitsSince } from '../../../web/src/features/field/reminder.ts';

const HOUR = 60 * 60_000;
const NOW = new Date(2026, 10, 22, 16, 45).getTime();
const YEAR = 365 * 24 * HOUR;

describe('the daily reminder', () => {
  it.each<[string, Partial<Parameters<typeof isReminderDue>[0]>, boolean]>([
    ['comes when something waits for more than a day', {}, true],
    ['stays away when nothing waits', { unsentSince: undefined }, false],
    ['stays away in the first day', { unsentSince: NOW - 23 * HOUR }, false],
    ['stays away when a file was made within the day', { fileMadeAt: NOW - HOUR }, false],
    ['comes again a day after the file', { fileMadeAt: NOW - 25 * HOUR }, true],
    ['stays away for today when put away', { awayAt: NOW - 3 * HOUR }, false],
    ['comes again the next morning', { awayAt: NOW - 17 * HOUR }, true],
    ['is not silenced by a file from a clock that was a year ahead', { fileMadeAt: NOW + YEAR }, true],
    ['is not silenced by having been put away by that clock', { awayAt: NOW + YEAR }, true],
    ['does not come because of a moment that is still ahead', { unsentSince: NOW + YEAR }, false],
  ])('%s', (_, known, due) => {
    const remembered = { unsentSince: NOW - 25 * HOUR, fileMadeAt: undefined, awayAt: undefined, ...known };
    expect(isReminderDue(remembered, NOW)).toBe(due);
  });
});

describe('since when something waits', () => {
  it.each<[string, number | undefined, number | undefined, number | undefined]>([
    ['begins when it is first noticed', undefined, NOW - HOUR, NOW],
    ['goes on being the same moment', NOW - 30 * HOUR, NOW - 40 * HOUR, NOW - 30 * HOUR],
    ['ends when everything is sent', NOW - 30 * HOUR, undefined, undefined],
    ['is never longer than the oldest answer that still waits', NOW - 30 * HOUR, NOW - 2 * HOUR, NOW - 2 * HOUR],
    ['begins anew when the clock was a year ahead', NOW + YEAR, NOW + YEAR, NOW],
    ['goes on although an answer claims to be from the future', NOW - 30 * HOUR, NOW + YEAR, NOW - 30 * HOUR],
  ])('%s', (_, remembered, oldest, since) => {
    expect(waitsSince(remembered, oldest, NOW)).toBe(since);
  });

  it('reminds within two days, even if the clock was a year ahead when the answer was given', () => {
    const since = waitsSince(NOW + YEAR, NOW + YEAR, NOW);
    const later = NOW + 25 * HOUR;
    const kept = waitsSince(since, NOW + YEAR, later);
    expect(isReminderDue({ unsentSince: kept, fileMadeAt: undefined, awayAt: undefined }, later)).toBe(true);
  });
});
