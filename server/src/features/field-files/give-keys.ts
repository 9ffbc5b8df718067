import type { ApiDeps } from '@patuh/server/platform/access';
import { teamAssessments } from '@patuh/server/platform/assessments/team';
import type { Custody } from '@patuh/server/platform/custody/custody';
import type { FieldKeys } from '@patuh/shared/contracts/field-files';
import type { Actor } from '@patuh/shared/domain/actor';

/** The keys of a person of the field: their own, and those of the teams in which they may see a unit now. */
export async function giveKeys(
  { db, custody }: Pick<ApiDeps, 'db'> & { readonly custody: Custody },
  actor: Pick<Actor, 'personId' | 'grants'>,
): Promise<FieldKeys> {
  const mine = await teamAssessments(db, actor);
  const teams = [...new Set(mine.map(({ teamId }) => teamId))].toSorted();
  return {
    author: base64(custody.authorKey(actor.personId)),
    custody: custody.publicKey,
    teams: teams.map((teamId) => ({ teamId, key: base64(custody.teamKey(teamId)) })),
  };
}

function base64(key: Uint8Array): string {
  return Buffer.from(key).toString('base64');
}
