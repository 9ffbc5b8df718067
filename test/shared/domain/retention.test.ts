import { closedSince, monthsAfter, type PeriodEnd, RETENTION, RETENTION_KINDS } from '@patuh/shared/domain/retention';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOW = new Date('2027-06-01T00:00:00.000Z');
const PUBLISHED = new Date('2026-12-01T00:00:00.000Z');
const season: PeriodEnd = {
  kind: 'season',
  publishedAt: PUBLISHED,
  clarificationUntil: null,
  isBeingCorrected: false,
  endsAt: new Date('2026-11-30T00:00:00.000Z'),
};

describe('the day from which lengths count', () => {
  it.each<[string, Partial<PeriodEnd>, Date | string]>([
    ['is the newest publication of a season', {}, PUBLISHED],
    ['is not there while nothing was published', { publishedAt: null }, 'not-published'],
    ['is not there while the clarification is open', { clarificationUntil: new Date('2027-07-01') }, 'clarification'],
    ['is there once it is over', { clarificationUntil: new Date('2027-05-01') }, PUBLISHED],
    ['is not there while a unit is open again', { isBeingCorrected: true }, 'correction'],
    ['of a comparison is that of its season', { kind: 'comparison' }, PUBLISHED],
    ['of a trial is its end, published or not', { kind: 'trial', publishedAt: null }, season.endsAt],
    ['of a trial is not there before', { kind: 'trial', endsAt: new Date('2027-12-31') }, 'running'],
  ])('%s', (_, end, expected) => {
    expect(closedSince({ ...season, ...end }, NOW)).toEqual(expected);
  });
});

describe('months', () => {
  it('end on the last day of a month that is shorter', () => {
    expect(monthsAfter(new Date('2027-01-31T10:00:00.000Z'), 1)).toEqual(new Date('2027-02-28T10:00:00.000Z'));
  });

  it('never run backwards: later begun, later over', () => {
    const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: -60, max: 240 }), (one, other, months) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        const days = monthsAfter(late, months).getTime() - monthsAfter(early, months).getTime();
        // Several days of a long month may end on the same last day of a short one.
        expect(days).toBeGreaterThanOrEqual(-86_400_000);
      }),
    );
  });
});

describe('the lengths of a new installation', () => {
  it('lie within the bounds of each kind', () => {
    for (const kind of RETENTION_KINDS) {
      const { months, least, most } = RETENTION[kind];
      expect([kind, least <= months && months <= most]).toEqual([kind, true]);
    }
  });
});
