import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Below this a reply fits into a few packets and stays as it is. So do all that carry a secret (tokens, one-time links,
 * recovery codes), whose length a compression next to a text of the sender's choice would betray.
 */
export const LEAST_COMPRESSED = 16 * 1024;
/** Quick rather than small: made for one reader, while the phone waits. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 5;

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/** Long JSON replies of the routes in this scope travel compressed: a team's answers are a megabyte otherwise. */
export function compressReplies(scope: FastifyInstance): void {
  scope.addHook('onSend', async (request, reply, payload) =>
    typeof payload === 'string' && payload.length >= LEAST_COMPRESSED
      ? await compressed(request, reply, payload)
      : payload,
  );
}

async function compressed(request: FastifyRequest, reply: FastifyReply, payload: string): Promise<Buffer | string> {
  reply.header('vary', 'accept-encoding');
  const accepted = request.headers['accept-encoding'];
  const encoding = typeof accepted === 'string' ? negotiate(accepted, ['br', 'gzip', 'identity']) : null;
  if (encoding !== 'br' && encoding !== 'gzip') return payload;
  const body = encoding === 'br' ? await brotliOf(payload, BROTLI) : await gzipOf(payload, { level: GZIP_LEVEL });
  // The length that was counted before is not this one; Fastify counts anew.
  reply.removeHeader('content-length').header('content-encoding', encoding);
  return body;
}

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };
