import type { Cell } from '@patuh/shared/domain/change';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { openAmong } from '@patuh/shared/sync/progress';
import type { Question } from '@patuh/shared/sync/questionnaire';

import type { AssessmentHeader } from '../../platform/field-store/field-store.ts';
import { placePath } from './finding-place.ts';
import { isOpen } from './is-open.ts';
import { laidOut, progressIn } from './laid-out.ts';
import { overviewPath, usersPath } from './paths.ts';
import { stepPath, stepsOf } from './steps.ts';

/** Where one goes on in a unit. */
export type GoOn = { readonly href: string } & (
  | { readonly kind: 'question'; readonly question: Question }
  /** So many users are still to be interviewed. */
  | { readonly kind: 'users'; readonly missing: number }
  /** So many points came back and stand open. */
  | { readonly kind: 'points'; readonly count: number }
  /** Nothing is left to enter: one looks through what was entered, from the first page. */
  | { readonly kind: 'look' }
);

/** First what is missing, in the order in which one asks, then what came back. */
export function goOn(header: AssessmentHeader, instrument: Instrument, cells: readonly Cell[]): GoOn {
  const { id, unit, points } = header;
  const questionnaire = laidOut(instrument, unit.kind, cells);
  if (isOpen(header)) {
    const question = openAmong(questionnaire);
    if (question !== undefined) {
      const place = { indicatorId: question.indicator.id, subjectId: question.subject.id };
      return { kind: 'question', question, href: placePath(id, instrument, questionnaire, place) };
    }
    const { answered, expected, users } = progressIn(instrument, unit.kind, cells);
    if (answered < expected) return { kind: 'users', missing: users.target - users.interviewed, href: usersPath(id) };
    const open = points.filter(({ state }) => state === 'open');
    const [first] = open;
    if (first !== undefined) {
      return { kind: 'points', count: open.length, href: placePath(id, instrument, questionnaire, first) };
    }
  }
  const [page] = stepsOf(instrument, questionnaire);
  return { kind: 'look', href: page === undefined ? overviewPath(id) : stepPath(id, page) };
}
