import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

import { type ProblemCode, PROBLEMS } from '@patuh/shared/contracts/problems';

import { ClockBehind } from './audit.ts';
import { CUT_OFF, isCutOff } from './cut-off.ts';
import { isPoolExhausted } from './database.ts';
import { problemBody, type ProblemDetail, ProblemError, type ProblemExtras } from './problem.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Writes a problem where a reader asked for a page; undefined leaves it to the JSON form. */
export type ProblemPage = (code: ProblemCode, request: FastifyRequest) => string | undefined;

/** Fastify's own refusals in the words of the catalogue. */
const FRAMEWORK: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  FST_ERR_BAD_URL: 'invalid-request',
};

const FORBIDDEN = 403;

/** Every error leaves as a problem of the closed catalogue; what is not known is `internal-error` with nothing leaked. */
export function handleProblems(app: FastifyInstance, page: ProblemPage): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, details } = problemOf(error);
    if (code === 'internal-error' && isCutOff(request)) return reply.code(CUT_OFF).send();
    const extras = error instanceof ProblemError ? error.extras : {};
    if (error instanceof ProblemError && error.retryAfter !== undefined) {
      void reply.header('retry-after', String(error.retryAfter));
    }
    if (code === 'internal-error') request.log.error({ err: error }, 'unexpected error');
    return sendProblem(request, reply, page, { code, details, extras });
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, page, { code: 'not-found' }));
}

function problemOf(error: FastifyError): { readonly code: ProblemCode; readonly details: readonly ProblemDetail[] } {
  if (error instanceof ProblemError) return { code: error.code, details: error.details };
  if (isPoolExhausted(error)) return { code: 'not-ready', details: [] };
  if (error instanceof ClockBehind) return { code: 'clock-behind', details: [] };
  if (hasZodFastifySchemaValidationErrors(error)) return { code: 'invalid-request', details: validationDetails(error) };
  const known = FRAMEWORK[error.code];
  if (known !== undefined) return { code: known, details: [] };
  if (error.statusCode === PROBLEMS['too-many-requests'].status) return { code: 'too-many-requests', details: [] };
  // What the static files say about an address that leads out of their folder; nothing else of ours throws it.
  if (error.statusCode === FORBIDDEN) return { code: 'not-found', details: [] };
  return { code: 'internal-error', details: [] };
}

function validationDetails(error: FastifyError): readonly ProblemDetail[] {
  return (error.validation ?? []).map((issue) => ({
    field: [error.validationContext, ...issue.instancePath.split('/').filter(Boolean)].join('.'),
    message: issue.message ?? 'tidak sesuai',
  }));
}

interface Answered {
  readonly code: ProblemCode;
  readonly details?: readonly ProblemDetail[];
  readonly extras?: ProblemExtras;
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  page: ProblemPage,
  { code, details, extras }: Answered,
): FastifyReply {
  const html = pageOrNone(request, page, code);
  void reply.code(PROBLEMS[code].status).headers(SECURITY_HEADERS).header('cache-control', 'no-store');
  if (html !== undefined) return reply.type('text/html; charset=utf-8').send(html);
  return reply.type('application/problem+json').send(JSON.stringify(problemBody(code, details, extras)));
}

/** A page that cannot be made must not hide the problem it was to explain. */
function pageOrNone(request: FastifyRequest, page: ProblemPage, code: ProblemCode): string | undefined {
  try {
    return page(code, request);
  } catch (error) {
    request.log.error({ err: error }, 'problem page failed');
    return undefined;
  }
}
