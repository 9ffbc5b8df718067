import type { Finding } from '../contracts/checks.ts';
import type { Question, Questionnaire } from '../sync/questionnaire.ts';
import { CONTRADICTION_PAIRS, type ContradictionPair } from './contradiction-pairs.ts';
import { warns } from './finding.ts';

/**
 * By question: the contradictions with another answer. Of the same kind of subject only the same one is compared: two
 * officers may know different things. What is asked of the unit is compared with every product.
 */
export function contradictionsAt({
  questions,
}: Pick<Questionnaire, 'questions'>): ReadonlyMap<Question, readonly Finding[]> {
  const byIndicator = Map.groupBy(questions, ({ indicator }) => String(indicator.id));
  const found = CONTRADICTION_PAIRS.flatMap((pair) => {
    const others = byIndicator.get(pair.otherIndicatorId) ?? [];
    return (byIndicator.get(pair.indicatorId) ?? []).flatMap((question) => {
      const other = others.find((candidate) => contradict(pair, question, candidate));
      return other === undefined ? [] : [{ question, finding: findingOf(question, other) }];
    });
  });
  return new Map(
    [...Map.groupBy(found, ({ question }) => question)].map(([question, of]) => [
      question,
      of.map(({ finding }) => finding),
    ]),
  );
}

function contradict(pair: ContradictionPair, question: Question, other: Question): boolean {
  if (question.subject.kind === other.subject.kind && question.subject.id !== other.subject.id) return false;
  return isWithin(question, pair.levels) && isWithin(other, pair.otherLevels);
}

function isWithin({ answer }: Question, [lowest, highest]: readonly [number, number]): boolean {
  return answer?.kind === 'level' && answer.level >= lowest && answer.level <= highest;
}

function findingOf({ indicator, subject }: Question, other: Question): Finding {
  return warns('contradiction', {
    indicatorId: indicator.id,
    subjectId: subject.id,
    otherIndicatorId: other.indicator.id,
  });
}
