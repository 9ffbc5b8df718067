import type { DeviceId } from '../domain/ids.ts';

/**
 * Why a device may hold answers that nobody else has: it said so; it sent some of this unit and was not heard from since;
 * or it worked on this unit and was not heard from for a day.
 */
export type Silence = 'waiting' | 'not-since-its-edit' | 'not-for-a-day';

/** When a device was heard from; moments are ISO, null where there is none. */
export interface HeardDevice {
  readonly id: DeviceId;
  /** When its newest edit of this unit came in. */
  readonly lastEditAt: string | null;
  /** When it last fetched, which it does after it has sent everything it can. */
  readonly exchangedAt: string | null;
  /** What it said then it could not send, of any unit. */
  readonly waiting: number | null;
}

export interface SilentDevice<Device extends HeardDevice> {
  readonly device: Device;
  readonly because: Silence;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * The devices to ask about before a unit is handed in, in the order given; never one's own, whose answers are seen there.
 * A device that was heard from has sent everything it had by then: it asks after it has sent. All moments are the
 * server's, `now` too, as well as it is known.
 */
export function silentDevices<Device extends HeardDevice>(
  devices: readonly Device[],
  own: DeviceId,
  now: number,
): readonly SilentDevice<Device>[] {
  return devices.flatMap((device) => {
    const because = device.id === own ? undefined : silenceOf(device, now);
    return because === undefined ? [] : [{ device, because }];
  });
}

function silenceOf({ waiting, lastEditAt, exchangedAt }: HeardDevice, now: number): Silence | undefined {
  if (waiting !== null && waiting > 0) return 'waiting';
  if (lastEditAt === null) return undefined;
  const heard = exchangedAt === null ? undefined : Date.parse(exchangedAt);
  if (heard === undefined || heard <= Date.parse(lastEditAt)) return 'not-since-its-edit';
  return now - heard >= DAY_MS ? 'not-for-a-day' : undefined;
}
