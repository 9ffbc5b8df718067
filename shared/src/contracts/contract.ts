import type * as z from 'zod/mini';

import type { ProblemCode } from './problems.ts';

/** A schema of any shape; the server validates with it, the client parses with it, forms resolve with it. */
export type Schema = z.ZodMiniType;

/** One request and its answers, written once: the server serves it, the client calls it, OpenAPI shows it. */
export interface Contract<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Ok extends Schema = Schema,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path with `:name` parameters, as Fastify reads it. */
  readonly path: string;
  /** One sentence for the API documentation. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly ok: Ok;
  readonly problems: readonly ProblemCode[];
}

/** Keeps the literal types of a contract while checking its shape. */
export function contract<Params extends Schema, Query extends Schema, Body extends Schema, Ok extends Schema>(
  definition: Contract<Params, Query, Body, Ok>,
): Contract<Params, Query, Body, Ok> {
  return definition;
}
