import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';

import type { Contract } from '@patuh/shared/contracts/contract';
import { SYNC_PROTOCOL_HEADER, whyNotUnderstood } from '@patuh/shared/contracts/protocol';
import type { Actor } from '@patuh/shared/domain/actor';

import type { Pooled } from './database.ts';
import { check, schemaOf } from './contract-schema.ts';
import { ProblemError } from './problem.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** By it a client tells our answer from that of a Wi-Fi login page, which says 200 too. */
const ANSWER_HEADER = ['x-patuh-answer', '1'] as const;

/** What every route behind the sign-in stands on. */
export interface ApiDeps {
  readonly db: Pooled;
  readonly now: () => Date;
  /**
   * Who asks, by the access token, as they are at this moment: a revoked session or a grant taken away counts at once.
   * Throws `signed-out`; throws `second-factor-demanded` where the role demands one and the contract is not about that.
   */
  readonly authenticate: (request: FastifyRequest, contract: Contract) => Promise<Actor>;
}

/** What a handler gets: input that fits the contract, and who asks; nobody on a public contract. */
export interface ApiInput<C extends Contract> {
  readonly params: z.infer<NonNullable<C['params']>>;
  readonly query: z.infer<NonNullable<C['query']>>;
  readonly body: z.infer<NonNullable<C['body']>>;
  readonly actor: C['who'] extends 'public' ? undefined : Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Serves a contract behind the sign-in (or a public one that writes). Who may call at all is the contract's `who`; what
 * they may touch is the handler's query and policy. Not cached unless the handler allows it, and only what the contract's schema names leaves.
 */
export function serveApi<C extends Contract>(
  app: FastifyInstance,
  deps: ApiDeps,
  contract: C,
  answer: (input: ApiInput<C>) => z.infer<C['ok']> | Promise<z.infer<C['ok']>>,
): void {
  const door = doorOf(deps, contract);
  app.route({
    ...routeOf(contract, contract.ok),
    onRequest: door.open,
    serializerCompiler: () => (value: unknown) => JSON.stringify(value),
    handler: async (request, reply) => {
      const input = {
        params: check(contract.params, request.params, 'params'),
        query: check(contract.query, request.query, 'query'),
        body: check(contract.body, request.body, 'body'),
        actor: door.actorOf(request),
        request,
        reply,
      } as unknown as ApiInput<C>;
      const body = contract.ok.parse(await answer(input));
      // What can never change says itself that the reader may keep it.
      if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
      return reply
        .headers(SECURITY_HEADERS)
        .header(...ANSWER_HEADER)
        .type('application/json; charset=utf-8')
        .send(body);
    },
  });
}

/** What a handler gets whose body is no JSON. */
interface BytesInput<C extends Contract> extends Pick<ApiInput<C>, 'params' | 'query' | 'request' | 'reply'> {
  readonly actor: Actor;
}

/**
 * Serves a contract whose bodies are bytes: the handler reads the request itself and says in headers what there is to say.
 * Who may call, the headers of every answer and what is answered to faults are those of `serveApi`.
 */
export function serveBytes<C extends Contract>(
  app: FastifyInstance,
  deps: ApiDeps,
  contract: C,
  answer: (input: BytesInput<C>) => Promise<FastifyReply>,
): void {
  const door = doorOf(deps, contract);
  app.route({
    ...routeOf(contract, undefined),
    onRequest: door.open,
    handler: async (request, reply) => {
      const params = check(contract.params, request.params, 'params');
      const query = check(contract.query, request.query, 'query');
      const input = { params, query, actor: door.actorOf(request), request, reply } as BytesInput<C>;
      void reply.headers({ ...SECURITY_HEADERS, 'cache-control': 'no-store' }).header(...ANSWER_HEADER);
      return await answer(input);
    },
  });
}

function routeOf(contract: Contract, ok: Contract['ok'] | undefined) {
  return {
    method: contract.method,
    url: contract.path,
    schema: schemaOf(contract, ok),
    ...(contract.bodyLimit !== undefined && { bodyLimit: contract.bodyLimit }),
    config: { contract },
    // Input is checked in the handler, by the same schema, so that every refusal names its field in one way.
    validatorCompiler: () => (value: unknown) => ({ value }),
  };
}

/** Before the body is read: who may not call at all makes the server read nothing. */
function doorOf(deps: ApiDeps, contract: Contract) {
  const actors = new WeakMap<FastifyRequest, Actor>();
  return {
    open: async (request: FastifyRequest): Promise<void> => {
      if (contract.who === 'public') return;
      const actor = await deps.authenticate(request, contract);
      if (!mayCall(actor, contract)) throw new ProblemError('not-permitted');
      actors.set(request, actor);
      if (contract.protocol === undefined) return;
      const mute = whyNotUnderstood(contract.protocol, request.headers[SYNC_PROTOCOL_HEADER]);
      if (mute !== undefined) throw new ProblemError(mute);
    },
    actorOf: (request: FastifyRequest): Actor | undefined => actors.get(request),
  };
}

function mayCall(actor: Actor, { who }: Contract): boolean {
  if (who === 'public' || who === 'signed-in') return true;
  return actor.grants.some(({ role }) => who.includes(role));
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly contract?: Contract;
  }
}
