import type { Finding } from '../contracts/checks.ts';
import type { Question, Questionnaire } from '../sync/questionnaire.ts';
import { canonicalText } from '../publication/canonical.ts';
import { warns } from './finding.ts';

/** So many users who agree on every question are worth a second look; satisfied people do agree, so it is no more. */
const ALIKE = 10;

/** Users who answered every question of theirs identically, the largest such group. */
export function answersAlike({ questions }: Questionnaire): readonly Finding[] {
  const groups = Map.groupBy(answersByUser(questions).values(), (answers) => canonicalText(answers));
  const found = Math.max(0, ...[...groups.values()].map((alike) => alike.length));
  if (found < ALIKE) return [];
  const needed = new Set(questions.filter(({ subject }) => subject.kind === 'user').map(({ subject }) => subject.id))
    .size;
  return [warns('answers-alike', { subjectKind: 'user', count: { found, needed } })];
}

/** Only users who answered everything: two empty interviews are not alike, they are empty. */
function answersByUser(questions: readonly Question[]): ReadonlyMap<string, readonly unknown[]> {
  const ofUsers = questions.filter(({ subject }) => subject.kind === 'user');
  const complete = new Map<string, readonly unknown[]>();
  for (const [id, own] of Map.groupBy(ofUsers, ({ subject }) => subject.id)) {
    if (own.every(({ answer }) => answer !== null))
      complete.set(
        id,
        own.map(({ answer }) => answer),
      );
  }
  return complete;
}
