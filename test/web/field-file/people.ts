import type { FieldFile, FieldKeys, FileOutcome } from '@patuh/shared/contracts/field-files';
import type { Change, Edit } from '@patuh/shared/domain/change';
import { type PersonId, TeamId } from '@patuh/shared/domain/ids';

import type { Reply } from '../../../web/src/platform/field-store/field-server.ts';
import { fieldFileOf } from '../../../web/src/platform/field-file/make-file.ts';
import { TEST_CUSTODY } from '../../support/custody.ts';
import { anEdit, assessmentId, deviceIds, personId, uuid } from '../field/examples.ts';

/** Two people of one team and one of another, with the keys that the office gave them. */

export const TEAM = TeamId.parse(uuid(31));
export const OTHER_TEAM = TeamId.parse(uuid(32));
export const MARIA = { personId: personId(1), name: 'Maria Lede' };
export const YOSEF = { personId: personId(2), name: 'Yosef' };

export const NOW = new Date('2026-11-22T05:00:00.000Z');

export function keysFor(person: PersonId, teams: readonly TeamId[] = [TEAM], custody = TEST_CUSTODY): FieldKeys {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  return {
    author: base64(custody.authorKey(person)),
    custody: custody.publicKey,
    teams: teams.map((teamId) => ({ teamId, key: base64(custody.teamKey(teamId)) })),
  };
}

/** Changes of one device, one after the other. */
export function numbered(edits: readonly Edit[]): readonly Change[] {
  const deviceId = deviceIds()();
  return edits.map((edit, index) => ({ ...edit, deviceId, seq: index + 1 }));
}

/** Maria’s file about the first unit; her team’s. */
export async function mariasFile(edits: readonly Edit[] = [anEdit(1), anEdit(2)]): Promise<FieldFile> {
  return await fieldFileOf({
    me: MARIA,
    changes: numbered(edits),
    keys: keysFor(MARIA.personId, [TEAM, OTHER_TEAM]),
    teamOf: (id) => (id === assessmentId(1) ? TEAM : undefined),
    now: NOW,
  });
}

export function taken(part: FieldFile): Reply<FileOutcome> {
  const counts = { already: 0, conflicts: 0, late: 0, refused: 0, held: 0 };
  return { kind: 'ok', value: { stored: part.entries.length, ...counts } };
}
