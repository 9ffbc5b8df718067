import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';

import type { Contract, Schema } from '@patuh/shared/contracts/contract';

import type { Catalogue } from './catalogue/catalogue.ts';
import { check, schemaOf } from './contract-schema.ts';
import type { PublicAnswer, SendPublic } from './public-bytes.ts';

/** What public routes stand on: the catalogue as it is now, how bytes are sent, and the ceiling for work not yet kept. */
export interface PublicDeps {
  readonly catalogue: () => Catalogue;
  readonly send: SendPublic;
}

/** What a handler of a public contract gets: validated input and the catalogue of this moment. */
export interface PublicInput<Params, Query> {
  readonly params: Params;
  readonly query: Query;
  readonly catalogue: Catalogue;
  readonly request: FastifyRequest;
}

type Answer<C extends Contract, Result> = (
  input: PublicInput<z.infer<NonNullable<C['params']>>, z.infer<NonNullable<C['query']>>>,
) => Result;

/** Serves a public contract as JSON. The answer is parsed by the contract's own schema, so nothing else can leave. */
export function serveJson<C extends Contract>(
  app: FastifyInstance,
  deps: PublicDeps,
  contract: C,
  answer: Answer<C, z.infer<C['ok']>>,
): void {
  servePublic(app, deps, contract, contract.path, contract.ok, (input) => ({
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(contract.ok.parse(answer(input))),
    open: true,
  }));
}

/** Serves the table behind a public contract as CSV at the same address with `.csv`. */
export function serveCsv<C extends Contract>(
  app: FastifyInstance,
  deps: PublicDeps,
  contract: C,
  table: Answer<C, string>,
): void {
  servePublic(app, deps, contract, `${contract.path}.csv`, undefined, (input) => ({
    type: 'text/csv; charset=utf-8',
    body: table(input),
    open: true,
  }));
}

/** Serves a public contract with bytes of the handler's own making. */
export function servePublic<C extends Contract>(
  app: FastifyInstance,
  deps: PublicDeps,
  contract: C,
  path: string,
  ok: Schema | undefined,
  answer: Answer<C, PublicAnswer>,
): void {
  app.route({
    method: 'GET',
    url: path,
    schema: schemaOf(contract, ok),
    // Input is checked where the answer is made; bytes that are kept were made from input that passed.
    validatorCompiler: () => (value: unknown) => ({ value }),
    handler: (request, reply) => {
      const catalogue = deps.catalogue();
      return deps.send(catalogue, request, reply, () =>
        answer({
          params: check(contract.params, request.params, 'params') as z.infer<NonNullable<C['params']>>,
          query: check(contract.query, request.query, 'query') as z.infer<NonNullable<C['query']>>,
          catalogue,
          request,
        }),
      );
    },
  });
}
