import type { SubjectId } from '../domain/assessment.ts';
import type { IndicatorId, Instrument, UnitKind } from '../domain/instrument.ts';
import { type Question, type Questionnaire, questionnaireOf } from './questionnaire.ts';
import { type Section, sectionsOf } from './sections.ts';
import { type HeldCell, targetOf } from './subjects.ts';

export interface Count {
  readonly answered: number;
  readonly expected: number;
}

export interface Progress extends Count {
  readonly bySection: readonly (Count & { readonly sectionId: string })[];
  readonly users: { readonly interviewed: number; readonly target: number; readonly minimum: number };
}

/**
 * How far an assessment is, in answers. Interviews that are still to be held count as expected, up to the target, until
 * somebody says why there are fewer (and the minimum is reached): 217 of 217 in a full unit of 2023.
 */
export function progressOf(instrument: Instrument, unitKind: UnitKind, cells: readonly HeldCell[]): Progress {
  return progressOn(instrument, unitKind, questionnaireOf(instrument, unitKind, cells));
}

/** The same of what is laid out already. */
export function progressOn(instrument: Instrument, unitKind: UnitKind, questionnaire: Questionnaire): Progress {
  const users = usersOf(instrument, unitKind, questionnaire);
  const outstanding = usersOutstanding(users, questionnaire);
  const bySection = sectionsOf(instrument).map((section) => {
    const here = questionnaire.questions.filter((question) => question.section.id === section.id);
    const toCome = outstanding * section.indicators.filter(({ subject }) => subject === 'user').length;
    const answered = here.filter(({ answer }) => answer !== null).length;
    return { sectionId: section.id, answered, expected: here.length + toCome };
  });
  const total = (pick: (count: Count) => number): number => bySection.reduce((sum, count) => sum + pick(count), 0);
  return { answered: total(({ answered }) => answered), expected: total(({ expected }) => expected), bySection, users };
}

/** How many users were interviewed, against what the instrument asks for in this kind of unit. */
export function usersOf(
  instrument: Instrument,
  unitKind: UnitKind,
  { subjects }: Pick<Questionnaire, 'subjects'>,
): Progress['users'] {
  const interviewed = subjects.filter(({ kind, presence }) => kind === 'user' && presence.state === 'present').length;
  return { interviewed, ...usersAskedOf(instrument, unitKind) };
}

/** How many users the instrument asks for in this kind of unit. */
export function usersAskedOf(
  instrument: Instrument,
  unitKind: UnitKind,
): Pick<Progress['users'], 'target' | 'minimum'> {
  const minimum = instrument.rules.subjects.find(({ subject }) => subject === 'user')?.minimum ?? 0;
  return { target: targetOf(instrument, unitKind, 'user'), minimum };
}

function usersOutstanding(
  { interviewed, target, minimum }: Progress['users'],
  { values }: Pick<Questionnaire, 'values'>,
): number {
  const explained = values.fewUsersReason !== null && interviewed >= minimum;
  return explained ? 0 : Math.max(0, target - interviewed);
}

/** A place in the form. */
export interface QuestionPlace {
  readonly indicatorId: IndicatorId;
  readonly subjectId: SubjectId;
}

export interface OpenQuestion extends QuestionPlace {
  readonly sectionId: Section['id'];
}

/**
 * The next question without an answer after the given place, from the beginning again when the end is reached; undefined
 * when every question is answered. Users who have not been added yet are no question.
 */
export function nextOpen(
  instrument: Instrument,
  unitKind: UnitKind,
  cells: readonly HeldCell[],
  after?: QuestionPlace,
): OpenQuestion | undefined {
  const found = openAmong(questionnaireOf(instrument, unitKind, cells), after);
  if (found === undefined) return undefined;
  return { sectionId: found.section.id, indicatorId: found.indicator.id, subjectId: found.subject.id };
}

/** The same of what is laid out already. */
export function openAmong(
  { questions }: Pick<Questionnaire, 'questions'>,
  after?: QuestionPlace,
): Question | undefined {
  const from = questions.findIndex((question) => isAt(question, after)) + 1;
  return [...questions.slice(from), ...questions.slice(0, from)].find(({ answer }) => answer === null);
}

function isAt({ indicator, subject }: Question, place: QuestionPlace | undefined): boolean {
  return indicator.id === place?.indicatorId && subject.id === place.subjectId;
}
