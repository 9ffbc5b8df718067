import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

import type { ProblemCode } from '@patuh/shared/contracts/problems';

import { problemBody } from './problem.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** What Node's parser gives up on never becomes a request: no route, no hook and no reply, only the socket. */
export function answerMalformed(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(answerTo(error.code));
  socket.destroy(error);
}

function answerTo(code: string | undefined): string {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return answer(408, '');
  return problem(code === 'HPE_HEADER_OVERFLOW' ? 'request-too-large' : 'invalid-request');
}

function problem(code: ProblemCode): string {
  const body = problemBody(code);
  return answer(body.status, JSON.stringify(body));
}

function answer(status: number, body: string): string {
  const headers = {
    ...SECURITY_HEADERS,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}
