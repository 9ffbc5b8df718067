import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import { interviewsTooFast } from '@patuh/shared/checks/tempo';
import type { Finding } from '@patuh/shared/contracts/checks';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import type { Questionnaire } from '@patuh/shared/sync/questionnaire';
import type { AssessmentSubject } from '@patuh/shared/sync/subjects';
import { useMemo } from 'react';

import { fieldWords } from '../../text/id/field-words.ts';
import { subjectName } from './describe.ts';
import { useAssessment, useCells, useDeskState, useHeader, useQuestionnaire } from './desk-scope.tsx';

/** What a verifier would object to now, by the same checks as the server’s. */
export function useFindings(): readonly Finding[] {
  const { instrument } = useAssessment();
  const { unit, points } = useHeader();
  const cells = useCells();
  const tempo = useTempo();
  const found = useMemo(
    () => checkAssessment({ instrument, unitKind: unit.kind, cells, points, coordinates: unit.coordinates }),
    [instrument, unit.kind, unit.coordinates, cells, points],
  );
  return useMemo(() => [...found, ...tempo], [found, tempo]);
}

/** Interviews that were entered on this device faster than they can be held; only it knows, from its own journal. */
export function useTempo(): readonly Finding[] {
  const assessment = useAssessment();
  const questionnaire = useQuestionnaire();
  const { revision } = useDeskState().journal;
  const edits = useMemo(() => ({ revision, own: assessment.ownEdits() }), [assessment, revision]);
  return useMemo(() => interviewsTooFast(questionnaire, edits.own), [questionnaire, edits]);
}

/** Findings about one subject, or about the unit as a whole. */
export interface FindingGroup {
  readonly key: string;
  readonly title: string;
  /** What concerns the subject itself, one by one. */
  readonly single: readonly Finding[];
  /** Questions without an answer, which are many at the beginning. */
  readonly unanswered: readonly Finding[];
}

export function groupFindings(
  findings: readonly Finding[],
  { subjects }: Pick<Questionnaire, 'subjects'>,
): readonly FindingGroup[] {
  const groups = Map.groupBy(findings, ({ subjectId, subjectKind }) => subjectId ?? subjectKind ?? 'unit');
  return [...groups].map(([key, of]) => ({
    key,
    title: titleOf(
      key,
      subjects.find(({ id }) => id === key),
    ),
    single: of.filter(({ kind }) => kind !== 'missing-answer'),
    unanswered: of.filter(({ kind }) => kind === 'missing-answer'),
  }));
}

function titleOf(key: string, subject: AssessmentSubject | undefined): string {
  if (subject !== undefined) return subjectName(subject);
  return Object.entries(fieldWords.subjects).find(([kind]) => kind === key)?.[1] ?? fieldWords.subjects.unit;
}

/** By id, for the names of indicators. */
export function useIndicators(): ReturnType<typeof indicatorMap> {
  const { instrument } = useAssessment();
  return useMemo(() => indicatorMap(instrument), [instrument]);
}

function indicatorMap({
  tree,
}: Parameters<typeof checkAssessment>[0]['instrument']): ReadonlyMap<string, ReturnType<typeof indicatorsOf>[number]> {
  return new Map(indicatorsOf(tree).map((indicator) => [indicator.id, indicator]));
}
