import { UnitKind } from '@patuh/shared/domain/instrument';
import { OFFICER_POSTS, postOf } from '@patuh/shared/sync/posts';
import { nextOpen, progressOf } from '@patuh/shared/sync/progress';
import { sectionHash, sectionsOf } from '@patuh/shared/sync/sections';
import { subjectsOf } from '@patuh/shared/sync/subjects';
import { describe, expect, it } from 'vitest';

import { aCell, aLevel, cellsOf, userId } from '../../support/cells.ts';
import { aBranch, anIndicator, anInstrument } from '../../support/instruments.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { fullUnit, seeded } from '../../support/scoring-inputs.ts';

const HEALTH = UnitKind.parse('health');
const instrument = instrumentOf(2023);
const full = cellsOf(fullUnit(instrument, seeded(7)));
const present = (number: number) =>
  aCell({ subjectId: userId(number) }, { field: 'presence', value: { state: 'present' } });

describe('subjects', () => {
  it('are there before anything is entered: the unit and whom the instrument asks for', () => {
    expect(subjectsOf(instrument, HEALTH, []).map(({ id }) => id)).toEqual([
      'unit',
      'product-1',
      'product-2',
      'officer-1',
      'officer-2',
      'officer-3',
      'officer-4',
      'complaint-officer-1',
      'complaint-officer-2',
    ]);
    expect(subjectsOf(instrument, UnitKind.parse('polres'), []).filter(({ kind }) => kind === 'product')).toHaveLength(
      5,
    );
  });

  it('number users in the order of their ids, whoever arrived first', () => {
    const users = subjectsOf(instrument, HEALTH, [present(9), present(2), present(4)]).filter(
      ({ kind }) => kind === 'user',
    );
    expect(users.map(({ id, number }) => [id, number])).toEqual([
      [userId(2), 1],
      [userId(4), 2],
      [userId(9), 3],
    ]);
  });

  it('hold the four posts of the interview', () => {
    const officers = subjectsOf(instrument, HEALTH, []).filter(({ kind }) => kind === 'officer');
    expect(officers.map(postOf)).toEqual(OFFICER_POSTS);
    expect(postOf({ kind: 'officer', number: 5 })).toBeNull();
    expect(postOf({ kind: 'complaint-officer', number: 1 })).toBeNull();
  });
});

describe('progress', () => {
  it('expects the interviews that are still to be held', () => {
    const { answered, expected, users } = progressOf(instrument, HEALTH, []);
    expect({ answered, expected, users }).toEqual({
      answered: 0,
      expected: 217,
      users: { interviewed: 0, target: 30, minimum: 10 },
    });
  });

  it('expects no more than was held once there is a reason and the minimum', () => {
    const reason = aCell({}, { field: 'few-users-reason', value: 'Hari pasar' });
    const twelve = Array.from({ length: 12 }, (_, index) => present(index + 1));
    expect(progressOf(instrument, HEALTH, twelve).expected).toBe(217);
    expect(progressOf(instrument, HEALTH, [...twelve, reason]).expected).toBe(217 - 18 * 5);
    expect(progressOf(instrument, HEALTH, [...twelve.slice(3), reason]).expected).toBe(217);
  });

  it('adds up from its sections', () => {
    const { bySection } = progressOf(instrument, HEALTH, full.slice(60));
    expect(bySection.map(({ sectionId, expected }) => [sectionId, expected])).toEqual([
      ['kompetensi-pelaksana', 24],
      ['sarana-prasarana', 9],
      ['standar-pelayanan', 22],
      ['persepsi-maladministrasi', 150],
      ['pengelolaan-pengaduan', 12],
    ]);
  });

  it('asks nothing of a vacant post', () => {
    const vacant = aCell({ subjectId: 'officer-2' }, { field: 'presence', value: { state: 'vacant' } });
    expect(progressOf(instrument, HEALTH, [vacant]).expected).toBe(217 - 6);
  });
});

describe('the next open question', () => {
  it('is the first of the first officer, then every question of that officer before the next', () => {
    const first = nextOpen(instrument, HEALTH, []);
    expect(first).toEqual({
      sectionId: 'kompetensi-pelaksana',
      indicatorId: 'komponen-standar-pelayanan',
      subjectId: 'officer-1',
    });
    expect(nextOpen(instrument, HEALTH, [], first)).toMatchObject({
      indicatorId: 'tugas-dan-wewenang',
      subjectId: 'officer-1',
    });
  });

  it('begins again from the front', () => {
    const gap = full.filter(({ indicatorId, subjectId }) => indicatorId !== 'penjaminan-mutu' || subjectId !== 'unit');
    const last = nextOpen(
      instrument,
      HEALTH,
      full.filter(({ subjectId }) => subjectId !== 'complaint-officer-2'),
    );
    expect(last).toMatchObject({ subjectId: 'complaint-officer-2' });
    expect(nextOpen(instrument, HEALTH, gap, last)).toMatchObject({
      indicatorId: 'penjaminan-mutu',
      subjectId: 'unit',
    });
  });

  it('is not there when everything is answered', () => {
    expect(nextOpen(instrument, HEALTH, full)).toBeUndefined();
  });

  it('visits every question once when each is answered as it comes', () => {
    const cells = full.filter(({ indicatorId }) => indicatorId === null);
    let at = nextOpen(instrument, HEALTH, cells);
    let steps = 0;
    while (at !== undefined && steps < 300) {
      cells.push(aLevel(at.indicatorId, at.subjectId, 1));
      at = nextOpen(instrument, HEALTH, cells, at);
      steps += 1;
    }
    expect(steps).toBe(217);
  });
});

describe('sections', () => {
  it('are the branches with indicators, in the order of the tree, under the name of their dimension', () => {
    expect(sectionsOf(instrument).map(({ id, above, indicators }) => [id, above, indicators.length])).toEqual([
      ['kompetensi-pelaksana', ['Input'], 6],
      ['sarana-prasarana', ['Input'], 9],
      ['standar-pelayanan', ['Proses'], 11],
      ['persepsi-maladministrasi', ['Output'], 5],
      ['pengelolaan-pengaduan', ['Pengaduan'], 6],
    ]);
  });

  it('leave out what is answered for the whole government, and hold every other indicator once', () => {
    const mixed = anInstrument([
      anIndicator('i-top'),
      aBranch('b-1', 1, [anIndicator('i-1'), aBranch('b-2', 1, [anIndicator('i-2')], 'variable')]),
      aBranch('b-3', 1, [anIndicator('i-gov', { subject: 'government' })]),
    ]);
    expect(sectionsOf(mixed).map(({ id, indicators }) => [id, indicators.map((indicator) => indicator.id)])).toEqual([
      ['i-top', ['i-top']],
      ['b-1', ['i-1']],
      ['b-2', ['i-2']],
    ]);
  });
});

describe('the hash of a section', () => {
  const [knowledge, , standards, perception] = sectionsOf(instrument);
  const hashes = (cells: typeof full) =>
    [knowledge, standards, perception].map((section) => (section === undefined ? '' : sectionHash(section, cells)));

  it.each([
    ['an answer', aLevel('tugas-dan-wewenang', 'officer-1', 0), 0],
    ['a note', aCell({ indicatorId: 'motto', subjectId: 'product-1' }, { field: 'note', value: 'Baru' }), 1],
    ['a product that gets another name', aCell({ subjectId: 'product-1' }, { field: 'name', value: 'Lain' }), 1],
    [
      'an officer who was not there',
      aCell({ subjectId: 'officer-1' }, { field: 'presence', value: { state: 'absent' } }),
      0,
    ],
    ['one more user', present(31), 2],
    ['why there are few users', aCell({}, { field: 'few-users-reason', value: 'Hari pasar' }), 2],
  ])('changes with %s and only there', (_, cell, at) => {
    const before = hashes(full);
    const after = hashes([...full, cell]);
    expect(before.map((hash, index) => hash !== after[index])).toEqual([0, 1, 2].map((index) => index === at));
  });
});
