import { createHash } from 'node:crypto';

import type { Change } from '@patuh/shared/domain/change';
import { DeviceId } from '@patuh/shared/domain/ids';

/** Edits of one device as if another had made them. */
export interface Renumbered {
  readonly of: DeviceId;
  readonly as: DeviceId;
  readonly changes: readonly Change[];
}

/**
 * The same edits under numbers that nothing is missing from. The numbers of a device stand outside the seal, and those
 * before them may be lost with the phone: neither may keep out what was entered. The same edits get the same numbers
 * whichever file they come in, so that nothing is stored twice.
 */
export function renumbered(changes: readonly Change[]): readonly Renumbered[] {
  return [...Map.groupBy(changes, ({ deviceId }) => deviceId)].map(([of, own]) => {
    const as = deviceOf(own);
    return { of, as, changes: own.map((change, index) => ({ ...change, deviceId: as, seq: index + 1 })) };
  });
}

/** A UUID of version 8, made of the ids of the edits. */
function deviceOf(changes: readonly Change[]): DeviceId {
  const bytes = createHash('sha256')
    .update(`patuh-field-file ${changes.map(({ id }) => id).join(' ')}`)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) % 16) + 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) % 64) + 0x80, 8);
  return DeviceId.parse(bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
}
