import { checkAssessment } from '@patuh/shared/checks/check-assessment';
import { useEffect, useState } from 'react';

import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import type { AssessmentHeader } from '../../platform/field-store/field-store.ts';
import { useDesk, useDeskState } from './desk-scope.tsx';
import { inOrderOfWork } from './order-of-work.ts';

/** One unit and how much keeps it from being handed in; undefined as long as its questions are not on this device. */
export interface CheckedUnit {
  readonly header: AssessmentHeader;
  readonly blocking: number | undefined;
}

/** Every unit of the team with its checks, read anew whenever something changed; undefined before the first time. */
export function useCheckedUnits(): readonly CheckedUnit[] | undefined {
  const desk = useDesk();
  const { revision } = useDeskState().journal;
  const [units, setUnits] = useState<readonly CheckedUnit[]>();
  useEffect(() => {
    const visit = { left: false };
    void checkAll(desk).then((checked) => (visit.left ? undefined : setUnits(checked)));
    return () => {
      visit.left = true;
    };
  }, [desk, revision]);
  return units;
}

async function checkAll(desk: FieldDesk): Promise<readonly CheckedUnit[]> {
  const headers = (await desk.store.assessments()).map((header) => ({ header })).toSorted(inOrderOfWork);
  return await Promise.all(headers.map(async ({ header }) => ({ header, blocking: await blockingOf(desk, header) })));
}

async function blockingOf(desk: FieldDesk, { id, unit, points }: AssessmentHeader): Promise<number | undefined> {
  const opened = await desk.open(id);
  if (opened === undefined) return undefined;
  const { instrument } = opened;
  const found = checkAssessment({ instrument, unitKind: unit.kind, cells: opened.cells(), points });
  return found.filter(({ weight }) => weight === 'blocks').length;
}
