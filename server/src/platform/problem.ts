import { type Problem, type ProblemCode, PROBLEMS } from '@patuh/shared/contracts/problems';

/** One thing that is wrong with a request: where, what, and what to do. */
export interface ProblemDetail {
  readonly field: string;
  readonly message: string;
}

/** What a problem may carry besides the fields of the request. */
export type ProblemExtras = Pick<Problem, 'findings' | 'blockers' | 'fault' | 'count'>;

/** Thrown by a handler to answer with a problem of the catalogue. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: readonly ProblemDetail[];
  readonly extras: ProblemExtras;
  /** For the header `retry-after`: seconds after which it makes sense to try again. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ProblemCode,
    details: readonly ProblemDetail[] = [],
    extras: ProblemExtras = {},
    retryAfter?: number,
  ) {
    super(PROBLEMS[code].title);
    this.name = 'ProblemError';
    this.code = code;
    this.details = details;
    this.extras = extras;
    this.retryAfter = retryAfter;
  }
}

/** The RFC 9457 body. `type` leads to the entry of the catalogue in the documentation. */
export function problemBody(
  code: ProblemCode,
  details: readonly ProblemDetail[] = [],
  extras: ProblemExtras = {},
): Problem {
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:patuh:problem:${code}`,
    code,
    title,
    status,
    ...(details.length > 0 && { errors: [...details] }),
    ...extras,
  };
}
