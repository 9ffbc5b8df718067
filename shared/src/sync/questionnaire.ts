import type { AnswerEntry, CurrentValues } from './values.ts';
import type { Indicator, Instrument, UnitKind } from '../domain/instrument.ts';
import { type Section, sectionsOf } from './sections.ts';
import { type AssessmentSubject, type HeldCell, subjectsOf } from './subjects.ts';
import { currentValues } from './values.ts';

/** One question: an indicator asked of one subject. */
export interface Question {
  readonly section: Section;
  readonly indicator: Indicator;
  readonly subject: AssessmentSubject;
  /** Null while it is open. */
  readonly answer: AnswerEntry | null;
}

/** An assessment laid out: who is there, what was entered, and every question. */
export interface Questionnaire {
  readonly subjects: readonly AssessmentSubject[];
  readonly values: CurrentValues;
  /** Every question that expects an answer, by section, by subject, by indicator: the order in which one asks. */
  readonly questions: readonly Question[];
}

/** Lays an assessment out. A subject that is vacant, absent or the same person as another is asked nothing. */
export function questionnaireOf(instrument: Instrument, unitKind: UnitKind, cells: readonly HeldCell[]): Questionnaire {
  const values = currentValues(cells);
  const subjects = subjectsOf(instrument, unitKind, cells);
  const asked = subjects.filter(({ presence }) => presence.state === 'present');
  const questions = sectionsOf(instrument).flatMap((section) =>
    asked.flatMap((subject) =>
      section.indicators
        .filter((indicator) => indicator.subject === subject.kind)
        .map((indicator) => ({ section, indicator, subject, answer: values.answer(indicator.id, subject.id) })),
    ),
  );
  return { subjects, values, questions };
}
