import type { CustodyLock, FieldFile, FieldKeys } from '@patuh/shared/contracts/field-files';
import type { Change } from '@patuh/shared/domain/change';
import { type AssessmentId, type DeviceId, FieldFileId, type PersonId, type TeamId } from '@patuh/shared/domain/ids';
import { proofOf } from '@patuh/shared/sync/proof';
import { v4 } from 'uuid';

import { lockForOffice } from '../vault/custody.ts';
import { newDataKey } from '../vault/data-key.ts';
import { fromBase64, seal, sealingKey, toBase64 } from '../vault/seal.ts';

/** What a file is made of where the store of its author is open. */
export interface OpenSource {
  readonly me: { readonly personId: PersonId; readonly name: string };
  /** At least one, at most FILE_SIZE. */
  readonly changes: readonly Change[];
  readonly keys: FieldKeys;
  /** The team of an assessment on this device; undefined for one that is no longer there. */
  readonly teamOf: (id: AssessmentId) => TeamId | undefined;
  readonly now: Date;
}

/**
 * A file of one’s own changes under a key of its own: the office opens it, and the phones of the teams whose units are in
 * it, as far as one has their keys.
 */
export async function fieldFileOf({ me, changes, keys, teamOf, now }: OpenSource): Promise<FieldFile> {
  const bytes = newDataKey();
  const key = await sealingKey(bytes);
  const author = fromBase64(keys.author);
  const teams = new Set(changes.map(({ assessmentId }) => teamOf(assessmentId)));
  const office = await lockForOffice(bytes, me.personId, keys.custody);
  const opening = keys.teams.filter(({ teamId }) => teams.has(teamId));
  const file: FieldFile = {
    ...headOf(me, now),
    locks: {
      office,
      teams: await Promise.all(
        opening.map(async ({ teamId, key: teamKey }) => ({
          teamId,
          sealed: toBase64(await seal(await sealingKey(fromBase64(teamKey)), bytes)),
        })),
      ),
    },
    entries: await Promise.all(
      changes.map(async ({ deviceId, seq, ...edit }) => {
        const proof = toBase64(proofOf(author, me.personId, edit));
        const content = new TextEncoder().encode(JSON.stringify({ edit, proof }));
        return { deviceId, seq, sealed: toBase64(await seal(key, content)) };
      }),
    ),
  };
  bytes.fill(0);
  return file;
}

/** What can be taken out of a store without its key: rows as they lie there, and the lock that the office opens. */
export interface LockedSource {
  readonly personId: PersonId;
  readonly name: string;
  readonly custody: CustodyLock;
  /** What the server has not answered, at least one, at most FILE_SIZE. */
  readonly rows: readonly { readonly deviceId: DeviceId; readonly seq: number; readonly sealed: Uint8Array }[];
}

/** A file out of a store that nobody here can open: the office can. */
export function lockedFileOf({ personId, name, custody, rows }: LockedSource, now: Date): FieldFile {
  return {
    ...headOf({ personId, name }, now),
    locks: { office: custody, teams: [] },
    entries: rows.map(({ deviceId, seq, sealed }) => ({ deviceId, seq, sealed: toBase64(sealed) })),
  };
}

function headOf(from: FieldFile['from'], now: Date): Pick<FieldFile, 'format' | 'id' | 'madeAt' | 'from'> {
  const { personId, name } = from;
  const id = FieldFileId.parse(v4());
  return { format: 'patuh-field-file/1', id, madeAt: now.toISOString(), from: { personId, name } };
}
