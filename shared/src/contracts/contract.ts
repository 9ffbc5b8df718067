import type * as z from 'zod/mini';

import type { Role } from '../domain/actor.ts';
import type { ProblemCode } from './problems.ts';
import type { ProtocolRange } from './protocol.ts';

/** A schema of any shape; the server validates with it, the client parses with it, forms resolve with it. */
export type Schema = z.ZodMiniType;

/**
 * Who may call at all: everybody, everybody who signed in, or who holds one of the roles somewhere. Which things they may
 * then touch follows from the scope of the grant; outside it a thing is not found.
 */
export type Who = 'public' | 'signed-in' | readonly Role[];

/** One request and its answers, written once: the server serves it, the client calls it, OpenAPI shows it. */
export interface Contract<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Ok extends Schema = Schema,
  By extends Who = Who,
> {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `:name` parameters, as Fastify reads it. */
  readonly path: string;
  /** One sentence for the API documentation. */
  readonly summary: string;
  readonly who: By;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Where an app that stayed away for long may speak an older protocol: checked before the body is read. */
  readonly protocol?: ProtocolRange;
  /** Travels in many small pieces: counted apart from other requests, against a ceiling of its own. */
  readonly inPieces?: boolean;
  /** Bytes a body may have; 64 KiB unless said. */
  readonly bodyLimit?: number;
  readonly ok: Ok;
  readonly problems: readonly ProblemCode[];
}

/** Keeps the literal types of a contract while checking its shape. */
export function contract<
  Params extends Schema,
  Query extends Schema,
  Body extends Schema,
  Ok extends Schema,
  const By extends Who,
>(definition: Contract<Params, Query, Body, Ok, By>): Contract<Params, Query, Body, Ok, By> {
  return definition;
}
