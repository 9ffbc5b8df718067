import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';

import type { Contract } from '@patuh/shared/contracts/contract';
import { beginSecondFactor, confirmSecondFactor, endSession, getMe } from '@patuh/shared/contracts/sign-in';
import { type Actor, type Grant, SECOND_FACTOR_ROLES } from '@patuh/shared/domain/actor';

import type { ApiDeps } from './access.ts';
import type { Pooled, Reader } from './database.ts';
import { ProblemError } from './problem.ts';
import type { AccessTokens, Bearer } from './sessions/access-token.ts';
import { grantOf } from './sessions/grants.ts';

interface AuthDeps {
  readonly db: Pooled;
  readonly now: () => Date;
  readonly tokens: AccessTokens;
}

/** Requests per signed-in device and minute: a phone that sends a season's answers stays far below it. */
const REQUESTS_PER_MINUTE = 1_200;
/** Of what travels in pieces of 64 KB: ten megabytes a second, more than the line of an office. */
const PIECES_PER_MINUTE = 10_000;

/** What somebody may do whose role demands a second factor that is not set up yet: set it up, or leave. */
const OPEN_WITHOUT_SECOND_FACTOR = new Set<Contract>([getMe, beginSecondFactor, confirmSecondFactor, endSession]);

/**
 * Who asks, as they are at this moment: one query, so that a revoked session, a closed account or a grant taken away
 * counts with the next request and not when the token ends.
 */
export function authenticator(app: FastifyInstance, { db, now, tokens }: AuthDeps): ApiDeps['authenticate'] {
  const requests = ceilingOf(app, 'requests', REQUESTS_PER_MINUTE);
  const pieces = ceilingOf(app, 'pieces', PIECES_PER_MINUTE);
  return async (request, contract) => {
    const bearer = tokens.read(tokenOf(request), now());
    if (bearer === undefined) throw new ProblemError('signed-out');
    await (contract.inPieces === true ? pieces : requests)(request, bearer);
    const session = await findSession(db, bearer, now());
    if (session === undefined) throw new ProblemError('signed-out');
    const grants = session.grants.map(grantOf);
    if (lacksSecondFactor({ ...session, grants }) && !OPEN_WITHOUT_SECOND_FACTOR.has(contract)) {
      throw new ProblemError('second-factor-demanded');
    }
    return { ...bearer, grants } satisfies Actor;
  };
}

/** A role of theirs demands a second factor and it is not set up. Invented people of the demo have no phone for it. */
export function lacksSecondFactor(person: {
  readonly grants: readonly Grant[];
  readonly demo: boolean;
  readonly secondFactorOn: boolean;
}): boolean {
  if (person.demo || person.secondFactorOn) return false;
  return person.grants.some(({ role }) => SECOND_FACTOR_ROLES.includes(role));
}

function tokenOf({ headers }: FastifyRequest): string {
  return /^Bearer (?<token>[\w.-]{1,2048})$/i.exec(headers.authorization ?? '')?.groups?.['token'] ?? '';
}

function findSession(db: Reader, { personId, sessionId }: Bearer, now: Date) {
  return db
    .selectFrom('device_session as session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .where('session.id', '=', sessionId)
    .where('session.person_id', '=', personId)
    .where('session.revoked_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('person.disabled_at', 'is', null)
    .select((build) => [
      'person.demo',
      sql<boolean>`person.totp_confirmed_at is not null`.as('secondFactorOn'),
      jsonArrayFrom(
        build
          .selectFrom('person_grant')
          .whereRef('person_grant.person_id', '=', 'person.id')
          .select(['role', 'scope_kind', 'scope_code'])
          .orderBy('role')
          .orderBy('scope_code'),
      ).as('grants'),
    ])
    .executeTakeFirst();
}

/** A ceiling per device, so that one that went mad cannot starve the office's others, who share its address. */
function ceilingOf(
  app: FastifyInstance,
  what: string,
  max: number,
): (request: FastifyRequest, bearer: Bearer) => Promise<void> {
  const keys = new WeakMap<FastifyRequest, string>();
  const check = app.createRateLimit({
    max,
    timeWindow: '1 minute',
    keyGenerator: (request) => keys.get(request) ?? request.ip,
  });
  return async (request, { sessionId }) => {
    keys.set(request, `${what} of session ${sessionId}`);
    const limit = await check(request);
    if (!limit.isAllowed && limit.isExceeded) throw new ProblemError('too-many-requests', [], {}, limit.ttlInSeconds);
  };
}
