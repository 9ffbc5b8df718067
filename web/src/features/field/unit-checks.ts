import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import { holdsUp } from '@patuh/shared/checks/explained';
import { interviewsTooFast } from '@patuh/shared/checks/tempo';

import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import type { AssessmentHeader } from '../../platform/field-store/field-store.ts';
import { laidOut } from './laid-out.ts';
import { inOrderOfWork } from './order-of-work.ts';

/** One unit and how much keeps it from being handed in; undefined as long as its questions are not on this device. */
export interface CheckedUnit {
  readonly header: AssessmentHeader;
  readonly blocking: number | undefined;
}

/** Every unit of the team with its checks. */
export async function checkedUnits(desk: FieldDesk): Promise<readonly CheckedUnit[]> {
  const headers = (await desk.store.assessments()).map((header) => ({ header })).toSorted(inOrderOfWork);
  return await Promise.all(headers.map(async ({ header }) => ({ header, blocking: await blockingOf(desk, header) })));
}

async function blockingOf(desk: FieldDesk, { id, unit, points }: AssessmentHeader): Promise<number | undefined> {
  const opened = await desk.open(id);
  if (opened === undefined) return undefined;
  const { instrument } = opened;
  const cells = opened.cells();
  const questionnaire = laidOut(instrument, unit.kind, cells);
  const found = [
    ...checkAssessment({ instrument, unitKind: unit.kind, cells, points, coordinates: unit.coordinates }),
    ...interviewsTooFast(questionnaire, opened.ownEdits()),
  ];
  return found.filter((finding) => holdsUp(finding, questionnaire.values)).length;
}
