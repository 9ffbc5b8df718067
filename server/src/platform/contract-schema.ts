import type { Contract, Schema } from '@patuh/shared/contracts/contract';
import { Problem, type ProblemCode, PROBLEMS } from '@patuh/shared/contracts/problems';
import { SYNC_PROTOCOL_HEADER } from '@patuh/shared/contracts/protocol';
import { isStorable, NOT_STORABLE } from '@patuh/shared/domain/text';
import * as z from 'zod/mini';

import { type ProblemDetail, ProblemError } from './problem.ts';

/**
 * Input by its schema, or a problem that names each field. Without a schema nothing of it is handed on. A text that the
 * database cannot hold, or would hold as another one, is refused whatever the schema says of it.
 */
export function check(schema: Schema | undefined, input: unknown, where: string): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(input);
  const details = parsed.success
    ? unstorableTexts(parsed.data, where)
    : parsed.error.issues.map((issue) => ({ field: [where, ...issue.path].join('.'), message: issue.message }));
  if (details.length > 0) throw new ProblemError('invalid-request', details);
  return parsed.data;
}

function unstorableTexts(value: unknown, field: string): readonly ProblemDetail[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ field, message: NOT_STORABLE }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unstorableTexts(part, `${field}.${key}`));
}

/** Said only, and checked before the body is read: whoever leaves it out speaks the oldest. */
const PROTOCOL = z.object({ [SYNC_PROTOCOL_HEADER]: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) });

/** What the API documentation says about a contract. */
export function schemaOf(contract: Contract, ok: Schema | undefined): Record<string, unknown> {
  const [, , tag] = contract.path.split('/');
  return {
    summary: contract.summary,
    tags: [tag],
    ...(contract.params && { params: contract.params }),
    ...(contract.query && { querystring: contract.query }),
    ...(contract.body && { body: contract.body }),
    ...(contract.protocol && { headers: PROTOCOL }),
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
