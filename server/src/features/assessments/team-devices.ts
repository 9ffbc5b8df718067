import type { ApiDeps } from '@patuh/server/platform/access';
import { teamRoleOf } from '@patuh/server/platform/assessments/team';
import { inSnapshot } from '@patuh/server/platform/database';
import { ProblemError } from '@patuh/server/platform/problem';
import type { TeamDevice } from '@patuh/shared/contracts/assessments';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

import { findTeamDevices } from './queries.ts';

/** The devices of the team, so that nobody hands in what lies on another one unsent. Throws `not-found` outside the team. */
export async function listTeamDevices(
  { db }: Pick<ApiDeps, 'db'>,
  actor: Actor,
  id: AssessmentId,
): Promise<{ readonly devices: TeamDevice[] }> {
  return await inSnapshot(db, async (snapshot) => {
    if ((await teamRoleOf(snapshot, actor, id)) === undefined) throw new ProblemError('not-found');
    const devices = await findTeamDevices(snapshot, id);
    return {
      devices: devices.map(({ lastEditAt, exchangedAt, ...device }) => ({
        ...device,
        lastEditAt: lastEditAt?.toISOString() ?? null,
        exchangedAt: exchangedAt?.toISOString() ?? null,
      })),
    };
  });
}
