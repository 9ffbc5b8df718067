import type { ReturnedPoint } from '../contracts/assessments.ts';
import type { Finding } from '../contracts/checks.ts';
import type { Cell } from '../domain/change.ts';
import type { Indicator } from '../domain/instrument.ts';
import type { Question, Questionnaire } from '../sync/questionnaire.ts';
import { sectionsOf } from '../sync/sections.ts';
import type { CheckedAssessment } from './check-assessment.ts';
import { blocks } from './finding.ts';

type FindingsAt = ReadonlyMap<Question, readonly Finding[]>;

/** What concerns single questions: no answer, two answers, a contradiction, a point the verifier gave back. */
export function placeFindings(
  { instrument, cells, points }: CheckedAssessment,
  { questions }: Questionnaire,
  contradictions: FindingsAt,
): readonly Finding[] {
  const conflicts = openConflicts(cells);
  const open = points.filter(({ state }) => state === 'open');
  const byIndicator = Map.groupBy(questions, ({ indicator }) => indicator.id);
  return sectionsOf(instrument).flatMap(({ indicators }) =>
    indicators.flatMap((indicator) => [
      ...(byIndicator.get(indicator.id) ?? []).flatMap((question) => [
        ...questionFindings(question, conflicts),
        ...(contradictions.get(question) ?? []),
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

function openConflicts(cells: readonly Cell[]): ReadonlySet<string> {
  const open = cells.filter(({ others }) => others.length > 0);
  return new Set(open.map(({ indicatorId, subjectId }) => `${indicatorId ?? ''}|${subjectId}`));
}

function openPoints({ id }: Indicator, open: readonly ReturnedPoint[]): readonly Finding[] {
  return open
    .filter(({ indicatorId }) => indicatorId === id)
    .map(({ indicatorId, subjectId }) => blocks('returned-point-open', { indicatorId, subjectId }));
}
