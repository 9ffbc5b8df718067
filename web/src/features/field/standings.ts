import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { DeskState } from '../../platform/field-store/field-desk.ts';
import { useDesk, useDeskState } from './desk-scope.tsx';
import type { Copies, Standing } from './lights.ts';

/** How all answers of this person on this device stand together. */
export function useStandingOfAll(): Standing {
  const { store } = useDesk();
  return standingOfAll(useDeskState(), store.copies());
}

/** How those of one unit stand. */
export function useStandingAt(id: AssessmentId): Standing {
  const { store } = useDesk();
  return standingAt(useDeskState(), id, store.copies());
}

function standingOfAll({ journal, exchange }: DeskState, copies: Copies): Standing {
  return {
    waiting: journal.waiting,
    waitingSince: undefined,
    refused: journal.refused.length,
    copies,
    receiptFits: exchange.doneAt === undefined ? undefined : true,
    exchangedAt: exchange.doneAt,
  };
}

export function standingAt(state: DeskState, id: AssessmentId, copies: Copies): Standing {
  const { journal } = state;
  return {
    ...standingOfAll(state, copies),
    waiting: journal.waitingAt.get(id) ?? 0,
    refused: journal.refused.filter(({ change }) => change.assessmentId === id).length,
  };
}
