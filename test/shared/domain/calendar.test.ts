import { daysBetween, dayIn, daysOf, overlapsIn, standingOn } from '@patuh/shared/domain/calendar';
import { PhaseDays } from '@patuh/shared/domain/period';
import { describe, expect, it } from 'vitest';

const days = (phase: string, startsOn: string, endsOn: string): PhaseDays =>
  PhaseDays.parse({ phase, startsOn, endsOn });

describe('the day it is', () => {
  it('changes at midnight of the province, not of the server', () => {
    const beforeInJayapura = new Date('2026-08-31T14:59:59.999Z');
    const midnightInJayapura = new Date('2026-08-31T15:00:00.000Z');
    expect(dayIn('Asia/Jayapura', beforeInJayapura)).toBe('2026-08-31');
    expect(dayIn('Asia/Jayapura', midnightInJayapura)).toBe('2026-09-01');
    expect(dayIn('Asia/Makassar', midnightInJayapura)).toBe('2026-08-31');
    expect(dayIn('Asia/Makassar', new Date('2026-08-31T16:00:00.000Z'))).toBe('2026-09-01');
    expect(dayIn('Asia/Jakarta', new Date('2026-08-31T16:59:59.999Z'))).toBe('2026-08-31');
    expect(dayIn('Asia/Jakarta', new Date('2026-08-31T17:00:00.000Z'))).toBe('2026-09-01');
  });

  it('is counted across months, years and a leap day', () => {
    expect(daysBetween('2026-08-31', '2026-09-01')).toBe(1);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-09-02', '2026-09-01')).toBe(-1);
  });
});

describe('days left of a phase', () => {
  const calendar = [days('fieldwork', '2026-05-04', '2026-09-30'), days('verification', '2026-08-03', '2026-10-16')];

  it('are none on the last day, which still belongs to the phase', () => {
    expect(standingOn('2026-09-30', calendar).underWay[0]).toEqual({
      phase: 'fieldwork',
      endsOn: '2026-09-30',
      daysLeft: 0,
    });
    expect(standingOn('2026-10-01', calendar).underWay.map(({ phase }) => phase)).toEqual(['verification']);
  });

  it('are told of every phase of the day, as phases overlap', () => {
    expect(standingOn('2026-08-03', calendar).underWay.map(({ phase, daysLeft }) => [phase, daysLeft])).toEqual([
      ['fieldwork', 58],
      ['verification', 74],
    ]);
  });

  it('are those until the next phase where none is under way', () => {
    expect(standingOn('2026-05-01', calendar)).toEqual({
      underWay: [],
      next: { phase: 'fieldwork', startsOn: '2026-05-04', daysUntil: 3 },
    });
    expect(standingOn('2026-10-17', calendar)).toEqual({ underWay: [], next: undefined });
  });
});

describe('days of a province', () => {
  it('win over those of the period, phase by phase, in the order of the phases', () => {
    const everywhere = [
      days('verification', '2026-10-01', '2026-10-31'),
      days('fieldwork', '2026-05-04', '2026-09-30'),
    ];
    const own = [days('fieldwork', '2026-06-01', '2026-09-15')];
    expect(daysOf(everywhere, own)).toEqual([own[0], everywhere[0]]);
  });

  it('end no sooner than they begin', () => {
    const wrong = { phase: 'fieldwork', startsOn: '2026-05-04', endsOn: '2026-05-03' };
    expect(PhaseDays.safeParse(wrong).error?.issues[0]?.path).toEqual(['endsOn']);
    expect(PhaseDays.safeParse({ ...wrong, endsOn: '2026-05-04' }).success).toBe(true);
  });

  it('are said to overlap where a phase begins before an earlier one ends, whichever way they are listed', () => {
    const fieldwork = days('fieldwork', '2026-05-04', '2026-09-30');
    const verification = days('verification', '2026-09-30', '2026-10-16');
    expect(overlapsIn([verification, fieldwork])).toEqual([{ phase: 'verification', earlier: 'fieldwork' }]);
    expect(overlapsIn([fieldwork, days('verification', '2026-10-01', '2026-10-16')])).toEqual([]);
  });
});
