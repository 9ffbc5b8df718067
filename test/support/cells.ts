import type { Answer, Subject } from '@patuh/shared/domain/answer';
import { SubjectId } from '@patuh/shared/domain/assessment';
import type { Cell, FieldValue } from '@patuh/shared/domain/change';
import { ChangeId } from '@patuh/shared/domain/ids';
import { IndicatorId, type Instrument, type UnitKind } from '@patuh/shared/domain/instrument';
import { targetOf } from '@patuh/shared/sync/subjects';

import type { Pick } from './scoring-inputs.ts';

/** Cells of one assessment as the server and the phone hold them. */

export function changeId(number: number): ChangeId {
  return ChangeId.parse(`01930000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`);
}

/** The nth user: ids in the order of their numbers. */
export function userId(number: number): SubjectId {
  return SubjectId.parse(`user-01930000-0000-7000-9000-${number.toString(16).padStart(12, '0')}`);
}

export function aCell(
  where: { readonly indicatorId?: string; readonly subjectId?: string },
  entry: FieldValue,
  { change = 1, others = [] }: { readonly change?: number; readonly others?: readonly FieldValue[] } = {},
): Cell {
  const value = (number: number, said: FieldValue): Cell['current'] => ({
    changeId: changeId(number),
    entry: said,
    by: `Enumerator ${number}`,
    at: '2024-08-01T02:00:00.000Z',
  });
  return {
    indicatorId: where.indicatorId === undefined ? null : IndicatorId.parse(where.indicatorId),
    subjectId: SubjectId.parse(where.subjectId ?? 'unit'),
    current: value(change, entry),
    others: others.map((said, index) => value(change + 1000 + index, said)),
  };
}

export function aLevel(indicatorId: string, subjectId: string, level: number): Cell {
  return aCell({ indicatorId, subjectId }, { field: 'answer', value: { kind: 'level', level } });
}

/** A unit as scoring takes it, as the cells the field would have entered. */
export function cellsOf({
  subjects,
  answers,
}: {
  readonly subjects: readonly Subject[];
  readonly answers: readonly Answer[];
}): readonly Cell[] {
  const entered = [
    ...subjects.map((subject) => [subjectIdOf(subject), undefined, presenceOf(subject)] as const),
    ...subjects.flatMap((subject) => {
      const about = describing(subject);
      return about === undefined ? [] : [[subjectIdOf(subject), undefined, about] as const];
    }),
    ...answers.map(({ indicatorId, subject, value }) => {
      const entry: FieldValue = { field: 'answer', value: { ...value } };
      return ['number' in subject ? subjectIdOf(subject) : 'unit', indicatorId, entry] as const;
    }),
  ];
  return entered.map(([subjectId, indicatorId, entry], index) =>
    aCell(indicatorId === undefined ? { subjectId } : { subjectId, indicatorId }, entry, { change: index + 1 }),
  );
}

/** Every subject the instrument asks for in this kind of unit; posts in any state, products and users there or not. */
export function randomSubjects(instrument: Instrument, unitKind: UnitKind, pick: Pick): readonly Subject[] {
  return instrument.rules.subjects.flatMap(({ subject: kind }) =>
    Array.from({ length: targetOf(instrument, unitKind, kind) }, (_, index): Subject => {
      const number = index + 1;
      const isPost = kind === 'officer' || kind === 'complaint-officer';
      const state = number === 1 ? 0 : pick(isPost ? 5 : 2);
      if (state === 1 && kind !== 'user') return { kind, number, state: 'absent' };
      if (state === 2 && isPost) return { kind, number, state: 'vacant' };
      if (state === 3) return { kind, number, state: 'same-person', sameAs: 1 };
      return { kind, number, state: 'present' };
    }),
  );
}

function subjectIdOf({ kind, number }: { readonly kind: Subject['kind']; readonly number: number }): SubjectId {
  return kind === 'user' ? userId(number) : SubjectId.parse(`${kind}-${number}`);
}

function presenceOf(subject: Subject): FieldValue {
  if (subject.state !== 'same-person') return { field: 'presence', value: { state: subject.state } };
  return { field: 'presence', value: { state: 'same-person', sameAs: subject.sameAs } };
}

function describing({ kind, number }: Subject): FieldValue | undefined {
  if (kind === 'product') return { field: 'name', value: `Produk layanan ${number}` };
  if (kind !== 'user') return undefined;
  const profile = { gender: 'female', ageBand: '26-35', education: 'diploma', work: 'private' } as const;
  return { field: 'profile', value: profile };
}
