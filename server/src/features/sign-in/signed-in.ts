import type { Reader, Writer } from '@patuh/server/platform/database';
import { grantsOf } from '@patuh/server/platform/sessions/grants';
import { openSession } from '@patuh/server/platform/sessions/open-session';
import { type RefreshToken, refreshToken } from '@patuh/server/platform/sessions/refresh-token';
import type { SignedIn } from '@patuh/shared/contracts/sign-in';
import type { PersonId } from '@patuh/shared/domain/ids';

import type { SignInDeps } from './deps.ts';
import { meOf } from './me.ts';

/** What a device gets when it is signed in: the body for the page, the refresh token for the cookie. */
export interface Admission {
  readonly signedIn: SignedIn;
  readonly refreshToken: string;
  /** When the session is over at the latest. */
  readonly until: Date;
}

type AdmitDeps = Pick<SignInDeps, 'tokens' | 'keys' | 'now'>;

/** Opens a session for a person who proved to be that person. */
export async function openDevice(
  deps: AdmitDeps,
  trx: Writer,
  { personId, deviceName }: { readonly personId: PersonId; readonly deviceName: string },
): Promise<Admission> {
  const grants = await grantsOf(trx, personId);
  const session = await openSession(trx, { personId, grants, deviceName, now: deps.now() });
  return await admit(deps, trx, { personId, ...session });
}

/** A new access token and the refresh token of that generation. */
export async function admit(
  { tokens, keys, now }: AdmitDeps,
  db: Reader,
  { personId, sessionId, generation, until }: RefreshToken & { readonly personId: PersonId; readonly until: Date },
): Promise<Admission> {
  const { accessToken, expiresAt } = tokens.sign({ personId, sessionId }, now());
  const me = await meOf(db, { personId, sessionId });
  return {
    signedIn: { kind: 'signed-in', accessToken, expiresAt: expiresAt.toISOString(), me },
    refreshToken: refreshToken(keys.refresh, { sessionId, generation }),
    until,
  };
}
