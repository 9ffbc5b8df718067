import { isPromised, roomLeft } from '../../platform/field-store/device-room.ts';
import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import { whoIsHere } from '../../platform/identity/who-is-here.ts';
import { type Concern, concernsOf } from './concerns.ts';

/** Looks at this device. */
export async function concernsHere({ store }: FieldDesk): Promise<readonly Concern[]> {
  const keeping = whoIsHere()?.keeping ?? 'keeps';
  return concernsOf({ copies: store.copies(), keeping, room: await roomLeft(), promised: await isPromised() });
}
