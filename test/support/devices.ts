import type { Site } from './site.ts';

interface BrowserReply {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A browser as far as signing in goes: it keeps its cookies and sends them. */
export interface Browser {
  post(path: string, body?: object): Promise<BrowserReply>;
  /** The refresh cookie as `name=value`; undefined if there is none. */
  cookie(): string | undefined;
  /** Puts a cookie there, as a thief or a backup does. */
  setCookie(cookie: string | undefined): void;
}

export function aBrowser(site: Site): Browser {
  let jar: string | undefined;
  return {
    cookie: () => jar,
    setCookie: (cookie) => {
      jar = cookie;
    },
    post: async (url, body) => {
      const sent = jar === undefined ? {} : { headers: { cookie: jar } };
      const reply = await site.app.inject({ method: 'POST', url, ...sent, ...(body && { payload: body }) });
      const [pair] = String(reply.headers['set-cookie'] ?? '').split(';');
      if (pair !== undefined && pair !== '') jar = pair.endsWith('=') ? undefined : pair;
      return { status: reply.statusCode, body: reply.json(), headers: reply.headers };
    },
  };
}

/** A clock that a test moves. */
export function aClock(start = new Date()): { now: () => Date; pass: (minutes: number) => void } {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    pass: (minutes) => {
      at += minutes * 60_000;
    },
  };
}

export const DAY = 24 * 60;
