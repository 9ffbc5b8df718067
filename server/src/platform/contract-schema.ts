import type { Contract, Schema } from '@patuh/shared/contracts/contract';
import { Problem, type ProblemCode, PROBLEMS } from '@patuh/shared/contracts/problems';

import { ProblemError } from './problem.ts';

/** Input by its schema, or a problem that names each field. Without a schema nothing of it is handed on. */
export function check(schema: Schema | undefined, input: unknown, where: string): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new ProblemError(
    'invalid-request',
    parsed.error.issues.map((issue) => ({ field: [where, ...issue.path].join('.'), message: issue.message })),
  );
}

/** What the API documentation says about a contract. */
export function schemaOf(contract: Contract, ok: Schema | undefined): Record<string, unknown> {
  const [, , tag] = contract.path.split('/');
  return {
    summary: contract.summary,
    tags: [tag],
    ...(contract.params && { params: contract.params }),
    ...(contract.query && { querystring: contract.query }),
    ...(contract.body && { body: contract.body }),
    response: { ...(ok && { 200: ok }), ...problemResponses(problemsOf(contract)) },
  };
}

function problemsOf({ problems, who }: Contract): readonly ProblemCode[] {
  const behindSignIn: readonly ProblemCode[] = who === 'public' ? [] : ['signed-out', 'second-factor-demanded'];
  const byRole: readonly ProblemCode[] = typeof who === 'string' ? [] : ['not-permitted'];
  return [...new Set<ProblemCode>([...problems, ...behindSignIn, ...byRole, 'too-many-requests'])];
}

function problemResponses(codes: readonly ProblemCode[]): Record<number, unknown> {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map((code) => `${code}: ${PROBLEMS[code].title}`).join('; '),
        content: { 'application/problem+json': { schema: Problem } },
      },
    ]),
  );
}
