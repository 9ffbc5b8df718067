import type { Answer, Subject, SubjectRef } from '../domain/answer.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Instrument, UnitKind } from '../domain/instrument.ts';
import { type Questionnaire, questionnaireOf } from './questionnaire.ts';
import type { AssessmentSubject, HeldCell } from './subjects.ts';

/**
 * The assessment as `shared/scoring` takes it. What was entered of a subject that is not asked stays out, and so does a
 * user whose interview does not count; the numbers of the others stay what they are.
 */
export function scoringInput(instrument: Instrument, unitKind: UnitKind, cells: readonly HeldCell[]): ScoringInput {
  return scoringInputOf(questionnaireOf(instrument, unitKind, cells));
}

export interface ScoringInput {
  readonly subjects: readonly Subject[];
  /** Of the questions that have one, in their order. */
  readonly answers: readonly Answer[];
}

/** The same of what is laid out already. */
export function scoringInputOf({ subjects, questions }: Pick<Questionnaire, 'subjects' | 'questions'>): ScoringInput {
  return {
    subjects: subjects.flatMap(scoredSubject),
    answers: questions.flatMap(({ indicator, subject, answer }): Answer[] =>
      answer === null ? [] : [{ indicatorId: indicator.id, subject: subjectRef(subject), value: answer }],
    ),
  };
}

function scoredSubject({ kind, number, presence }: AssessmentSubject): readonly Subject[] {
  if (kind === 'unit' || presence.state === 'withdrawn' || (kind === 'user' && presence.state !== 'present')) return [];
  switch (presence.state) {
    case 'present':
    case 'vacant':
    case 'absent':
      return [{ kind, number, state: presence.state }];
    case 'same-person':
      return [{ kind, number, state: 'same-person', sameAs: presence.sameAs }];
    default:
      return assertNever(presence);
  }
}

function subjectRef({ kind, number }: AssessmentSubject): SubjectRef {
  return kind === 'unit' ? { kind } : { kind, number };
}
