import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { DeskState } from '../../platform/field-store/field-desk.ts';
import { NO_FILES, sumOf } from '../../platform/field-store/files-standing.ts';
import type { Standing } from './lights.ts';

/** How all answers of this person on this device stand together. */
export function standingOfAll(state: DeskState): Standing {
  const { journal, exchange, receipts, copies, carried } = state;
  return {
    waiting: journal.waiting,
    waitingSince: momentOf(journal.since),
    unkept: journal.unkept,
    refused: journal.refused.length,
    copies,
    carried,
    receiptFits: allFit([...receipts.values()], exchange),
    exchangedAt: exchange.doneAt,
    files: sumOf(state.files.at.values()),
  };
}

/** How those of one unit stand. */
export function standingAt(state: DeskState, id: AssessmentId): Standing {
  const { journal, receipts } = state;
  return {
    ...standingOfAll(state),
    waiting: journal.waitingAt.get(id) ?? 0,
    waitingSince: momentOf(journal.sinceAt.get(id)),
    refused: journal.refused.filter(({ change }) => change.assessmentId === id).length,
    receiptFits: receipts.get(id),
    files: state.files.at.get(id) ?? NO_FILES,
  };
}

/** Where there is no unit there is nothing to compare; but then only an exchange of just now proves it. */
function allFit(fits: readonly boolean[], { ending }: DeskState['exchange']): boolean | undefined {
  if (fits.length === 0) return ending?.kind === 'done' ? true : undefined;
  return fits.every(Boolean);
}

function momentOf(iso: string | undefined): number | undefined {
  return iso === undefined ? undefined : Date.parse(iso);
}
