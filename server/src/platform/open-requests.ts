import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import type { FastifyInstance } from 'fastify';

import { ProblemError } from './problem.ts';

const gunzipOf = promisify(gunzip);

/**
 * Requests of the routes in this scope may come as gzip: the answers of a unit are a tenth then, which on a bad line is
 * the difference between sent and not sent. The limit of the route counts for what arrives and for what comes out of it,
 * so that a few bytes cannot become a gigabyte.
 */
export function openRequests(scope: FastifyInstance): void {
  scope.addHook('preParsing', async (request, _reply, payload) => {
    const encoding = request.headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return payload;
    if (encoding !== 'gzip') throw new ProblemError('unsupported-media-type');
    const limit = request.routeOptions.bodyLimit;
    const closed = await wholeOf(payload, limit);
    return Object.assign(Readable.from([await opened(closed, limit)]), { receivedEncodedLength: closed.length });
  });
}

async function wholeOf(payload: AsyncIterable<unknown>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload) {
    if (!Buffer.isBuffer(chunk)) throw new ProblemError('invalid-request');
    length += chunk.length;
    if (length > limit) throw new ProblemError('request-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function opened(closed: Buffer, limit: number): Promise<Buffer> {
  try {
    return await gunzipOf(closed, { maxOutputLength: limit });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ProblemError(isTooLarge ? 'request-too-large' : 'invalid-request');
  }
}
