import fastifyJwt from '@fastify/jwt';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';

import { PersonId, SessionId } from '@patuh/shared/domain/ids';

const ISSUER = 'patuh';
const AUDIENCE = 'patuh-api';

/** Short, because a token is believed for as long as its session is; asking anew costs one request with the cookie. */
export const ACCESS_TOKEN_MINUTES = 15;

/** Whom a token speaks for. Whether that is still so is for the database to say. */
export interface Bearer {
  readonly personId: PersonId;
  readonly sessionId: SessionId;
}

export interface AccessToken {
  readonly accessToken: string;
  readonly expiresAt: Date;
}

export interface AccessTokens {
  readonly sign: (bearer: Bearer, now: Date) => AccessToken;
  /** Undefined for whatever is not a token of this installation, for this use, at this moment. */
  readonly read: (token: string, now: Date) => Bearer | undefined;
}

const Claims = z.object({ sub: PersonId, sid: SessionId, exp: z.int() });

/** Access tokens (JWT, HS256) of this installation: another one has another key, and nothing but HS256 is listened to. */
export async function accessTokens(app: FastifyInstance, key: Buffer): Promise<AccessTokens> {
  await app.register(fastifyJwt, {
    secret: key,
    sign: { algorithm: 'HS256', iss: ISSUER, aud: AUDIENCE },
    verify: {
      algorithms: ['HS256'],
      allowedIss: ISSUER,
      allowedAud: AUDIENCE,
      requiredClaims: ['iss', 'aud', 'sub', 'sid', 'exp'],
      // Judged below by the clock that everything else is judged by.
      ignoreExpiration: true,
    },
  });
  return {
    sign: (bearer, now) => accessTokenOf(app, bearer, now),
    read: (token, now) => {
      const claims = Claims.safeParse(verified(app, token));
      if (!claims.success || claims.data.exp * 1000 <= now.getTime()) return undefined;
      return { personId: claims.data.sub, sessionId: claims.data.sid };
    },
  };
}

/** A token of this server, signed with the key it was started with. */
export function accessTokenOf(app: FastifyInstance, { personId, sessionId }: Bearer, now: Date): AccessToken {
  const iat = Math.floor(now.getTime() / 1000);
  const exp = iat + ACCESS_TOKEN_MINUTES * 60;
  const accessToken = app.jwt.sign({ sub: personId, sid: sessionId, iat, exp });
  return { accessToken, expiresAt: new Date(exp * 1000) };
}

/** Why a token is refused is nobody's business but ours, and we do not need it. */
function verified(app: FastifyInstance, token: string): unknown {
  try {
    return app.jwt.verify(token);
  } catch {
    return undefined;
  }
}
