import { instrumentOf } from '@patuh/server/platform/assessments/instruments';
import { findSummaries } from '@patuh/server/platform/assessments/summaries';
import { unitKindName } from '@patuh/server/platform/assessments/view';
import type { Reader } from '@patuh/server/platform/database';
import type { SeasonUnit } from '@patuh/shared/contracts/season';
import type { PeriodId } from '@patuh/shared/domain/ids';
import type { Instrument } from '@patuh/shared/domain/instrument';
import { progressOf } from '@patuh/shared/sync/progress';

import { findContacts, findInstrument, type UnitRow } from './queries.ts';

export type FullUnit = SeasonUnit & { readonly province: string };

/** Units with how far they are, and when their teams were heard from. */
export async function withProgress(
  db: Reader,
  periodId: PeriodId,
  rows: readonly UnitRow[],
): Promise<readonly FullUnit[]> {
  const { instrument } = await instrumentOf(db, await findInstrument(db, periodId));
  const summaries = await findSummaries(
    db,
    rows.flatMap(({ id }) => id ?? []),
  );
  const contacts = await findContacts(db, [...new Set(rows.flatMap(({ teamId }) => teamId ?? []))]);
  return rows.map((row) => {
    const summary = row.id === null ? undefined : summaries.get(row.id);
    const contact = row.teamId === null ? undefined : contacts.get(row.teamId);
    return {
      ...factsOf(row),
      answered: summary?.answered ?? 0,
      expected: summary?.expected ?? expectedOf(instrument, row),
      users: summary?.users ?? 0,
      filesOutstanding: summary === undefined ? 0 : summary.filesNamed - summary.filesHere,
      conflicts: summary?.conflicts ?? 0,
      lastChangeAt: summary?.lastChangeAt?.toISOString() ?? null,
      heardAt: contact?.heardAt?.toISOString() ?? null,
      oldestWaitingAt: contact?.oldestWaitingAt?.toISOString() ?? null,
    };
  });
}

function factsOf(row: UnitRow) {
  return {
    assessmentId: row.id,
    unitName: row.unitName,
    unitKindName: unitKindName(row.unitKind),
    government: { code: row.governmentCode, name: row.governmentName },
    province: row.provinceName,
    team: row.team,
    state: row.state,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    verifier: row.verifier,
    dueOn: row.dueOn,
  };
}

function expectedOf(instrument: Instrument, { unitKind }: UnitRow): number {
  return progressOf(instrument, unitKind, []).expected;
}
