import { findInvolvement } from '@patuh/server/platform/assessments/involvement';
import type { ApiDeps } from '@patuh/server/platform/access';
import { inSnapshot } from '@patuh/server/platform/database';
import type { NextUnit } from '@patuh/shared/contracts/verification';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { findWaiting } from './queries.ts';

/** The unit a verifier takes after this one, and the first again after the last; never one where they collected. */
export async function nextUnit(
  deps: Pick<ApiDeps, 'db'>,
  actor: Actor,
  after: AssessmentId | undefined,
): Promise<NextUnit | null> {
  const provinces = actor.grants.flatMap(({ role, scope }) =>
    role === 'verifier' && scope.kind === 'province' ? [scope.code] : [],
  );
  return await inSnapshot(deps.db, async (db) => {
    const waiting = await findWaiting(db, provinces, actor.personId);
    const from = waiting.findIndex(({ assessmentId }) => assessmentId === after) + 1;
    for (const unit of [...waiting.slice(from), ...waiting.slice(0, from)]) {
      const { assessmentId, unitName, dueOn, mine } = unit;
      if (assessmentId === after) continue;
      const { collected, excepted } = await findInvolvement(db, assessmentId, actor.personId);
      if (collected && !excepted) continue;
      const government = { code: unit.governmentCode, name: unit.governmentName };
      return { assessmentId, unitName, government, dueOn, mine };
    }
    return null;
  });
}
