import * as z from 'zod/mini';

import { Change, ChangeAnswer } from '../domain/change.ts';
import { AssessmentId, DeviceId } from '../domain/ids.ts';
import { storable } from '../domain/text.ts';
import { Sha256 } from '../publication/payload.ts';
import { AssessmentView } from './assessments.ts';
import { contract } from './contract.ts';

/** How the field app and the server tell each other what they know. */

/**
 * What app and server speak with each other, sent with every push and pull. Raised when an older side would misread a
 * newer one; who does not speak the other’s is told so and keeps everything.
 */
export const SYNC_PROTOCOL = 3;

/** Changes in one push; a device with more sends several. */
export const PUSH_SIZE = 500;

/** How the changes inside one assessment stand now: the client compares the hash with its own (receipt). */
export const Receipt = z.object({ assessmentId: AssessmentId, version: z.int(), answersHash: Sha256 });
export type Receipt = z.infer<typeof Receipt>;

export const PushAnswer = z.object({ answers: z.array(ChangeAnswer), receipts: z.array(Receipt) });
export type PushAnswer = z.infer<typeof PushAnswer>;

const FIELD_ROLES = ['assessor', 'enumerator'] as const;

export const pushChanges = contract({
  method: 'POST',
  path: '/api/sync/push',
  summary: 'Store changes; any number of times, each is answered by itself',
  who: FIELD_ROLES,
  // A push is what it always was: whatever is on an old phone gets in.
  protocol: { oldest: 1, newest: SYNC_PROTOCOL },
  body: z.strictObject({ changes: z.array(Change).check(z.minLength(1), z.maxLength(PUSH_SIZE)) }),
  bodyLimit: 2 * 1024 * 1024,
  ok: PushAnswer,
  problems: ['invalid-request', 'request-too-large', 'app-too-old', 'app-too-new', 'not-ready'],
});

export const pullChanges = contract({
  method: 'POST',
  path: '/api/sync/pull',
  summary: 'Everything of the team’s assessments that is newer than what the device has',
  who: FIELD_ROLES,
  // Since 3 there are evidence and visits among the cells, which an older app cannot read.
  protocol: { oldest: 3, newest: SYNC_PROTOCOL },
  body: z.strictObject({
    /** Who asks: the team sees when it was last heard from. */
    device: z.strictObject({
      id: DeviceId,
      /** “Chrome di Android”. */
      name: z.string().check(storable, z.trim(), z.minLength(1), z.maxLength(80)),
      /** Changes it has not sent, of all its assessments. */
      waiting: z.int().check(z.minimum(0), z.maximum(1_000_000_000)),
      /** When the oldest of them, or of the photos, was made, by the clock of the device; an app from before does not say. */
      oldestWaitingAt: z.optional(z.iso.datetime()),
      /** Photos and documents it has not sent; an app from before does not say. */
      filesWaiting: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000))),
    }),
    /** Under which it numbered before; it asks about their numbers too. */
    earlier: z.array(DeviceId).check(z.maxLength(50)),
    /** What the device has; an assessment it does not name is sent whole. */
    have: z
      .array(z.strictObject({ assessmentId: AssessmentId, version: z.int().check(z.minimum(0)) }))
      .check(z.maxLength(500)),
  }),
  ok: z.object({
    /** Those that are newer; `cells` holds only what changed since the version the device has. */
    assessments: z.array(AssessmentView),
    /** Those among them that are sent whole: they take the place of what the device had, whatever its version. */
    whole: z.array(AssessmentId),
    /** Those the device has and the person may no longer see. */
    gone: z.array(AssessmentId),
    /** Last number the server took of each device asked about, 0 for none: what is newer has to be sent (again). */
    taken: z.array(z.object({ deviceId: DeviceId, lastSeq: z.int() })),
  }),
  problems: ['invalid-request', 'app-too-old', 'app-too-new'],
});
