import type { Finding } from '../contracts/checks.ts';
import type { SubjectId } from '../domain/assessment.ts';
import type { Edit } from '../domain/change.ts';
import type { Question, Questionnaire } from '../sync/questionnaire.ts';
import { warns } from './finding.ts';

/**
 * Assumed, no rule says it: a question for users has 9 to 14 words, which nobody reads aloud and hears answered in less
 * than five seconds. Whoever taps only after the conversation is as fast; so it is a question, and no reproach.
 */
const SECONDS_PER_QUESTION = 5;

/** Two or three answers can follow each other at once. */
const FEWEST_QUESTIONS = 4;

/** What was entered on one device, as its journal holds it. */
export type TimedEdit = Pick<Edit, 'indicatorId' | 'subjectId' | 'entry' | 'base' | 'madeAt'>;

/**
 * Interviews that were entered faster than their questions can be read aloud. Only the time between the first answers
 * of one device counts, so a clock that is wrong by a year finds the same, and mending an answer later makes no interview
 * slower or faster. Nothing is said of an interview whose answers are copied from paper, are not complete, or were
 * partly entered elsewhere.
 */
export function interviewsTooFast(
  { questions, values }: Pick<Questionnaire, 'questions' | 'values'>,
  edits: readonly TimedEdit[],
): readonly Finding[] {
  const times = firstAnswers(edits);
  const interviews = Map.groupBy(
    questions.filter(({ subject }) => subject.kind === 'user'),
    ({ subject }) => subject.id,
  );
  return [...interviews].flatMap(([subjectId, asked]) => {
    const at = asked.flatMap((question) => timeOf(question, times) ?? []);
    if (at.length < asked.length || at.length < FEWEST_QUESTIONS || values.fromPaper(subjectId)) return [];
    const found = Math.floor((Math.max(...at) - Math.min(...at)) / 1_000);
    const needed = (at.length - 1) * SECONDS_PER_QUESTION;
    return found < needed ? [warns('interview-too-fast', { subjectId, count: { found, needed } })] : [];
  });
}

function timeOf({ indicator, subject, answer }: Question, times: ReadonlyMap<string, number>): number | undefined {
  return answer === null ? undefined : times.get(placeOf(indicator.id, subject.id));
}

/** By place, when it was answered first: what replaces something is a correction. */
function firstAnswers(edits: readonly TimedEdit[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { indicatorId, subjectId, entry, base, madeAt } of edits) {
    if (indicatorId === null || entry.field !== 'answer' || base.length > 0) continue;
    const place = placeOf(indicatorId, subjectId);
    times.set(place, Math.min(Date.parse(madeAt), times.get(place) ?? Infinity));
  }
  return times;
}

function placeOf(indicatorId: string, subjectId: SubjectId): string {
  return `${indicatorId}|${subjectId}`;
}
