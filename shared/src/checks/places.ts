import type { ReturnedPoint } from '../contracts/assessments.ts';
import type { Finding } from '../contracts/checks.ts';
import type { Indicator } from '../domain/instrument.ts';
import type { Question, Questionnaire } from '../sync/questionnaire.ts';
import { sectionsOf } from '../sync/sections.ts';
import type { CheckedAssessment, CheckedCell } from './check-assessment.ts';
import { blocks } from './finding.ts';

type FindingsAt = ReadonlyMap<Question, readonly Finding[]>;

/**
 * What concerns single questions: no answer, two answers, a point the verifier gave back, and what was `found` there by
 * looking at more than the question itself.
 */
export function placeFindings(
  { instrument, cells, points }: CheckedAssessment,
  { questions }: Questionnaire,
  found: readonly FindingsAt[],
): readonly Finding[] {
  const conflicts = openConflicts(cells);
  const open = points.filter(({ state }) => state === 'open');
  const byIndicator = Map.groupBy(questions, ({ indicator }) => indicator.id);
  return sectionsOf(instrument).flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => [
      ...(byIndicator.get(indicator.id) ?? []).flatMap((question) => [
        ...questionFindings(question, conflicts),
        ...found.flatMap((at) => at.get(question) ?? []),
      ]),
      ...openPoints(indicator, open),
    ]),
  );
}

function questionFindings(
  { indicator, subject, answer }: Question,
  conflicts: ReadonlySet<string>,
): readonly Finding[] {
  const place = { indicatorId: indicator.id, subjectId: subject.id };
  return [
    ...(answer === null ? [blocks('missing-answer', place)] : []),
    ...(conflicts.has(`${indicator.id}|${subject.id}`) ? [blocks('conflict-open', place)] : []),
  ];
}

function openConflicts(cells: readonly CheckedCell[]): ReadonlySet<string> {
  const open = cells.filter(({ others }) => others.length > 0);
  return new Set(open.map(({ indicatorId, subjectId }) => `${indicatorId ?? ''}|${subjectId}`));
}

function openPoints({ id }: Indicator, open: readonly ReturnedPoint[]): readonly Finding[] {
  return open
    .filter(({ indicatorId }) => indicatorId === id)
    .map(({ indicatorId, subjectId }) => blocks('returned-point-open', { indicatorId, subjectId }));
}
