import type { Answer, AnswerValue, SubjectRef } from '../domain/answer.ts';
import type { Indicator, SubjectKind } from '../domain/instrument.ts';
import type { PlannedIndicator, ScoringPlan } from './compile.ts';
import type { AnswerProblem, Missing } from './outcome.ts';
import { type Asked, NOT_ASKED } from './subjects.ts';

/** One cell per question: 0 unanswered, NOT_APPLICABLE, else the level plus 1. */
export interface Collected {
  readonly cells: Uint8Array;
  /** Why a cell is not applicable. */
  readonly reasons: ReadonlyMap<number, string>;
  readonly answered: number;
  readonly problems: readonly AnswerProblem[];
}

export const NOT_APPLICABLE = 255;
const REFUSED = 0;

/** Puts every answer into its cell; the order of the answers does not matter. */
export function collect(plan: ScoringPlan, asked: Asked, answers: readonly Answer[]): Collected {
  const cells = new Uint8Array(asked.slots);
  const reasons = new Map<number, string>();
  const problems: AnswerProblem[] = [];
  let answered = 0;
  for (const answer of answers) {
    const planned = plan.byId.get(answer.indicatorId);
    const position = planned === undefined ? NOT_ASKED : positionOf(planned, asked, answer.subject);
    const mark = planned === undefined ? REFUSED : markOf(planned.indicator, answer.value);
    if (planned === undefined || position === NOT_ASKED || mark === REFUSED) {
      problems.push(problemOf(planned?.indicator, position, answer));
      continue;
    }
    const cell = (asked.offsets[planned.index] ?? 0) + position;
    if (cells[cell] !== 0) {
      problems.push({ kind: 'duplicate-answer', indicatorId: planned.indicator.id, subject: answer.subject });
      continue;
    }
    cells[cell] = mark;
    answered += 1;
    if (mark === NOT_APPLICABLE && answer.value.kind === 'not-applicable') reasons.set(cell, answer.value.reason);
  }
  return { cells, reasons, answered, problems };
}

/** The questions without an answer, in the order of the tree and of the subjects. */
export function missingAnswers(plan: ScoringPlan, asked: Asked, { cells, answered }: Collected): readonly Missing[] {
  if (answered === asked.slots) return [];
  return plan.indicators.flatMap(({ index, kindIndex, indicator }) => {
    const offset = asked.offsets[index] ?? 0;
    return (asked.numbers[kindIndex] ?? []).flatMap((number, position): Missing[] => {
      if (cells[offset + position] !== 0) return [];
      return [{ kind: 'answer', indicatorId: indicator.id, subject: subjectOf(indicator.subject, number) }];
    });
  });
}

function positionOf(planned: PlannedIndicator, asked: Asked, subject: SubjectRef): number {
  if (subject.kind !== planned.indicator.subject) return NOT_ASKED;
  return asked.positions[planned.kindIndex]?.['number' in subject ? subject.number : 0] ?? NOT_ASKED;
}

function markOf({ maximum, notApplicable }: Indicator, value: AnswerValue): number {
  if (value.kind === 'level') {
    const { level } = value;
    return Number.isInteger(level) && level >= 0 && level <= maximum ? level + 1 : REFUSED;
  }
  return notApplicable && value.reason.trim() !== '' ? NOT_APPLICABLE : REFUSED;
}

function problemOf(indicator: Indicator | undefined, position: number, answer: Answer): AnswerProblem {
  const { indicatorId, subject, value } = answer;
  if (indicator === undefined) return { kind: 'unknown-indicator', indicatorId };
  if (subject.kind !== indicator.subject) {
    return { kind: 'wrong-subject-kind', indicatorId, subject, expected: indicator.subject };
  }
  if (position === NOT_ASKED) return { kind: 'subject-not-asked', indicatorId, subject };
  if (value.kind === 'level') {
    return { kind: 'level', indicatorId, subject, level: value.level, maximum: indicator.maximum };
  }
  return { kind: indicator.notApplicable ? 'reason-missing' : 'not-applicable-refused', indicatorId, subject };
}

function subjectOf(kind: SubjectKind, number: number): SubjectRef {
  if (kind === 'unit' || kind === 'government') return { kind };
  return { kind, number };
}
