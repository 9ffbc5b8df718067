import { listTeamDevices, type TeamDevice } from '@patuh/shared/contracts/assessments';
import type { DeviceId } from '@patuh/shared/domain/ids';
import { type SilentDevice as Silent, silentDevices } from '@patuh/shared/sync/silent-devices';

import type { FieldDesk } from '../../platform/field-store/field-desk.ts';
import { useAnswer } from '../../platform/query.tsx';
import { useHeader } from './desk-scope.tsx';
import { useStored } from './use-stored.ts';

export type SilentDevice = Silent<TeamDevice>;

/** Devices of the team that may hold answers nobody else has, asked of the server. */
export interface TeamAnswer {
  /** Undefined until the server answered. */
  readonly silent: readonly SilentDevice[] | undefined;
  /** By the server’s clock, as far as it is known from its answer. */
  readonly now: number;
  readonly fault: unknown;
  /** Asks anew; undefined where there was no answer. */
  readonly ask: () => Promise<readonly SilentDevice[] | undefined>;
}

export function useTeamDevices(): TeamAnswer {
  const { id } = useHeader();
  const own = useStored(ownDevice);
  const answer = useAnswer(listTeamDevices, { params: { assessmentId: id } });
  const devices = answer.data?.devices;
  return {
    silent: own === undefined || devices === undefined ? undefined : silentAmong(devices, own),
    now: newestMoment(devices ?? []),
    fault: answer.error,
    ask: async () => {
      const { data } = await answer.refetch();
      return data === undefined || own === undefined ? undefined : silentAmong(data.devices, own);
    },
  };
}

interface OwnDevice {
  readonly id: DeviceId;
  readonly earlier: readonly DeviceId[];
}

async function ownDevice({ store }: FieldDesk): Promise<OwnDevice> {
  return await store.device();
}

/** Under its earlier ids this device is still this device. */
function silentAmong(devices: readonly TeamDevice[], { id, earlier }: OwnDevice): readonly SilentDevice[] {
  const now = newestMoment(devices);
  return silentDevices(
    devices.filter((device) => !earlier.includes(device.id)),
    id,
    now,
  );
}

/**
 * The newest moment the server names: this device exchanged a moment ago, and its own clock may be a year off. Nothing
 * follows from a list without moments.
 */
function newestMoment(devices: readonly TeamDevice[]): number {
  const moments = devices.flatMap(({ exchangedAt, lastEditAt }) => [exchangedAt, lastEditAt]);
  return Math.max(0, ...moments.map((moment) => (moment === null ? 0 : Date.parse(moment))));
}
