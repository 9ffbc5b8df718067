import type { AssessmentId } from '@patuh/shared/domain/ids';

import { useDeskState } from './desk-scope.tsx';
import type { Standing } from './lights.ts';
import { standingAt, standingOfAll } from './standings.ts';

export function useStandingOfAll(): Standing {
  return standingOfAll(useDeskState());
}

export function useStandingAt(id: AssessmentId): Standing {
  return standingAt(useDeskState(), id);
}
