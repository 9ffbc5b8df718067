import { SubjectId } from '@patuh/shared/domain/assessment';
import type { ChangeRefusal, FieldValue } from '@patuh/shared/domain/change';
import { IndicatorId, UnitKind } from '@patuh/shared/domain/instrument';
import { indexInstrument, whyNotTake } from '@patuh/shared/sync/legal-change';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cellsOf, randomSubjects, userId } from '../../support/cells.ts';
import { aBranch, anIndicator, anInstrument } from '../../support/instruments.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { answersFor } from '../../support/scoring-inputs.ts';

const HEALTH = UnitKind.parse('health');
const POLICE = UnitKind.parse('polres');
const instrument = instrumentOf(2023);
const USER = userId(1);

const level = (value: number): FieldValue => ({ field: 'answer', value: { kind: 'level', level: value } });
const notApplicable: FieldValue = {
  field: 'answer',
  value: { kind: 'not-applicable', reason: 'Tidak ada layanan ini' },
};
const note: FieldValue = { field: 'note', value: 'Papan dilepas saat renovasi' };
const name: FieldValue = { field: 'name', value: 'Surat keterangan sehat' };
const reason: FieldValue = { field: 'few-users-reason', value: 'Hari libur setempat' };
const profile: FieldValue = {
  field: 'profile',
  value: { gender: 'male', ageBand: '17-25', education: 'primary', work: 'student' },
};
const fromPaper: FieldValue = { field: 'from-paper', value: true };
const presence = (state: 'present' | 'absent' | 'vacant'): FieldValue => ({ field: 'presence', value: { state } });
const sameAs = (number: number): FieldValue => ({ field: 'presence', value: { state: 'same-person', sameAs: number } });

type Case = readonly [
  what: string,
  indicatorId: string | null,
  subjectId: string,
  entry: FieldValue,
  expected: ChangeRefusal | undefined,
];

const CASES: readonly Case[] = [
  ['a level of the unit', 'penjaminan-mutu', 'unit', level(2), undefined],
  ['a level of a product', 'motto', 'product-2', level(0), undefined],
  ['a level of an officer', 'tugas-dan-wewenang', 'officer-4', level(3), undefined],
  ['a level of a complaint officer', 'sarana-pengaduan', 'complaint-officer-1', level(1), undefined],
  ['a level of a user', 'tidak-kompeten', USER, level(3), undefined],
  ['a note', 'motto', 'product-1', note, undefined],
  ['a note that is taken away', 'motto', 'product-1', { field: 'note', value: null }, undefined],
  ['an answer that is taken away', 'motto', 'product-1', { field: 'answer', value: null }, undefined],
  ['not applicable where it may be', 'pelayanan-terpadu', 'product-1', notApplicable, undefined],
  ['not applicable where it may not be', 'motto', 'product-1', notApplicable, 'not-applicable-not-allowed'],
  ['a level above the highest', 'motto', 'product-1', level(4), 'level-out-of-range'],
  ['an indicator of another instrument', 'toilet', 'unit', level(1), 'unknown-indicator'],
  ['a note of an indicator of another instrument', 'toilet', 'unit', note, 'unknown-indicator'],
  ['an answer of the unit to a question about products', 'motto', 'unit', level(1), 'wrong-field'],
  ['an answer of a user to a question for officers', 'tugas-dan-wewenang', USER, level(1), 'wrong-field'],
  ['a third product of a health office', 'motto', 'product-3', level(1), 'unknown-subject'],
  ['a fifth officer', 'tugas-dan-wewenang', 'officer-5', level(1), 'unknown-subject'],
  ['an answer without an indicator', null, 'unit', level(1), 'wrong-field'],
  ['a note about a subject', null, 'product-1', note, 'wrong-field'],
  ['a name at an indicator', 'motto', 'product-1', name, 'wrong-field'],
  ['a presence at an indicator', 'motto', 'product-1', presence('absent'), 'wrong-field'],
  ['the name of a product', null, 'product-1', name, undefined],
  ['the name of an officer', null, 'officer-1', name, 'wrong-field'],
  ['the name of a user', null, USER, name, 'wrong-field'],
  ['the profile of a user', null, USER, profile, undefined],
  ['the profile of an officer', null, 'officer-1', profile, 'wrong-field'],
  ['why there are few users', null, 'unit', reason, undefined],
  ['why there are few users, at a user', null, USER, reason, 'wrong-field'],
  ['a unit whose answers come from paper', null, 'unit', fromPaper, undefined],
  ['an interview whose answers come from paper', null, USER, fromPaper, undefined],
  ['an officer whose answers come from paper', null, 'officer-1', fromPaper, 'wrong-field'],
  ['a product whose answers come from paper', null, 'product-1', fromPaper, 'wrong-field'],
  ['one indicator whose answer comes from paper', 'motto', 'product-1', fromPaper, 'wrong-field'],
  ['the presence of the unit', null, 'unit', presence('absent'), 'wrong-field'],
  ['a vacant post', null, 'officer-2', presence('vacant'), undefined],
  ['an absent officer', null, 'complaint-officer-2', presence('absent'), undefined],
  ['a vacant product', null, 'product-2', presence('vacant'), 'wrong-field'],
  ['a product that is not there', null, 'product-2', presence('absent'), undefined],
  ['a vacant user', null, USER, presence('vacant'), 'wrong-field'],
  ['a broken-off interview', null, USER, presence('absent'), undefined],
  ['one person in two posts', null, 'officer-3', sameAs(1), undefined],
  ['one person in two posts, the other beyond the last', null, 'officer-3', sameAs(5), 'unknown-subject'],
  ['a person who is themself', null, 'officer-3', sameAs(3), 'unknown-subject'],
  ['a user who is another one', null, USER, sameAs(1), 'wrong-field'],
  ['a product that is another one', null, 'product-2', sameAs(1), 'wrong-field'],
];

const why = (
  index: ReturnType<typeof indexInstrument>,
  indicatorId: string | null,
  subjectId: string,
  entry: FieldValue,
) =>
  whyNotTake(index, {
    indicatorId: indicatorId === null ? null : IndicatorId.parse(indicatorId),
    subjectId: SubjectId.parse(subjectId),
    entry,
  });

describe('a change in a health office with the instrument of 2023', () => {
  const index = indexInstrument(instrument, HEALTH);

  it.each(CASES)('%s', (_, indicatorId, subjectId, entry, expected) => {
    expect(why(index, indicatorId, subjectId, entry)).toBe(expected);
  });

  it('may name as many products as the instrument asks for in that kind of unit', () => {
    expect(why(indexInstrument(instrument, POLICE), 'motto', 'product-5', level(1))).toBeUndefined();
    expect(why(indexInstrument(instrument, POLICE), 'motto', 'product-6', level(1))).toBe('unknown-subject');
  });
});

describe('a change with another instrument', () => {
  it('is not taken for what is answered once for the whole government', () => {
    const index = indexInstrument(
      anInstrument([anIndicator('i-unit'), anIndicator('i-gov', { subject: 'government' })]),
      HEALTH,
    );
    expect(why(index, 'i-gov', 'unit', level(1))).toBe('wrong-field');
  });

  it('is not taken for a kind of subject it does not ask', () => {
    const index = indexInstrument(
      anInstrument([aBranch('b', 1, [anIndicator('i-unit')])], { rules: { subjects: [] } }),
      HEALTH,
    );
    expect(why(index, null, USER, presence('present'))).toBe('unknown-subject');
    expect(why(index, null, 'product-1', name)).toBe('unknown-subject');
  });

  it('is always taken when it answers a question that is asked', () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(2021, 2022, 2023, 2025), (gen, year) => {
        const pick = (highest: number): number => gen(fc.nat, highest);
        const ofYear = instrumentOf(year);
        const subjects = randomSubjects(ofYear, HEALTH, pick);
        const index = indexInstrument(ofYear, HEALTH);
        for (const { indicatorId, subjectId, current } of cellsOf({
          subjects,
          answers: answersFor(ofYear, subjects, pick),
        })) {
          expect(whyNotTake(index, { indicatorId, subjectId, entry: current.entry })).toBeUndefined();
        }
      }),
      { numRuns: 20 },
    );
  });
});
