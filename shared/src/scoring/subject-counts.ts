import { NUMBERED_KINDS, type NumberedKind, type Subject } from '../domain/answer.ts';
import { SUBJECT_KINDS, type UnitKind } from '../domain/instrument.ts';
import type { ScoringPlan } from './compile.ts';
import type { Flag, Missing } from './outcome.ts';
import type { Asked } from './subjects.ts';

/** Kinds with fewer present than their hard minimum: the unit cannot be scored. */
export function tooFewSubjects({ subjectCounts }: ScoringPlan, asked: Asked): readonly Missing[] {
  return subjectCounts.flatMap(({ subject, minimum }): Missing[] => {
    const found = foundOf(asked, subject);
    return found < minimum ? [{ kind: 'too-few-subjects', subject, found, minimum }] : [];
  });
}

/** What must be said beside the score: fewer than the target, vacant posts, absences, one person in two posts. */
export function subjectFlags({ subjectCounts }: ScoringPlan, asked: Asked, unitKind: UnitKind): readonly Flag[] {
  const short = subjectCounts.flatMap(({ subject, target, targetPerUnitKind }): Flag[] => {
    const [found, goal] = [foundOf(asked, subject), targetPerUnitKind?.[unitKind] ?? target];
    return found < goal ? [{ kind: 'fewer-than-target', subject, found, target: goal }] : [];
  });
  if (asked.others.length === 0) return short;
  return [...short, ...asked.others.toSorted(byKindAndNumber).flatMap(flagOf)];
}

/** Present products, which weigh the unit where the instrument counts products. */
export function productsOf(asked: Asked): number {
  return foundOf(asked, 'product');
}

function flagOf(subject: Subject): readonly Flag[] {
  const { kind, number } = subject;
  if (subject.state === 'present') return [];
  if (subject.state !== 'same-person') return [{ kind: subject.state, subject: kind, number }];
  return [{ kind: 'same-person', subject: kind, number, sameAs: subject.sameAs }];
}

function foundOf(asked: Asked, kind: NumberedKind): number {
  return asked.numbers[SUBJECT_KINDS.indexOf(kind)]?.length ?? 0;
}

function byKindAndNumber(a: Subject, b: Subject): number {
  return NUMBERED_KINDS.indexOf(a.kind) - NUMBERED_KINDS.indexOf(b.kind) || a.number - b.number;
}
