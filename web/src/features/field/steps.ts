import type { SubjectId } from '@patuh/shared/domain/assessment';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import type { Indicator, Instrument } from '@patuh/shared/domain/instrument';
import type { Question, Questionnaire } from '@patuh/shared/sync/questionnaire';
import { type Section, sectionsOf } from '@patuh/shared/sync/sections';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';

import { sectionPath, usersPath } from './paths.ts';

/** One page of the form: a section for one subject, or the interviews of users. */
export type Step =
  | { readonly kind: 'section'; readonly section: Section; readonly subject: AssessmentSubject }
  | { readonly kind: 'users' };

/** Every page in the order in which one goes through a unit; the users, who come when they come, once at their place. */
export function stepsOf(instrument: Instrument, { subjects }: Pick<Questionnaire, 'subjects'>): readonly Step[] {
  const steps = sectionsOf(instrument).flatMap((section): Step[] => {
    const kinds = new Set<string>(section.indicators.map(({ subject }) => subject));
    const pages = subjects
      .filter(({ kind }) => kind !== 'user' && kinds.has(kind))
      .map((subject): Step => ({ kind: 'section', section, subject }));
    return kinds.has('user') ? [...pages, { kind: 'users' }] : pages;
  });
  const firstUsers = steps.findIndex(({ kind }) => kind === 'users');
  return steps.filter(({ kind }, index) => kind !== 'users' || index === firstUsers);
}

export function stepPath(id: AssessmentId, step: Step): string {
  if (step.kind === 'users') return usersPath(id);
  return sectionPath(id, { sectionId: step.section.id, subjectId: step.subject.id });
}

/** The subjects that a section asks, vacant posts among them. */
export function subjectsIn(section: Section, subjects: readonly AssessmentSubject[]): readonly AssessmentSubject[] {
  const kinds = new Set<string>(section.indicators.map(({ subject }) => subject));
  return subjects.filter(({ kind }) => kinds.has(kind));
}

/** The indicators of a section that one subject is asked. */
export function indicatorsFor(section: Section, { kind }: Pick<AssessmentSubject, 'kind'>): readonly Indicator[] {
  return section.indicators.filter(({ subject }) => subject === kind);
}

/** Every indicator that users are asked, over all sections. */
export function userIndicators(instrument: Instrument): readonly Indicator[] {
  return sectionsOf(instrument).flatMap(({ indicators }) => indicators.filter(({ subject }) => subject === 'user'));
}

export interface Count {
  readonly answered: number;
  readonly expected: number;
}

/** How many questions of a page are answered. */
export function countAt(
  { questions }: Pick<Questionnaire, 'questions'>,
  subjectId: SubjectId,
  sectionId?: string,
): Count {
  const here = questions.filter(
    ({ subject, section }) => subject.id === subjectId && (sectionId === undefined || section.id === sectionId),
  );
  return { answered: here.filter(isAnswered).length, expected: here.length };
}

function isAnswered({ answer }: Question): boolean {
  return answer !== null;
}
