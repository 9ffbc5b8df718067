import { randomUUID } from 'node:crypto';

import { type Grant, SECOND_FACTOR_ROLES } from '@patuh/shared/domain/actor';
import { type PersonId, SessionId } from '@patuh/shared/domain/ids';

import type { Writer } from '../database.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a device stays signed in: at most, and without being used. */
export interface SessionLimits {
  readonly absoluteMs: number;
  readonly idleMs: number;
}

/** A phone on an island is not online for weeks; whoever publishes or gives rights signs in every working day. */
export function sessionLimits(grants: readonly Grant[]): SessionLimits {
  const isPowerful = grants.some(({ role }) => SECOND_FACTOR_ROLES.includes(role));
  return isPowerful
    ? { absoluteMs: 7 * DAY_MS, idleMs: 12 * HOUR_MS }
    : { absoluteMs: 90 * DAY_MS, idleMs: 30 * DAY_MS };
}

export interface OpenedSession {
  readonly sessionId: SessionId;
  /** Number of the refresh token that was handed out last. */
  readonly generation: number;
  readonly until: Date;
}

/** A device is signed in: the one place where sessions begin. */
export async function openSession(
  trx: Writer,
  { personId, grants, deviceName, now }: SessionOpening,
): Promise<OpenedSession> {
  const sessionId = SessionId.parse(randomUUID());
  const generation = 1;
  const until = new Date(now.getTime() + sessionLimits(grants).absoluteMs);
  await trx
    .insertInto('device_session')
    .values({
      id: sessionId,
      person_id: personId,
      device_name: deviceName,
      generation,
      created_at: now,
      last_seen_at: now,
      expires_at: until,
      revoked_at: null,
    })
    .execute();
  return { sessionId, generation, until };
}

interface SessionOpening {
  readonly personId: PersonId;
  readonly grants: readonly Grant[];
  readonly deviceName: string;
  readonly now: Date;
}
