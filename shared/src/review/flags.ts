import { checkAssessment, type CheckedAssessment } from '../checks/check-assessment.ts';
import type { Finding } from '../contracts/checks.ts';
import { type SubjectId, UNIT_SUBJECT } from '../domain/assessment.ts';
import type { IndicatorId } from '../domain/instrument.ts';
import type { ReviewReason } from '../domain/review.ts';
import type { Question, Questionnaire } from '../sync/questionnaire.ts';
import { interviewsOf } from './interviews.ts';
import type { OddInterview } from './odd-interviews.ts';

/**
 * A place as something is recorded about it. Without an indicator it concerns everything asked of the subject, but of the
 * unit nothing: why so few users were interviewed is no answer.
 */
export interface RecordedPlace {
  readonly indicatorId: IndicatorId | null;
  readonly subjectId: SubjectId;
}

/** What happened to the answers on their way here, and what they were before. */
export interface Past {
  /** Where two people entered different things, chosen or not. */
  readonly conflicts: readonly RecordedPlace[];
  /** What came late and was taken in. */
  readonly lateTaken: readonly RecordedPlace[];
  /** What the field entered anew since the unit was first handed in: the lot is known since then. */
  readonly changed: readonly RecordedPlace[];
  readonly lastYear: readonly (RecordedPlace & { readonly level: number | null })[];
}

export interface FlaggedUnit extends CheckedAssessment {
  readonly questionnaire: Questionnaire;
  readonly oddInterviews: readonly OddInterview[];
  readonly past: Past;
}

/** From so many levels on, a difference to last year is looked at: one level is another day. */
export const JUMP_LEVELS = 2;

type IsFlagged = (question: Question) => boolean;

/** Why a question is to be looked at by itself, whatever the score; in no order. */
export function flagsOf(unit: FlaggedUnit): (question: Question) => readonly ReviewReason[] {
  const { points, questionnaire, past, oddInterviews } = unit;
  const odd = (...marks: OddInterview['marks']): IsFlagged => {
    const ids = new Set(
      oddInterviews.filter((one) => one.marks.some((mark) => marks.includes(mark))).map(({ subjectId }) => subjectId),
    );
    return ({ subject }) => ids.has(subject.id);
  };
  const flags: readonly (readonly [ReviewReason, IsFlagged])[] = [
    ['returned', at(points.map((point) => ({ ...point, subjectId: point.subjectId ?? 'any' })))],
    ['late', at(past.lateTaken)],
    ['changed', at(past.changed)],
    ['conflict', at(past.conflicts)],
    ['warning', warnedAt(unit)],
    ['from-paper', ({ subject }) => subject.kind === 'user' && questionnaire.values.fromPaper(subject.id)],
    ['interview-copied', odd('copied', 'copied-elsewhere')],
    ['interview-fast', odd('too-fast')],
    ['jump', jumped(past.lastYear)],
  ];
  return (question) => flags.flatMap(([reason, isFlagged]) => (isFlagged(question) ? [reason] : []));
}

interface Named {
  readonly indicatorId: IndicatorId | null;
  readonly subjectId: SubjectId | 'any';
}

/** Without an indicator every question of the subject is meant, with `any` every subject of the indicator. */
function at(places: readonly Named[]): IsFlagged {
  const named = new Set(
    places
      .filter(({ indicatorId, subjectId }) => indicatorId !== null || subjectId !== UNIT_SUBJECT)
      .map(({ indicatorId, subjectId }) => `${indicatorId ?? 'any'}|${subjectId}`),
  );
  return ({ indicator, subject }) =>
    [`${indicator.id}|${subject.id}`, `any|${subject.id}`, `${indicator.id}|any`].some((name) => named.has(name));
}

function warnedAt(unit: FlaggedUnit): IsFlagged {
  const warnings = checkAssessment(unit).filter(({ weight }) => weight === 'warns');
  return at(warnings.flatMap((warning) => placesOf(warning, unit.questionnaire)));
}

/** Where a warning is to be looked at: its own place, both sides of a contradiction, what a photo proves, who is alike. */
function placesOf(
  { kind, indicatorId, subjectId, otherIndicatorId }: Finding,
  questionnaire: Questionnaire,
): readonly Named[] {
  if (kind === 'answers-alike') return mostAlike(questionnaire).map((id) => ({ indicatorId: null, subjectId: id }));
  if (subjectId === null) return [];
  if (indicatorId === null) {
    const piece = questionnaire.values.evidence.find(({ id }) => id === subjectId)?.piece;
    return piece?.proves ?? [{ indicatorId, subjectId }];
  }
  const own = { indicatorId, subjectId };
  const other = questionnaire.questions.filter(({ indicator }) => indicator.id === otherIndicatorId);
  const same = other.filter(({ subject }) => subject.id === subjectId);
  return [
    own,
    ...(same.length > 0 ? same : other).map(({ indicator, subject }) => ({
      indicatorId: indicator.id,
      subjectId: subject.id,
    })),
  ];
}

/** The largest group of users who answered alike, of whom the checks warn as a whole. */
function mostAlike(questionnaire: Questionnaire): readonly SubjectId[] {
  const groups = Map.groupBy(interviewsOf(questionnaire), ({ answers }) => answers);
  const largest = [...groups.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  return largest.map(({ subjectId }) => subjectId);
}

function jumped(lastYear: Past['lastYear']): IsFlagged {
  const before = new Map(lastYear.map(({ indicatorId, subjectId, level }) => [`${indicatorId}|${subjectId}`, level]));
  return ({ indicator, subject, answer }) => {
    const was = before.get(`${indicator.id}|${subject.id}`) ?? null;
    return was !== null && answer?.kind === 'level' && Math.abs(answer.level - was) >= JUMP_LEVELS;
  };
}
