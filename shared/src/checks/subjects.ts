import type { Finding } from '../contracts/checks.ts';
import { NUMBERED_KINDS } from '../domain/answer.ts';
import { usersOf } from '../sync/progress.ts';
import { type AssessmentSubject, targetOf } from '../sync/subjects.ts';
import type { Questionnaire } from '../sync/questionnaire.ts';
import type { CheckedAssessment, CheckedCell } from './check-assessment.ts';
import { blocks, remark } from './finding.ts';

/** What concerns the subjects themselves: too few of a kind, and what each of them lacks. */
export function subjectFindings(assessment: CheckedAssessment, questionnaire: Questionnaire): readonly Finding[] {
  const { subjects } = questionnaire;
  const byKind = Map.groupBy(subjects, ({ kind }) => kind);
  const about = (kind: AssessmentSubject['kind']): readonly Finding[] =>
    (byKind.get(kind) ?? []).flatMap((subject) => [
      ...conflictsAbout(subject, assessment.cells),
      ...lackOf(subject, subjects, assessment),
    ]);
  return [
    ...about('unit'),
    ...NUMBERED_KINDS.flatMap((kind) => [
      ...(kind === 'user' ? userCount(assessment, questionnaire) : subjectCount(assessment, subjects, kind)),
      ...about(kind),
    ]),
  ];
}

function subjectCount(
  { instrument, unitKind }: CheckedAssessment,
  subjects: readonly AssessmentSubject[],
  kind: 'product' | 'officer' | 'complaint-officer',
): readonly Finding[] {
  const found = subjects.filter((subject) => subject.kind === kind && subject.presence.state === 'present').length;
  const minimum = instrument.rules.subjects.find(({ subject }) => subject === kind)?.minimum ?? 0;
  const target = targetOf(instrument, unitKind, kind);
  if (found < minimum) return [blocks('too-few-subjects', { subjectKind: kind, count: { found, needed: minimum } })];
  if (found < target) return [remark('too-few-subjects', { subjectKind: kind, count: { found, needed: target } })];
  return [];
}

function userCount({ instrument, unitKind }: CheckedAssessment, questionnaire: Questionnaire): readonly Finding[] {
  const { interviewed: found, target, minimum } = usersOf(instrument, unitKind, questionnaire);
  const subjectKind = 'user';
  if (found < minimum) return [blocks('too-few-users', { subjectKind, count: { found, needed: minimum } })];
  if (found >= target) return [];
  const count = { found, needed: target };
  const fewer = remark('fewer-users-than-target', { subjectKind, count });
  if (questionnaire.values.fewUsersReason !== null) return [fewer];
  return [fewer, blocks('few-users-without-reason', { subjectKind, count })];
}

/** Two people entered different things about the subject itself. */
function conflictsAbout({ id }: AssessmentSubject, cells: readonly CheckedCell[]): readonly Finding[] {
  return cells
    .filter(({ indicatorId, subjectId, others }) => indicatorId === null && subjectId === id && others.length > 0)
    .toSorted((a, b) => (a.current.entry.field < b.current.entry.field ? -1 : 1))
    .map(() => blocks('conflict-open', { subjectId: id }));
}

function lackOf(
  subject: AssessmentSubject,
  all: readonly AssessmentSubject[],
  assessment: CheckedAssessment,
): readonly Finding[] {
  const { id, kind, presence, name, profile } = subject;
  if (presence.state === 'same-person')
    return isSomebody(subject, all) ? [] : [blocks('same-person-unknown', { subjectId: id })];
  if (presence.state !== 'present') return [];
  if (kind === 'product' && name === null) return [blocks('missing-product-name', { subjectId: id })];
  if (kind === 'user' && profile === null && !wasHandedIn(id, assessment))
    return [blocks('missing-profile', { subjectId: id })];
  return [];
}

/**
 * A unit is given back only after it was handed in, and then with every profile: what is missing of those who were in it was
 * taken away since, because its time was over, and nobody can enter it a second time.
 */
function wasHandedIn(id: AssessmentSubject['id'], { cells, points }: CheckedAssessment): boolean {
  return cells.some(
    ({ subjectId, current: { at } }) =>
      subjectId === id && at !== undefined && points.some(({ returnedAt }) => at < returnedAt),
  );
}

/** “The same person as” must lead to a post that is held, by somebody interviewed or absent: not vacant, not a circle. */
function isSomebody({ kind, presence }: AssessmentSubject, all: readonly AssessmentSubject[]): boolean {
  if (presence.state !== 'same-person') return false;
  const other = all.find((subject) => subject.kind === kind && subject.number === presence.sameAs);
  return other?.presence.state === 'present' || other?.presence.state === 'absent';
}
