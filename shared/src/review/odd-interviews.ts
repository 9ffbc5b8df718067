import { interviewsTooFast, type TimedEdit } from '../checks/tempo.ts';
import type { SubjectId } from '../domain/assessment.ts';
import { INTERVIEW_MARKS, type InterviewMark } from '../domain/review.ts';
import { canonicalText } from '../publication/canonical.ts';
import type { Questionnaire } from '../sync/questionnaire.ts';
import { subjectKindOf } from '../sync/subjects.ts';
import { type Interview, interviewsOf } from './interviews.ts';

/** An interview with what is odd about it. */
export interface OddInterview {
  readonly subjectId: SubjectId;
  /** In the order of `INTERVIEW_MARKS`. */
  readonly marks: readonly InterviewMark[];
  /** The others with the same answers. */
  readonly like: readonly SubjectId[];
  /** The other unit in which it stands too. */
  readonly elsewhere: string | null;
}

export interface HowEntered {
  /** What was entered on each device, as its journal holds it. */
  readonly journals: readonly (readonly TimedEdit[])[];
  /** Of `copiedElsewhere`. */
  readonly elsewhere: ReadonlyMap<SubjectId, string>;
}

/** The interviews worth a second look, in the order of the form; of all others nothing is said. */
export function oddInterviews(
  questionnaire: Pick<Questionnaire, 'questions' | 'values'>,
  { journals, elsewhere }: HowEntered,
): readonly OddInterview[] {
  const interviews = interviewsOf(questionnaire);
  const alike = Map.groupBy(interviews, ({ answers }) => answers);
  const marked = new Map<InterviewMark, ReadonlySet<SubjectId>>([
    ['one-level', idsOf(interviews.filter(({ isOneLevel }) => isOneLevel))],
    ['equal', idsOf(repeated(interviews, ({ answers }) => answers))],
    ['copied', idsOf(repeated(interviews, personAndAnswers))],
    ['copied-elsewhere', new Set(elsewhere.keys())],
    ['too-fast', new Set(journals.flatMap((edits) => tooFast(questionnaire, edits)))],
    ['same-minute', new Set(journals.flatMap((edits) => begunTogether(questionnaire, edits)))],
  ]);
  return interviews.flatMap(({ subjectId, answers }): OddInterview[] => {
    const marks = INTERVIEW_MARKS.filter((mark) => marked.get(mark)?.has(subjectId));
    if (marks.length === 0) return [];
    const like = (alike.get(answers) ?? []).flatMap((other) =>
      other.subjectId === subjectId ? [] : [other.subjectId],
    );
    return [{ subjectId, marks, like, elsewhere: elsewhere.get(subjectId) ?? null }];
  });
}

function idsOf(interviews: readonly Interview[]): ReadonlySet<SubjectId> {
  return new Set(interviews.map(({ subjectId }) => subjectId));
}

/** Those of which another says the same; one level throughout is said by many and is a mark of its own. */
function repeated(interviews: readonly Interview[], textOf: (interview: Interview) => string): readonly Interview[] {
  const telling = interviews.filter(({ isOneLevel }) => !isOneLevel);
  return [...Map.groupBy(telling, textOf).values()].filter((same) => same.length > 1).flat();
}

/** Of somebody whose profile nobody knows nobody can say that it is the same person: such an interview is only itself. */
function personAndAnswers({ subjectId, answers, profile }: Interview): string {
  return canonicalText([answers, profile === null ? subjectId : { ...profile }]);
}

function tooFast(
  questionnaire: Pick<Questionnaire, 'questions' | 'values'>,
  edits: readonly TimedEdit[],
): readonly SubjectId[] {
  return interviewsTooFast(questionnaire, edits).flatMap(({ subjectId }) => subjectId ?? []);
}

const MINUTE = 60_000;

/** Nobody begins two conversations in one minute; what is copied from paper is entered in any order. */
function begunTogether({ values }: Pick<Questionnaire, 'values'>, edits: readonly TimedEdit[]): readonly SubjectId[] {
  const begun = new Map<SubjectId, number>();
  for (const { subjectId, entry, base, madeAt } of edits) {
    if (entry.field !== 'answer' || base.length > 0 || subjectKindOf(subjectId) !== 'user') continue;
    const at = Date.parse(madeAt);
    begun.set(subjectId, Math.min(at, begun.get(subjectId) ?? at));
  }
  const spoken = [...begun].filter(([subjectId]) => !values.fromPaper(subjectId));
  const byMinute = Map.groupBy(spoken, ([, at]) => Math.floor(at / MINUTE));
  return [...byMinute.values()]
    .filter((same) => same.length > 1)
    .flatMap((same) => same.map(([subjectId]) => subjectId));
}
