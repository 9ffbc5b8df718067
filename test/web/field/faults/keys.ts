import type { Custody } from '@patuh/server/platform/custody/custody';
import type { FieldKeys } from '@patuh/shared/contracts/field-files';
import type { PersonId, TeamId } from '@patuh/shared/domain/ids';

/** As `GET /api/field-keys` gives them to somebody of that team. */
export function keysOf(custody: Custody, person: PersonId, teamId: TeamId): FieldKeys {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    author: base64(custody.authorKey(person)),
    custody: custody.publicKey,
    teams: [{ teamId, key: base64(custody.teamKey(teamId)) }],
  };
}
