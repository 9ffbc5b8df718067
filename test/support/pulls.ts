import type { pullChanges } from '@patuh/shared/contracts/sync';
import { type AssessmentId, DeviceId } from '@patuh/shared/domain/ids';
import type * as z from 'zod/mini';

import { aDevice } from './changes.ts';

type PullBody = z.infer<typeof pullChanges.body & {}>;

/** What a device says when it pulls: one that is new, has sent everything and has nothing yet, unless told otherwise. */
export function aPull({
  device = aDevice().id,
  name = 'Chrome di Android',
  waiting = 0,
  earlier = [],
  have = [],
  ...said
}: {
  readonly device?: string;
  readonly name?: string;
  readonly waiting?: number;
  readonly earlier?: readonly DeviceId[];
  readonly have?: readonly { readonly assessmentId: AssessmentId; readonly version: number }[];
  readonly oldestWaitingAt?: string;
  readonly filesWaiting?: number;
} = {}): PullBody {
  return { device: { id: DeviceId.parse(device), name, waiting, ...said }, earlier: [...earlier], have: [...have] };
}
