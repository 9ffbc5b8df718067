import type { ApiDeps } from '@patuh/server/platform/access';
import { lastYearOf } from '@patuh/server/platform/assessments/last-year';
import { teamRoleOf } from '@patuh/server/platform/assessments/team';
import { inSnapshot } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { LastYear } from '@patuh/shared/contracts/assessments';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

/** What the same unit was found to be before, for its team. Throws `not-found` outside the team. */
export async function getLastYear(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Actor,
  id: AssessmentId,
): Promise<{ readonly lastYear: LastYear | null }> {
  return await inSnapshot(db, async (snapshot) => {
    if ((await teamRoleOf(snapshot, actor, id)) === undefined) throw new ProblemError('not-found');
    return { lastYear: await lastYearOf(snapshot, id, now()) };
  });
}
