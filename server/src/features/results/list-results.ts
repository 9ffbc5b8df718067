import type { ApiDeps } from '@patuh/server/platform/access';
import { inSnapshot } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { GovernmentResult } from '@patuh/shared/contracts/results';
import type { Actor } from '@patuh/shared/domain/actor';

import { readGovernments } from './government-units.ts';
import { governmentView } from './government-view.ts';
import { resultScope } from './policy.ts';
import type { ResultKey } from './queries.ts';

/** The results of every government the person may see, one per period, newest first. */
export async function listResults(deps: Pick<ApiDeps, 'db' | 'now'>, actor: Actor): Promise<GovernmentResult[]> {
  const governments = await inSnapshot(
    deps.db,
    async (db) => await readGovernments(db, resultScope(actor), { now: deps.now() }),
  );
  return governments.map(governmentView);
}

/** One government in one period. Throws `not-found` where there is none or it is not the person's to see. */
export async function getResult(
  deps: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  only: ResultKey,
): Promise<GovernmentResult> {
  const [found] = await inSnapshot(
    deps.db,
    async (db) => await readGovernments(db, resultScope(actor), { now: deps.now(), only }),
  );
  if (found === undefined) throw new ProblemError('not-found');
  return governmentView(found);
}
