import type { SubjectId, UserProfile } from '../domain/assessment.ts';
import { canonicalText } from '../publication/canonical.ts';
import { sha256Hex } from '../publication/hash.ts';
import type { Questionnaire } from '../sync/questionnaire.ts';
import type { AnswerEntry } from '../sync/values.ts';

/** One row of the grid of users × questions that is answered to its end. */
export interface Interview {
  readonly subjectId: SubjectId;
  /** One text of all answers; two interviews answered alike have the same. */
  readonly answers: string;
  /** Every question has the same level; from three questions on. */
  readonly isOneLevel: boolean;
  readonly profile: UserProfile | null;
}

/** Of two answers that are the same nothing can be said. */
const FEWEST_QUESTIONS = 3;

/** The complete interviews, in the order of the form: of one that is not, nobody can say what it is like. */
export function interviewsOf({ questions, values }: Pick<Questionnaire, 'questions' | 'values'>): readonly Interview[] {
  const asked = Map.groupBy(
    questions.filter(({ subject }) => subject.kind === 'user'),
    ({ subject }) => subject.id,
  );
  return [...asked].flatMap(([subjectId, own]): Interview[] => {
    const said = own.flatMap(({ indicator, answer }) => (answer === null ? [] : [[indicator.id, answer] as const]));
    if (said.length < own.length) return [];
    return [
      {
        subjectId,
        answers: canonicalText(said.toSorted(([a], [b]) => (a < b ? -1 : 1))),
        isOneLevel: isOneLevel(said.map(([, answer]) => answer)),
        profile: values.profile(subjectId),
      },
    ];
  });
}

function isOneLevel(answers: readonly AnswerEntry[]): boolean {
  const [first] = answers;
  if (answers.length < FEWEST_QUESTIONS || first?.kind !== 'level') return false;
  return answers.every((answer) => answer.kind === 'level' && answer.level === first.level);
}

/**
 * What an interview leaves behind to be found again in another unit: a hash of the answers and the profile. Undefined
 * where it says nothing: nobody's profile, or one level throughout, which many give.
 */
export function interviewPrint({ answers, isOneLevel: same, profile }: Interview): string | undefined {
  if (same || profile === null) return undefined;
  return sha256Hex(canonicalText([answers, { ...profile }]));
}

/** Interviews of another unit of the same assessor that equal some of this one. */
export interface TwinUnit {
  readonly unit: string;
  readonly prints: readonly string[];
}

/** By chance a few people answer alike and are alike; so many of one unit in one other are no chance. */
const FEWEST_TWINS = 5;

/**
 * The interviews of this unit that stand in another one too, with its name: where at least five of them do, each with a
 * twin of its own there.
 */
export function copiedElsewhere(
  own: ReadonlyMap<SubjectId, string>,
  others: readonly TwinUnit[],
): ReadonlyMap<SubjectId, string> {
  const copied = new Map<SubjectId, string>();
  for (const { unit, prints } of others) {
    const left = Map.groupBy(prints, (print) => print);
    const found = [...own].filter(([, print]) => left.get(print)?.pop() !== undefined);
    if (found.length < FEWEST_TWINS) continue;
    for (const [subjectId] of found) if (!copied.has(subjectId)) copied.set(subjectId, unit);
  }
  return copied;
}
