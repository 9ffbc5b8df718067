import type { Subject } from '../domain/answer.ts';
import { SUBJECT_KINDS } from '../domain/instrument.ts';
import type { ScoringPlan } from './compile.ts';
import type { SubjectProblem } from './outcome.ts';

/** Who and what is asked in one unit (or once for a government), and where each answer goes. */
export interface Asked {
  /** By subject kind (index in SUBJECT_KINDS) and number (0 for unit and government): position, or NOT_ASKED. */
  readonly positions: readonly (readonly number[])[];
  /** By subject kind: the numbers asked, ascending. */
  readonly numbers: readonly (readonly number[])[];
  /** By indicator: where its answers start. */
  readonly offsets: readonly number[];
  readonly slots: number;
  /** Subjects that are not asked. */
  readonly others: readonly Subject[];
  readonly problems: readonly SubjectProblem[];
}

/** More of one kind in one unit is a mistake, not a unit. */
const LARGEST_NUMBER = 9999;

export const NOT_ASKED = -1;

// Numbers and not words, and no holes: this runs for every subject of every unit.
const [NOBODY, PRESENT, NOT_PRESENT] = [0, 1, 2];
const KIND_INDEX = new Map<string, number>(SUBJECT_KINDS.map((kind, index) => [kind, index]));

/** What a unit is asked: its indicators for the unit, and for each subject that is present; and who cannot be. */
export function askedOfUnit(plan: ScoringPlan, subjects: readonly Subject[]): Asked {
  const places = SUBJECT_KINDS.map((kind) => (kind === 'unit' ? [PRESENT] : [NOBODY]));
  const others: Subject[] = [];
  const problems: SubjectProblem[] = [];
  for (const subject of subjects) {
    const ofKind = places[KIND_INDEX.get(subject.kind) ?? 0] ?? [];
    const problem = problemOf(plan, subject, ofKind);
    if (problem !== undefined) {
      problems.push({ kind: problem, subject: subject.kind, number: subject.number });
      continue;
    }
    while (ofKind.length <= subject.number) ofKind.push(NOBODY);
    ofKind[subject.number] = subject.state === 'present' ? PRESENT : NOT_PRESENT;
    if (subject.state !== 'present') others.push(subject);
  }
  return { ...layOut(plan, places), others, problems: [...problems, ...samePersonProblems(others, subjects)] };
}

/** What is asked once for a whole government. */
export function askedOfGovernment(plan: ScoringPlan): Asked {
  const places = SUBJECT_KINDS.map((kind) => (kind === 'government' ? [PRESENT] : [NOBODY]));
  return { ...layOut(plan, places), others: [], problems: [] };
}

function layOut(
  plan: ScoringPlan,
  places: readonly (readonly number[])[],
): Pick<Asked, 'positions' | 'numbers' | 'offsets' | 'slots'> {
  const positions: number[][] = [];
  const numbers: number[][] = [];
  for (const ofKind of places) {
    const [at, asked]: [number[], number[]] = [[], []];
    for (let number = 0; number < ofKind.length; number += 1) {
      const isAsked = ofKind[number] === PRESENT;
      at.push(isAsked ? asked.length : NOT_ASKED);
      if (isAsked) asked.push(number);
    }
    positions.push(at);
    numbers.push(asked);
  }
  let slots = 0;
  const offsets: number[] = [];
  for (const { kindIndex } of plan.indicators) {
    offsets.push(slots);
    slots += numbers[kindIndex]?.length ?? 0;
  }
  return { positions, numbers, offsets, slots };
}

function problemOf(
  plan: ScoringPlan,
  { kind, number }: Subject,
  places: readonly number[],
): 'subject-kind-not-asked' | 'subject-number' | 'duplicate-subject' | undefined {
  if (!plan.countedKinds.has(kind)) return 'subject-kind-not-asked';
  if (!Number.isInteger(number) || number < 1 || number > LARGEST_NUMBER) return 'subject-number';
  return (places[number] ?? NOBODY) === NOBODY ? undefined : 'duplicate-subject';
}

/** "The same person" must be somebody: another post of the same kind that is held, interviewed or absent. */
function samePersonProblems(others: readonly Subject[], subjects: readonly Subject[]): readonly SubjectProblem[] {
  return others.flatMap((subject): SubjectProblem[] => {
    if (subject.state !== 'same-person') return [];
    const { kind, number, sameAs } = subject;
    const held = subjects.some(
      (other) =>
        other.kind === kind && other.number === sameAs && (other.state === 'present' || other.state === 'absent'),
    );
    return held ? [] : [{ kind: 'same-person', subject: kind, number, sameAs }];
  });
}
