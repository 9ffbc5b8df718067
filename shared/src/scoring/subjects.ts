import { NUMBERED_KINDS, type NumberedKind, type Subject } from '../domain/answer.ts';
import { SUBJECT_KINDS, type SubjectCount, type SubjectKind, type UnitKind } from '../domain/instrument.ts';
import type { ScoringPlan } from './compile.ts';
import type { Flag, Missing, SubjectProblem } from './outcome.ts';

/** Who and what is asked in one unit (or once for a government), and where each answer goes. */
export interface Asked {
  /** By subject kind (index in SUBJECT_KINDS) and number (0 for unit and government): position among those asked. */
  readonly positions: readonly (readonly (number | undefined)[])[];
  /** By subject kind: the numbers asked, ascending. */
  readonly numbers: readonly (readonly number[])[];
  /** By indicator: where its answers start. */
  readonly offsets: readonly number[];
  readonly slots: number;
}

/** More of one kind in one unit is a mistake, not a unit. */
const LARGEST_NUMBER = 9999;

/** What a unit is asked: its indicators for the unit, and for each subject that is present. */
export function askedOfUnit(plan: ScoringPlan, subjects: readonly Subject[]): Asked {
  const present = subjects.filter(({ state }) => state === 'present');
  return layOut(plan, (kind) => {
    if (kind === 'unit') return [0];
    return present.filter((subject) => subject.kind === kind).map(({ number }) => number);
  });
}

/** What is asked once for a whole government. */
export function askedOfGovernment(plan: ScoringPlan): Asked {
  return layOut(plan, (kind) => (kind === 'government' ? [0] : []));
}

function layOut(plan: ScoringPlan, numbersOf: (kind: SubjectKind) => readonly number[]): Asked {
  const numbers = SUBJECT_KINDS.map((kind) => numbersOf(kind).toSorted((a, b) => a - b));
  const positions = numbers.map((ofKind) => {
    const at: (number | undefined)[] = Array.from({ length: (ofKind.at(-1) ?? -1) + 1 });
    for (const [position, number] of ofKind.entries()) at[number] = position;
    return at;
  });
  let slots = 0;
  const offsets = plan.indicators.map(({ kindIndex }) => {
    const offset = slots;
    slots += numbers[kindIndex]?.length ?? 0;
    return offset;
  });
  return { positions, numbers, offsets, slots };
}

/** Subjects that cannot be: numbers, duplicates, kinds that the instrument does not ask, a wrong "same person". */
export function subjectProblems(plan: ScoringPlan, subjects: readonly Subject[]): readonly SubjectProblem[] {
  const asked = new Set<string>(plan.instrument.rules.subjects.map(({ subject }) => subject));
  const seen = new Set<string>();
  const problems: SubjectProblem[] = [];
  for (const subject of subjects) {
    const { kind, number } = subject;
    const add = (problem: 'subject-kind-not-asked' | 'subject-number' | 'duplicate-subject'): void => {
      problems.push({ kind: problem, subject: kind, number });
    };
    if (!asked.has(kind)) add('subject-kind-not-asked');
    if (!Number.isInteger(number) || number < 1 || number > LARGEST_NUMBER) add('subject-number');
    const name = `${kind} ${number}`;
    if (seen.has(name)) add('duplicate-subject');
    seen.add(name);
    if (subject.state === 'same-person' && !isAnotherPerson(subject, subjects)) {
      problems.push({ kind: 'same-person', subject: kind, number, sameAs: subject.sameAs });
    }
  }
  return problems;
}

function isAnotherPerson(subject: Subject & { readonly sameAs: number }, subjects: readonly Subject[]): boolean {
  const other = subjects.find(({ kind, number }) => kind === subject.kind && number === subject.sameAs);
  return other !== undefined && (other.state === 'present' || other.state === 'absent');
}

/** Kinds with fewer present than their hard minimum: the unit cannot be scored. */
export function tooFewSubjects(plan: ScoringPlan, asked: Asked): readonly Missing[] {
  return inOrder(plan).flatMap(({ subject, minimum }): Missing[] => {
    const found = foundOf(asked, subject);
    return found < minimum ? [{ kind: 'too-few-subjects', subject, found, minimum }] : [];
  });
}

/** What must be said beside the score: fewer than the target, vacant posts, absences, one person in two posts. */
export function subjectFlags(
  plan: ScoringPlan,
  asked: Asked,
  { unitKind, subjects }: { readonly unitKind: UnitKind; readonly subjects: readonly Subject[] },
): readonly Flag[] {
  const short = inOrder(plan).flatMap(({ subject, target, targetPerUnitKind }): Flag[] => {
    const [found, goal] = [foundOf(asked, subject), targetPerUnitKind?.[unitKind] ?? target];
    return found < goal ? [{ kind: 'fewer-than-target', subject, found, target: goal }] : [];
  });
  const others = subjects.filter(({ state }) => state !== 'present');
  if (others.length === 0) return short;
  return [...short, ...others.toSorted(byKindAndNumber).flatMap(flagOf)];
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

function inOrder({ instrument }: ScoringPlan): readonly SubjectCount[] {
  return NUMBERED_KINDS.flatMap((kind) => instrument.rules.subjects.filter(({ subject }) => subject === kind));
}

function byKindAndNumber(a: Subject, b: Subject): number {
  return NUMBERED_KINDS.indexOf(a.kind) - NUMBERED_KINDS.indexOf(b.kind) || a.number - b.number;
}
