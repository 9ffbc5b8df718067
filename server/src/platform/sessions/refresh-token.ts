import { createHmac, timingSafeEqual } from 'node:crypto';

import { SessionId } from '@patuh/shared/domain/ids';

/** The n-th refresh token of a session. Nothing about it is stored but the number of the newest. */
export interface RefreshToken {
  readonly sessionId: SessionId;
  readonly generation: number;
}

/**
 * `session.generation.seal`. The same token is made again whenever it is asked for, so that an answer lost on the way can
 * be repeated word for word.
 */
export function refreshToken(key: Buffer, { sessionId, generation }: RefreshToken): string {
  const content = `${sessionId}.${generation}`;
  return `${content}.${seal(key, content).toString('base64url')}`;
}

/** Undefined for whatever this installation did not make. */
export function readRefreshToken(key: Buffer, text: string | undefined): RefreshToken | undefined {
  const parts = /^(?<content>(?<id>[0-9a-f-]{36})\.(?<generation>[1-9]\d{0,8}))\.(?<seal>[\w-]{43})$/.exec(text ?? '');
  const { content = '', id = '', generation = '', seal: given = '' } = parts?.groups ?? {};
  const sessionId = SessionId.safeParse(id);
  if (!sessionId.success || !isSame(seal(key, content), Buffer.from(given, 'base64url'))) return undefined;
  return { sessionId: sessionId.data, generation: Number(generation) };
}

function seal(key: Buffer, content: string): Buffer {
  return createHmac('sha256', key).update(content).digest();
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
