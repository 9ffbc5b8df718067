import * as z from 'zod/mini';

/**
 * The closed catalogue of problems (RFC 9457). The code is stable and part of the interface; the title is for logs and
 * developers, the sentence a reader sees is the client's (`web/src/text/id/problem.ts`). `docs/problems.md` explains each.
 */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request does not fit the contract' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'ranking-not-found': { status: 404, title: 'No results are known for this province and year' },
  'government-not-found': { status: 404, title: 'No such government, or no result known for that year' },
  'publication-not-found': { status: 404, title: 'No such publication' },
  'instrument-not-found': { status: 404, title: 'No instrument is recorded for this year' },
  'national-not-found': { status: 404, title: 'No national counts are known for this year' },
  'request-too-large': { status: 413, title: 'The request is larger than the server accepts' },
  'unsupported-media-type': { status: 415, title: 'The server does not read this content type' },
  'too-many-requests': { status: 429, title: 'Too many requests from this address' },
  'internal-error': { status: 500, title: 'Something failed on the server' },
  'not-ready': { status: 503, title: 'The server is starting, stopping, or without its database' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** The body of a problem as it travels (`application/problem+json`). */
export const Problem = z.object({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.int(),
  errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
});
export type Problem = z.infer<typeof Problem>;
