import { createHash } from 'node:crypto';
import { lookup as lookupName } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

import { Agent, request } from 'undici';

import type { WebCopy } from '@patuh/shared/contracts/evidence';

import type { Reach } from './public-address.ts';
import { titleOf } from './title.ts';

/** What a page was when the server looked, or why it could not look. */
export type Visit =
  | ({ readonly state: 'fetched' } & Readonly<Record<'finalUrl' | 'sha256', string>> & {
        readonly status: number;
        readonly title: string | null;
        readonly size: number;
      })
  | { readonly state: 'failed' | 'refused'; readonly why: NonNullable<WebCopy['why']> };

export interface Traveller {
  readonly reach: Reach;
  /** Tells the website who comes, and where to complain. */
  readonly userAgent: string;
  /** Aborted when the server ends. */
  readonly signal: AbortSignal;
  /** For one address with all its redirects. */
  readonly longestMs?: number;
  /** All addresses of a name; the system’s resolver unless said. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

export const LONGEST_MS = 20_000;
/** Of the page as it was sent, unpacked. */
export const MOST_BYTES = 5 * 1024 * 1024;
export const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Ends a visit for a reason that a person is told. */
class Ended extends Error {
  readonly visit: Exclude<Visit, { state: 'fetched' }>;
  constructor(why: NonNullable<WebCopy['why']>, state: 'failed' | 'refused' = 'failed') {
    super(why);
    this.visit = { state, why };
  }
}

/**
 * Visits a web address on somebody’s behalf: only what everybody can reach, connected to at exactly the address that was
 * checked, each redirect checked anew, without cookies. Throws only where it was aborted.
 */
export async function visit(url: string, traveller: Traveller): Promise<Visit> {
  const patience = AbortSignal.timeout(traveller.longestMs ?? LONGEST_MS);
  const signal = AbortSignal.any([traveller.signal, patience]);
  try {
    return await follow(url, { ...traveller, signal });
  } catch (error) {
    traveller.signal.throwIfAborted();
    if (patience.aborted) return { state: 'failed', why: 'too-slow' };
    return error instanceof Ended ? error.visit : { state: 'failed', why: 'unreachable' };
  }
}

async function follow(url: string, traveller: Traveller): Promise<Visit> {
  let at = url;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const found = await look(goodUrl(at, traveller.reach), traveller);
    if (typeof found !== 'string') return found;
    at = found;
  }
  throw new Ended('too-many-redirects');
}

/** Throws an Ended where no browser would show it as a website, or it hides something. */
function goodUrl(text: string, { isPort }: Reach): URL {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url === null || !isWeb || url.hostname === '') throw new Ended('not-a-web-address', 'refused');
  if (url.username !== '' || url.password !== '') throw new Ended('not-a-web-address', 'refused');
  const standard = url.protocol === 'https:' ? 443 : 80;
  if (!isPort(url.port === '' ? standard : Number(url.port))) throw new Ended('internal-address', 'refused');
  return url;
}

/** One request: what the page is, or where it sends us. */
async function look(url: URL, traveller: Traveller): Promise<Visit | string> {
  const { signal, userAgent } = traveller;
  const agent = new Agent({ connect: { lookup: only(await checkedAddress(url, traveller)) }, maxHeaderSize: 16_384 });
  try {
    const { statusCode, headers, body } = await request(url, {
      dispatcher: agent,
      signal,
      headers: { 'user-agent': userAgent, accept: 'text/html,*/*;q=0.5', 'accept-encoding': 'gzip, deflate, br' },
    });
    body.on('error', () => undefined);
    const location = textHeader(headers['location']);
    if (REDIRECTS.has(statusCode) && location !== '') {
      return URL.parse(location, url)?.href ?? '';
    }
    const bytes = await readAll(unpacked(body, textHeader(headers['content-encoding'])), signal);
    return {
      state: 'fetched',
      finalUrl: url.href,
      status: statusCode,
      title: titleOf(bytes, textHeader(headers['content-type'])),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
    };
  } finally {
    await agent.destroy();
  }
}

/** The address to connect to; throws an Ended unless every address of the name may be. */
async function checkedAddress(url: URL, { reach, resolve = systemResolver, signal }: Traveller): Promise<string> {
  // WHATWG URLs have one spelling of an address: 0x7f.1 and 2130706433 are 127.0.0.1 by now.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses = isIP(host) === 0 ? await orAborted(resolve(host), signal) : [host];
  const [first] = addresses;
  if (first === undefined) throw new Ended('unknown-host');
  if (!addresses.every((address) => reach.isAddress(address))) throw new Ended('internal-address', 'refused');
  return first;
}

async function systemResolver(name: string): Promise<readonly string[]> {
  try {
    return (await lookupName(name, { all: true, order: 'verbatim' })).map(({ address }) => address);
  } catch {
    return [];
  }
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** Whatever the name resolves to a moment later: the connection goes to the address that was checked. */
function only(address: string): LookupFunction {
  const family = isIP(address);
  return (_name, options, answer) => {
    if (options.all === true) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
}

function unpacked(body: Readable, encoding: string): Readable {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return body;
    case 'gzip':
    case 'x-gzip':
      return pipeline(body, createGunzip(), () => undefined);
    case 'deflate':
      return pipeline(body, createInflate(), () => undefined);
    case 'br':
      return pipeline(body, createBrotliDecompress(), () => undefined);
    default:
      throw new Ended('unreachable');
  }
}

async function readAll(page: Readable, signal: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  const abort = (): void => void page.destroy(new Error('aborted'));
  signal.addEventListener('abort', abort);
  try {
    for await (const part of page as AsyncIterable<Buffer>) {
      const bytes: Buffer = part;
      size += bytes.length;
      if (size > MOST_BYTES) throw new Ended('too-large');
      parts.push(bytes);
    }
  } finally {
    signal.removeEventListener('abort', abort);
  }
  return Buffer.concat(parts);
}

function textHeader(value: string | string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}
