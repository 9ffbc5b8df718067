import type * as z from 'zod/mini';

import { ProblemError } from '@patuh/server/platform/problem';

/** Addresses and queries are typed by people: what does not fit is a 400 that says so, never a guess. */
export function read<S extends z.ZodMiniType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new ProblemError('invalid-request');
  return parsed.data;
}
