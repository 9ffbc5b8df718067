import type { FastifyReply, FastifyRequest } from 'fastify';

/** Its name and flags follow from how people reach the server: browsers take `__Host-` over HTTPS only. */
export interface RefreshCookie {
  readonly read: (request: FastifyRequest) => string | undefined;
  readonly write: (reply: FastifyReply, token: string, until: Date) => void;
  readonly clear: (reply: FastifyReply) => void;
}

/**
 * The refresh token lives where no script reads it (HttpOnly), no other site sends it (SameSite=Strict) and no other host
 * of the domain can plant one (`__Host-`).
 */
export function refreshCookie(publicUrl: string | null): RefreshCookie {
  const secure = publicUrl?.startsWith('https:') ?? false;
  const name = secure ? '__Host-patuh-refresh' : 'patuh-refresh';
  const flags = { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const;
  return {
    read: (request) => request.cookies[name],
    write: (reply, token, until) => void reply.setCookie(name, token, { ...flags, expires: until }),
    clear: (reply) => void reply.clearCookie(name, flags),
  };
}
