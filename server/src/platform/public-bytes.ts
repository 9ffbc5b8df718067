import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { negotiate } from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';

import type { Catalogue } from './catalogue/catalogue.ts';
import { OPEN_DATA_HEADERS, SECURITY_HEADERS } from './security-headers.ts';

/** What a public address says, before it is compressed. */
export interface PublicAnswer {
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Name of the file it is saved as; absent: shown where it is opened. Of letters, digits, dots and dashes. */
  readonly download?: string;
  /** 404 where the page says what is known instead; absent: 200. */
  readonly status?: 200 | 404;
  /** Open data may be fetched by pages of other origins. */
  readonly open?: boolean;
}

interface ReadyBytes {
  readonly status: 200 | 404;
  readonly etag: string;
  /** Names and values in turn, as Node writes them fastest. */
  readonly headers: string[];
  readonly body: Buffer;
}

type Encoding = 'br' | 'gzip' | 'identity';

/** Kept per catalogue: far above what the real pages need, so only invented queries ever reach it. */
const MOST_KEPT_BYTES = 64 * 1024 * 1024;
/** What an address costs beside its body: headers, key, entry. */
const OVERHEAD_BYTES = 4 * 1024;
/** Spellings of `accept-encoding` remembered; browsers send a handful. */
const MOST_SPELLINGS = 100;
/** A page with a query is made for one reader: compress it quickly instead of best. */
const QUICK_BROTLI = 5;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Sends the answer for this address, made now (`produce`) or kept from an earlier request. */
export type SendPublic = (
  catalogue: Catalogue,
  request: FastifyRequest,
  reply: FastifyReply,
  produce: () => PublicAnswer | Promise<PublicAnswer>,
) => FastifyReply | Promise<FastifyReply>;

/**
 * Public answers are bytes made once per publication and encoding, with their headers. They hang on the catalogue they
 * were made from: when something is published the next request makes them anew.
 */
export function publicBytes(mostKeptBytes = MOST_KEPT_BYTES): SendPublic {
  const keptPerCatalogue = new WeakMap<Catalogue, Kept>();
  const encodingOf = encodingReader();

  return (catalogue, request, reply, produce) => {
    const encoding = encodingOf(request.headers['accept-encoding']);
    const key = `${encoding} ${request.url}`;
    const kept = keptPerCatalogue.get(catalogue) ?? { answers: new Map<string, ReadyBytes>(), bytes: 0 };
    keptPerCatalogue.set(catalogue, kept);
    const bytes = kept.answers.get(key);
    if (bytes !== undefined) return write(request, reply, bytes);
    return make(produce, encoding, request.url.includes('?')).then((made) => {
      keep(kept, key, made, mostKeptBytes);
      return write(request, reply, made);
    });
  };
}

interface Kept {
  readonly answers: Map<string, ReadyBytes>;
  bytes: number;
}

/** Counted in bytes, not addresses: a long page with thousands of invented queries would fill the memory. */
function keep(kept: Kept, key: string, made: ReadyBytes, most: number): void {
  const cost = made.body.byteLength + key.length + OVERHEAD_BYTES;
  if (kept.answers.has(key) || cost > most) return;
  if (kept.bytes + cost > most) {
    kept.answers.clear();
    kept.bytes = 0;
  }
  kept.answers.set(key, made);
  kept.bytes += cost;
}

/** Past Fastify's own sending: headers and bytes are ready, nothing is left for it to do. */
function write(request: FastifyRequest, reply: FastifyReply, bytes: ReadyBytes): FastifyReply {
  const { status, etag, headers, body } = bytes;
  reply.hijack();
  if (status === 200 && isKnown(request.headers['if-none-match'], etag)) {
    reply.raw.writeHead(304, headers).end();
  } else {
    reply.raw.writeHead(status, headers).end(body);
  }
  return reply;
}

/** RFC 9110: a list, `*`, and tags that a proxy made weak (`W/`) count too. */
function isKnown(asked: string | undefined, etag: string): boolean {
  if (asked === undefined || asked === etag) return asked !== undefined;
  return asked.trim() === '*' || asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

async function make(
  produce: () => PublicAnswer | Promise<PublicAnswer>,
  encoding: Encoding,
  quick: boolean,
): Promise<ReadyBytes> {
  return encode(await produce(), encoding, quick);
}

function encodingReader(): (accepted: string | string[] | undefined) => Encoding {
  const known = new Map<string, Encoding>();
  return (accepted) => {
    if (typeof accepted !== 'string') return 'identity';
    const before = known.get(accepted);
    if (before !== undefined) return before;
    const encoding = negotiate<Encoding>(accepted, ['br', 'gzip', 'identity']) ?? 'identity';
    if (known.size >= MOST_SPELLINGS) known.clear();
    known.set(accepted, encoding);
    return encoding;
  };
}

async function encode(answer: PublicAnswer, encoding: Encoding, quick: boolean): Promise<ReadyBytes> {
  const { status = 200 } = answer;
  const body = await compress(Buffer.from(answer.body), encoding, quick);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers: Record<string, string> = {
    ...(answer.open === true ? OPEN_DATA_HEADERS : SECURITY_HEADERS),
    'content-type': answer.type,
    'content-length': String(body.byteLength),
    // Readers ask again each time (a 304 costs nothing), so a correction is seen within the second.
    'cache-control': status === 200 ? 'public, no-cache' : 'no-store',
    vary: 'accept-encoding',
    etag,
  };
  if (answer.download !== undefined) headers['content-disposition'] = `attachment; filename="${answer.download}"`;
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return { status, etag, headers: Object.entries(headers).flat(), body };
}

function compress(body: Buffer, encoding: Encoding, quick: boolean): Promise<Buffer> {
  if (encoding === 'gzip') return compressGzip(body);
  if (encoding === 'identity') return Promise.resolve(body);
  const quality = quick ? QUICK_BROTLI : constants.BROTLI_MAX_QUALITY;
  return compressBrotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength },
  });
}
