import type { ReturnedPoint } from '../contracts/assessments.ts';
import type { Finding } from '../contracts/checks.ts';
import type { Cell } from '../domain/change.ts';
import type { Instrument, UnitKind } from '../domain/instrument.ts';
import { questionnaireOf } from '../sync/questionnaire.ts';
import { answersAlike } from './answers-alike.ts';
import { contradictionsAt } from './contradictions.ts';
import { placeFindings } from './places.ts';
import { subjectFindings } from './subjects.ts';

export interface CheckedAssessment {
  readonly instrument: Instrument;
  readonly unitKind: UnitKind;
  readonly cells: readonly Cell[];
  readonly points: readonly ReturnedPoint[];
}

/**
 * Everything a verifier would object to, the same on the phone before submission and in the office: first what concerns
 * the subjects, then every question in the order of the instrument and of the subjects, then the answers as a whole.
 * A unit may be handed in when nothing in the list `blocks`.
 */
export function checkAssessment(assessment: CheckedAssessment): readonly Finding[] {
  const questionnaire = questionnaireOf(assessment.instrument, assessment.unitKind, assessment.cells);
  return [
    ...subjectFindings(assessment, questionnaire),
    ...placeFindings(assessment, questionnaire, contradictionsAt(questionnaire)),
    ...answersAlike(questionnaire),
  ];
}
