import type { ReturnedPoint } from '../contracts/assessments.ts';
import type { Finding } from '../contracts/checks.ts';
import type { Instrument, UnitKind } from '../domain/instrument.ts';
import { questionnaireOf } from '../sync/questionnaire.ts';
import type { HeldCell } from '../sync/subjects.ts';
import { withoutWithdrawn } from '../sync/withdrawn.ts';
import { answersAlike } from './answers-alike.ts';
import { contradictionsAt } from './contradictions.ts';
import { missingEvidenceAt, photosAlike } from './evidence.ts';
import { placeFindings } from './places.ts';
import { subjectFindings } from './subjects.ts';
import { visitFindings } from './visits.ts';
import { type Coordinates, farFromUnit } from './whereabouts.ts';

/** A place with its current value, and what else somebody entered there. */
export type CheckedCell = HeldCell & {
  /** When it came to be current; missing of what is only planned. */
  readonly current: { readonly at?: string };
  readonly others: readonly unknown[];
};

export interface CheckedAssessment {
  readonly instrument: Instrument;
  readonly unitKind: UnitKind;
  readonly cells: readonly CheckedCell[];
  readonly points: readonly ReturnedPoint[];
  /** Where the unit is, as far as it was known before. */
  readonly coordinates: Coordinates | null;
}

/**
 * Everything a verifier would object to, the same on the phone before submission and in the office: first what concerns
 * the subjects, then every question in the order of the instrument and of the subjects, then the answers, the evidence and
 * the visit as a whole. A unit may be handed in when nothing in the list `holdsUp`.
 */
export function checkAssessment({ cells, ...rest }: CheckedAssessment): readonly Finding[] {
  const assessment = { ...rest, cells: withoutWithdrawn(cells) };
  const questionnaire = questionnaireOf(assessment.instrument, assessment.unitKind, assessment.cells);
  return [
    ...subjectFindings(assessment, questionnaire),
    ...placeFindings(assessment, questionnaire, [contradictionsAt(questionnaire), missingEvidenceAt(questionnaire)]),
    ...answersAlike(questionnaire),
    ...photosAlike(questionnaire),
    ...farFromUnit(questionnaire, assessment.coordinates),
    ...visitFindings(questionnaire),
  ];
}
