import type { ApiDeps } from '@patuh/server/platform/access';
import { teamAssessments } from '@patuh/server/platform/assessments/team';
import { loadAssessmentViews } from '@patuh/server/platform/assessments/view';
import { inSnapshot } from '@patuh/server/platform/database';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId } from '@patuh/shared/domain/ids';

interface Had {
  readonly assessmentId: AssessmentId;
  readonly version: number;
}

/**
 * What the device does not have yet of the assessments of the person's teams, as it stands at one moment. A version is
 * raised under the row lock of its assessment, so nothing that is committed late is ever behind the device's version. A
 * device that is ahead of the server (which came out of a backup) gets the assessment whole.
 */
export async function pullChanges(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Pick<Actor, 'personId' | 'grants'>,
  { have }: { readonly have: readonly Had[] },
): Promise<{ assessments: AssessmentView[]; gone: AssessmentId[] }> {
  const had = new Map(have.map(({ assessmentId, version }) => [assessmentId, version]));
  return await inSnapshot(db, async (snapshot) => {
    const mine = await teamAssessments(snapshot, actor);
    const stale = mine.filter(({ id, version }) => had.get(id) !== version);
    const since = new Map(stale.map(({ id, version }) => [id, sinceOf(had.get(id), version)]));
    const ids = new Set(mine.map(({ id }) => id));
    return {
      assessments: [...(await loadAssessmentViews(snapshot, [...since.keys()], now(), since))],
      gone: [...had.keys()].filter((id) => !ids.has(id)),
    };
  });
}

function sinceOf(had: number | undefined, version: number): number {
  return had === undefined || had > version ? 0 : had;
}
