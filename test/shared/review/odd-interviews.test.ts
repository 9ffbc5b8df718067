import type { TimedEdit } from '@patuh/shared/checks/tempo';
import type { UserProfile } from '@patuh/shared/domain/assessment';
import type { Cell } from '@patuh/shared/domain/change';
import { UnitKind } from '@patuh/shared/domain/instrument';
import { copiedElsewhere, interviewPrint, interviewsOf } from '@patuh/shared/review/interviews';
import { type HowEntered, oddInterviews } from '@patuh/shared/review/odd-interviews';
import { questionnaireOf } from '@patuh/shared/sync/questionnaire';
import { describe, expect, it } from 'vitest';

import { aCell, aLevel, userId } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';

/** Rows of the grid of users × questions that are worth a second look. */

const instrument = instrumentOf(2023);
const QUESTIONS = [
  'penundaan-berlarut',
  'permintaan-imbalan',
  'penyimpangan-prosedur',
  'tidak-kompeten',
  'tidak-patut-diskriminasi',
];
const WOMAN: UserProfile = { gender: 'female', ageBand: '26-35', education: 'diploma', work: 'private' };
const MAN: UserProfile = { ...WOMAN, gender: 'male' };

function row(nth: number, levels: readonly number[], profile: UserProfile = WOMAN): readonly Cell[] {
  return [
    aCell({ subjectId: userId(nth) }, { field: 'profile', value: profile }),
    ...levels.map((level, at) => aLevel(QUESTIONS[at] ?? '', userId(nth), level)),
  ];
}

const laidOut = (cells: readonly Cell[]) => questionnaireOf(instrument, UnitKind.parse('health'), cells);

function marks(cells: readonly Cell[], entered: Partial<HowEntered> = {}): Readonly<Record<string, readonly string[]>> {
  const odd = oddInterviews(laidOut(cells), { journals: [], elsewhere: new Map(), ...entered });
  return Object.fromEntries(odd.map(({ subjectId, marks: of }) => [subjectId, of]));
}

const NOON = Date.parse('2026-08-04T04:00:00.000Z');

/** An interview as a device wrote it down: so many seconds between two answers. */
function journal(nth: number, begin: number, seconds: number): readonly TimedEdit[] {
  return row(nth, [3, 2, 3, 1, nth % 4]).flatMap(({ indicatorId, subjectId, current }, at) =>
    indicatorId === null
      ? []
      : [{ indicatorId, subjectId, entry: current.entry, base: [], madeAt: at_(begin + (at - 1) * seconds) }],
  );
}
function at_(seconds: number): string {
  return new Date(NOON + seconds * 1_000).toISOString();
}

describe('an interview', () => {
  it('like no other has no mark', () => {
    expect(marks([...row(1, [3, 2, 3, 1, 3]), ...row(2, [3, 2, 3, 1, 2])])).toEqual({});
  });

  it('of one level throughout is said to be so, and never to be copied: satisfied people agree', () => {
    const cells = [...row(1, [3, 3, 3, 3, 3]), ...row(2, [3, 3, 3, 3, 3])];
    expect(marks(cells)).toEqual({ [userId(1)]: ['one-level'], [userId(2)]: ['one-level'] });
  });

  it('equal to another one is named with it; of the same profile it may be copied', () => {
    const cells = [...row(1, [3, 2, 3, 1, 0]), ...row(2, [3, 2, 3, 1, 0], MAN), ...row(3, [3, 2, 3, 1, 0])];
    expect(marks(cells)).toEqual({
      [userId(1)]: ['equal', 'copied'],
      [userId(2)]: ['equal'],
      [userId(3)]: ['equal', 'copied'],
    });
    const [first] = oddInterviews(laidOut(cells), { journals: [], elsewhere: new Map() });
    expect(first?.like).toEqual([userId(2), userId(3)]);
  });

  it('that is not complete, or of somebody nobody described, is not said to be copied', () => {
    expect(marks([...row(1, [3, 2, 3]), ...row(2, [3, 2, 3])])).toEqual({});
    const nobody = [...row(1, [3, 2, 3, 1, 0]), ...row(2, [3, 2, 3, 1, 0])].filter(
      ({ current }) => current.entry.field !== 'profile',
    );
    expect(marks(nobody)).toEqual({ [userId(1)]: ['equal'], [userId(2)]: ['equal'] });
  });

  it('entered faster than it can be read, or begun in the minute of another one on the same device, is marked', () => {
    const cells = [1, 2, 3].flatMap((nth) => row(nth, [3, 2, 3, 1, nth]));
    const [quick, slow, later] = [journal(1, 0, 1), journal(2, 30, 20), journal(3, 600, 20)];
    expect(marks(cells, { journals: [[...quick, ...slow, ...later]] })).toEqual({
      [userId(1)]: ['too-fast', 'same-minute'],
      [userId(2)]: ['same-minute'],
    });
    expect(marks(cells, { journals: [quick, slow, later] })).toEqual({ [userId(1)]: ['too-fast'] });
  });

  it('that was taken back is not there any more', () => {
    const cells = [...row(1, [3, 2, 3, 1, 0]), ...row(2, [3, 2, 3, 1, 0])];
    const gone = aCell({ subjectId: userId(2) }, { field: 'presence', value: { state: 'withdrawn' } });
    expect(marks([...cells, gone])).toEqual({});
  });
});

describe('interviews that stand in another unit too', () => {
  const cells = [1, 2, 3, 4, 5, 6].flatMap((nth) => row(nth, [3, 2, 3, nth % 4, 1], nth > 4 ? MAN : WOMAN));
  const prints = new Map(
    interviewsOf(laidOut(cells)).flatMap((interview) => {
      const print = interviewPrint(interview);
      return print === undefined ? [] : [[interview.subjectId, print] as const];
    }),
  );
  const all = [...prints.values()];

  it('are named with it from five on; fewer are chance', () => {
    const found = copiedElsewhere(prints, [{ unit: 'Puskesmas Ba’a', prints: all.slice(0, 5) }]);
    expect([...found]).toEqual([1, 2, 3, 4, 5].map((nth) => [userId(nth), 'Puskesmas Ba’a']));
    expect(copiedElsewhere(prints, [{ unit: 'Puskesmas Ba’a', prints: all.slice(0, 4) }]).size).toBe(0);
  });

  it('each need a twin of their own there', () => {
    const same = [1, 2, 3, 4, 5].flatMap((nth) => row(nth, [3, 2, 3, 1, 0]));
    const own = new Map(interviewsOf(laidOut(same)).map((one) => [one.subjectId, interviewPrint(one) ?? '']));
    const [print] = own.values();
    expect(copiedElsewhere(own, [{ unit: 'Puskesmas Ba’a', prints: [print ?? ''] }]).size).toBe(0);
    expect(copiedElsewhere(own, [{ unit: 'Puskesmas Ba’a', prints: [...own.values()] }]).size).toBe(5);
  });

  it('of one level throughout leave nothing behind', () => {
    const [interview] = interviewsOf(laidOut(row(1, [3, 3, 3, 3, 3])));
    expect(interviewPrint(interview!)).toBeUndefined();
  });
});
