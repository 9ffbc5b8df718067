import type { Progress } from '@patuh/shared/sync/progress';

import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import type { AssessmentHeader } from '../../platform/field-store/field-store.ts';
import { progressIn } from './laid-out.ts';
import { goOn, type GoOn } from './go-on.ts';
import { inOrderOfWork } from './order-of-work.ts';
import { useStored } from './use-stored.ts';

/** One unit of the team in the list. */
export interface UnitRow {
  readonly header: AssessmentHeader;
  /** Undefined until its instrument is on this device. */
  readonly progress: Progress | undefined;
  readonly next: GoOn | undefined;
  readonly openPoints: number;
  readonly conflicts: number;
}

/** The rows; undefined before they were read the first time. */
export function useUnitRows(): readonly UnitRow[] | undefined {
  return useStored(readRows);
}

async function readRows(desk: FieldDesk): Promise<readonly UnitRow[]> {
  const headers = await desk.store.assessments();
  const rows = await Promise.all(headers.map(async (header) => await readRow(desk, header)));
  return rows.toSorted(inOrderOfWork);
}

async function readRow(desk: FieldDesk, header: AssessmentHeader): Promise<UnitRow> {
  const opened = await desk.open(header.id);
  const cells = opened?.cells() ?? [];
  return {
    header,
    progress: opened === undefined ? undefined : progressIn(opened.instrument, header.unit.kind, cells),
    next: opened === undefined ? undefined : goOn(header, opened.instrument, cells),
    openPoints: header.points.filter(({ state }) => state === 'open').length,
    conflicts: cells.filter(({ others }) => others.length > 0).length,
  };
}
