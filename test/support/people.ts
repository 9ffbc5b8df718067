import { randomUUID } from 'node:crypto';

import { inTransaction, type Pooled } from '@patuh/server/platform/database';
import { accessTokenOf } from '@patuh/server/platform/sessions/access-token';
import { giveGrants } from '@patuh/server/platform/sessions/grants';
import { openSession } from '@patuh/server/platform/sessions/open-session';
import { passwords } from '@patuh/server/platform/sessions/passwords';
import type { ProblemCode } from '@patuh/shared/contracts/problems';
import { PROBLEMS } from '@patuh/shared/contracts/problems';
import { SYNC_PROTOCOL_HEADER } from '@patuh/shared/contracts/protocol';
import { SYNC_PROTOCOL } from '@patuh/shared/contracts/sync';
import { Grant, type Role, SECOND_FACTOR_ROLES } from '@patuh/shared/domain/actor';
import { PersonId, type SessionId } from '@patuh/shared/domain/ids';
import { expect } from 'vitest';

import { type Site, TEST_PASSWORD_COST } from './site.ts';

export interface TestPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly grants: readonly Grant[];
}

export interface PersonWish {
  readonly grants: readonly Grant[];
  readonly name?: string;
  readonly email?: string;
  /** Without one nobody can sign in through the sign-in page; `signedIn` needs none. */
  readonly password?: string;
  /** Whether the second factor is set up; unless said, it is where a role demands it. */
  readonly secondFactor?: boolean;
  readonly demo?: boolean;
}

/** `grant('verifier', '53')`, `grant('sekda', '53.09')`, `grant('unit-contact', unitId)`, `grant('national-admin')`. */
export function grant(role: Role, where?: string): Grant {
  if (where === undefined) return Grant.parse({ role, scope: { kind: 'national' } });
  if (where.length > 5) return Grant.parse({ role, scope: { kind: 'unit', id: where } });
  const isProvince = where.length === 2 && role !== 'sekda';
  return Grant.parse({ role, scope: { kind: isProvince ? 'province' : 'government', code: where } });
}

/** An account that is open. Several of one name get addresses of their own. */
export async function aPerson(db: Pooled, wish: PersonWish): Promise<TestPerson> {
  const id = PersonId.parse(randomUUID());
  const name = wish.name ?? `Orang ${id.slice(0, 4)}`;
  const email = wish.email ?? `${id}@contoh.example`;
  const hash = wish.password === undefined ? null : await passwords(TEST_PASSWORD_COST).hash(wish.password);
  const now = new Date();
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto('person')
      .values({
        id,
        email,
        name,
        password_hash: hash,
        totp_secret: null,
        totp_pending: null,
        totp_confirmed_at: hasSecondFactor(wish) ? now : null,
        totp_last_step: null,
        demo: wish.demo ?? false,
        disabled_at: null,
        created_at: now,
      })
      .execute();
    await giveGrants(trx, id, wish.grants, now);
  });
  return { id, name, email, grants: wish.grants };
}

function hasSecondFactor({ secondFactor, grants }: PersonWish): boolean {
  return secondFactor ?? grants.some(({ role }) => SECOND_FACTOR_ROLES.includes(role));
}

export interface Answer {
  readonly status: number;
  /** The JSON that came back; empty text where none did. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The same as a reply of `inject` names it. */
  readonly statusCode: number;
  json(): unknown;
}

export interface Client {
  readonly sessionId: SessionId;
  readonly accessToken: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
  delete(path: string): Promise<Answer>;
  /** Any other way of asking, with headers of its own. */
  ask(method: 'HEAD' | 'PATCH' | 'POST', path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** Whoever asks something of a site. */
export type Caller = Pick<Client, 'get' | 'post' | 'put' | 'delete' | 'ask'>;

/** A device of that person: a real session and a real access token, without the cost of a password. */
export async function signedIn(
  site: Site,
  person: Pick<TestPerson, 'id' | 'grants'>,
  now = new Date(),
): Promise<Client> {
  const { sessionId } = await inTransaction(site.db, (trx) =>
    openSession(trx, { personId: person.id, grants: person.grants, deviceName: 'Perangkat uji', now }),
  );
  const { accessToken } = accessTokenOf(site.app, { personId: person.id, sessionId }, now);
  return { sessionId, accessToken, ...callerOf(site, { authorization: `Bearer ${accessToken}` }) };
}

const TODAY = { [SYNC_PROTOCOL_HEADER]: String(SYNC_PROTOCOL) };

/** Somebody who has not signed in, or who sends headers of their own making; with the app of today unless they say so. */
export function callerOf(site: Site, headers: Readonly<Record<string, string>> = {}): Caller {
  const call =
    (method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'PATCH') =>
    async (url: string, body?: unknown, more: Readonly<Record<string, string>> = {}): Promise<Answer> => {
      const payload = body === undefined ? {} : { payload: body as object };
      const reply = await site.app.inject({ method, url, headers: { ...TODAY, ...headers, ...more }, ...payload });
      const isJson = String(reply.headers['content-type']).includes('json') && reply.body !== '';
      const answered: unknown = isJson ? reply.json() : reply.body;
      const { statusCode, headers: got } = reply;
      return { status: statusCode, statusCode, body: answered, json: () => answered, headers: got };
    };
  return {
    get: call('GET'),
    post: call('POST'),
    put: call('PUT'),
    delete: call('DELETE'),
    ask: async (method, url, more) => await call(method)(url, undefined, more),
  };
}

/** The answer is this problem of the catalogue, with its status and as a problem. */
export function expectProblem(answer: Answer, code: ProblemCode): void {
  expect(answer.body).toMatchObject({ code, status: PROBLEMS[code].status });
  expect(answer.status).toBe(PROBLEMS[code].status);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
}
