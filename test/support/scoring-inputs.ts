import type { Answer, NumberedKind, Subject, SubjectRef } from '@patuh/shared/domain/answer';
import { type Indicator, type Instrument, type TreeNode, UnitKind } from '@patuh/shared/domain/instrument';
import type { UnitInput } from '@patuh/shared/scoring/unit';
import { indicatorsOf } from '@patuh/shared/scoring/weights';

import { aBranch, anIndicator, anInstrument } from './instruments.ts';

/** An integer from 0 to `highest`: from fast-check, or from a seed. */
export type Pick = (highest: number) => number;

export const aUnitKind = UnitKind.parse('dinas-kesehatan');

/** The same numbers from the same seed, in Node and in every browser (mulberry32). */
export function seeded(seed: number): Pick {
  let state = seed;
  return (highest) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % (highest + 1);
  };
}

/** Any tree up to three branches deep, any parts, subjects, maxima and merge rules; one indicator always of the unit. */
export function randomInstrument(pick: Pick): Instrument {
  let serial = 0;
  const levels = ['component', 'dimension', 'variable'];
  const kinds = ['unit', 'product', 'officer', 'complaint-officer', 'user', 'government'] as const;
  const rules = ['mean', 'minimum', 'latest'] as const;
  const indicator = (): Indicator => {
    serial += 1;
    return anIndicator(`i-${serial}`, {
      part: 1 + pick(19),
      maximum: 1 + pick(3),
      subject: kinds[pick(5)] ?? 'unit',
      merge: rules[pick(2)] ?? 'mean',
      notApplicable: pick(2) === 0,
    });
  };
  const grow = (depth: number): TreeNode => {
    if (depth === levels.length || pick(2) === 0) return indicator();
    const children = Array.from({ length: 1 + pick(3) }, () => grow(depth + 1));
    serial += 1;
    return aBranch(`b-${serial}`, 1 + pick(19), children, levels[depth]);
  };
  const tree = [{ ...indicator(), subject: 'unit' as const }, ...Array.from({ length: 1 + pick(3) }, () => grow(0))];
  return anInstrument(tree, {
    rules: { rollUp: { unitWeight: pick(1) === 0 ? 'equal' : 'products', official: false } },
  });
}

/** One to four subjects of each kind, some not present, and an answer to every question; sometimes not applicable. */
export function randomUnit(instrument: Instrument, pick: Pick): UnitInput {
  const subjects = instrument.rules.subjects.flatMap(({ subject: kind }) =>
    Array.from({ length: 1 + pick(3) }, (_, index) => randomSubject(kind, index + 1, pick)),
  );
  return { unitKind: aUnitKind, subjects, answers: answersFor(instrument, subjects, pick) };
}

/** A unit with exactly the target of each kind, as the field plans it: 217 answers with the instrument of 2023. */
export function fullUnit(instrument: Instrument, pick: Pick): UnitInput {
  const subjects = instrument.rules.subjects.flatMap(({ subject: kind, target }) =>
    Array.from({ length: target }, (_, index): Subject => ({ kind, number: index + 1, state: 'present' })),
  );
  return { unitKind: aUnitKind, subjects, answers: answersFor(instrument, subjects, pick, { notApplicable: false }) };
}

/** Answers to what is asked once for the whole government. */
export function randomGovernmentAnswers(instrument: Instrument, pick: Pick): readonly Answer[] {
  return indicatorsOf(instrument.tree)
    .filter(({ subject }) => subject === 'government')
    .map((indicator) => anAnswer(indicator, { kind: 'government' }, pick, true));
}

function randomSubject(kind: NumberedKind, number: number, pick: Pick): Subject {
  const state = number === 1 ? 0 : pick(6);
  if (state === 1) return { kind, number, state: 'vacant' };
  if (state === 2) return { kind, number, state: 'absent' };
  if (state === 3) return { kind, number, state: 'same-person', sameAs: 1 };
  return { kind, number, state: 'present' };
}

/** An answer to every question of the subjects that are present. */
export function answersFor(
  instrument: Instrument,
  subjects: readonly Subject[],
  pick: Pick,
  { notApplicable } = { notApplicable: true },
): readonly Answer[] {
  return indicatorsOf(instrument.tree).flatMap((indicator) =>
    askedFor(indicator, subjects).map((subject) => anAnswer(indicator, subject, pick, notApplicable)),
  );
}

function askedFor({ subject: kind }: Indicator, subjects: readonly Subject[]): readonly SubjectRef[] {
  if (kind === 'government') return [];
  if (kind === 'unit') return [{ kind }];
  return subjects
    .filter((subject) => subject.kind === kind && subject.state === 'present')
    .map(({ number }) => ({ kind, number }));
}

function anAnswer(indicator: Indicator, subject: SubjectRef, pick: Pick, notApplicable: boolean): Answer {
  const { id: indicatorId, maximum } = indicator;
  if (notApplicable && indicator.notApplicable && pick(2) === 0) {
    return { indicatorId, subject, value: { kind: 'not-applicable', reason: 'Tidak ada layanan ini' } };
  }
  return { indicatorId, subject, value: { kind: 'level', level: pick(maximum) } };
}

/** The same items in another order. */
export function shuffled<Item>(items: readonly Item[], pick: Pick): readonly Item[] {
  const rest = [...items];
  return items.map(() => rest.splice(pick(rest.length - 1), 1)[0]).filter((item) => item !== undefined);
}
