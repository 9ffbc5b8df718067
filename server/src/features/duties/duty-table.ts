import type { ApiDeps } from '@patuh/server/platform/access';
import { stateNow } from '@patuh/server/platform/assessments/state';
import { inSnapshot } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { DutyTable } from '@patuh/shared/contracts/duties';
import type { Actor } from '@patuh/shared/domain/actor';

import { mayAssign, whyNotLook } from './policy.ts';
import { type DutiesOf, findPeriod, findPossible, findUnits } from './queries.ts';

/** Who is to verify which unit of the province. Throws `not-found` outside the scope and where there is no such period. */
export async function dutyTable(deps: Pick<ApiDeps, 'db' | 'now'>, actor: Actor, of: DutiesOf): Promise<DutyTable> {
  return await inSnapshot(deps.db, async (db) => {
    const period = await findPeriod(db, of.periodId);
    const unseen = whyNotLook(actor, of.province, period);
    if (period === undefined || unseen !== undefined) throw new ProblemError(unseen ?? 'not-found');
    const units = await findUnits(db, of);
    const ids = units.map(({ assessmentId }) => assessmentId);
    const { verifiers, barred } = await findPossible(db, of.province, ids);
    return {
      period: { id: period.id, name: period.name, reviewDays: period.reviewDays },
      verifiers: [...verifiers],
      units: units.map((unit) => ({
        assessmentId: unit.assessmentId,
        unitName: unit.unitName,
        government: { code: unit.governmentCode, name: unit.governmentName },
        team: unit.team,
        state: stateNow(unit.state, period.clarificationUntil, deps.now()),
        submittedAt: unit.submittedAt?.toISOString() ?? null,
        duty:
          unit.personId === null || unit.personName === null
            ? null
            : { personId: unit.personId, name: unit.personName, dueOn: unit.dueOn },
        barred: [...(barred.get(unit.assessmentId) ?? [])],
      })),
      mayAssign: mayAssign(actor, of.province),
    };
  });
}
