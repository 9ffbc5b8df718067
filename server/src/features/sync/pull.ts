import type { ApiDeps } from '@patuh/server/platform/access';
import { isSameGeneration } from '@patuh/server/platform/assessments/generation';
import { teamAssessments } from '@patuh/server/platform/assessments/team';
import { loadAssessmentViews } from '@patuh/server/platform/assessments/view';
import { inSnapshot, inTransaction } from '@patuh/server/platform/database';
import { againAfterRace } from '@patuh/server/platform/race';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Actor } from '@patuh/shared/domain/actor';
import type { AssessmentId, DeviceId } from '@patuh/shared/domain/ids';

import { findTaken, type PullingDevice, recordContact, type Taken } from './queries.ts';

interface Had {
  readonly assessmentId: AssessmentId;
  readonly version: number;
}

export interface PullInput {
  readonly device: PullingDevice;
  readonly earlier: readonly DeviceId[];
  readonly have: readonly Had[];
}

interface PullAnswer {
  readonly assessments: AssessmentView[];
  readonly whole: AssessmentId[];
  readonly gone: AssessmentId[];
  readonly taken: Taken[];
}

/**
 * What the device does not have yet of the assessments of the person's teams, as it stands at one moment. A version is
 * raised under the row lock of its assessment, so nothing that is committed late is ever behind the device's version. A
 * device that is ahead of the server, or knows it from before a restore, gets the assessment whole. That it asked is noted: it
 * does so after it has sent everything, and the team sees when a device was last heard from.
 */
export async function pullChanges(
  { db, now }: Pick<ApiDeps, 'db' | 'now'>,
  actor: Pick<Actor, 'personId' | 'grants'>,
  { device, earlier, have }: PullInput,
): Promise<PullAnswer> {
  const had = new Map(have.map(({ assessmentId, version }) => [assessmentId, version]));
  await againAfterRace(
    async () =>
      await inTransaction(db, async (trx) => await recordContact(trx, actor.personId, device, { earlier, now: now() })),
  );
  return await inSnapshot(db, async (snapshot) => {
    const mine = await teamAssessments(snapshot, actor);
    const stale = mine.filter(({ id, version }) => had.get(id) !== version);
    const since = new Map(stale.map(({ id, version }) => [id, sinceOf(had.get(id), version)]));
    const ids = new Set(mine.map(({ id }) => id));
    return {
      assessments: [...(await loadAssessmentViews(snapshot, [...since.keys()], now(), since))],
      whole: [...since].filter(([, version]) => version === 0).map(([id]) => id),
      gone: [...had.keys()].filter((id) => !ids.has(id)),
      taken: [...(await findTaken(snapshot, actor.personId, [device.id, ...earlier]))],
    };
  });
}

function sinceOf(had: number | undefined, version: number): number {
  return had === undefined || had > version || !isSameGeneration(had, version) ? 0 : had;
}
