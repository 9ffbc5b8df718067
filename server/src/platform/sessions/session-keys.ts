import { hkdfSync } from 'node:crypto';

/** One secret, and a key of its own for each use: a value made for one can never pass for another. */
export interface SessionKeys {
  /** Signs access tokens. */
  readonly access: Buffer;
  /** Signs refresh tokens. */
  readonly refresh: Buffer;
  /** Encrypts the secrets of authenticator apps. */
  readonly secondFactor: Buffer;
  /** Hides recovery codes from whoever reads the table. */
  readonly recovery: Buffer;
  /** Hides whom a count of wrong attempts is about. */
  readonly throttle: Buffer;
  /** Signs addresses of files of evidence. */
  readonly evidence: Buffer;
}

export function sessionKeys(secret: string): SessionKeys {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'patuh', use, 32));
  return {
    access: keyFor('access token'),
    refresh: keyFor('refresh token'),
    secondFactor: keyFor('second factor'),
    recovery: keyFor('recovery code'),
    throttle: keyFor('sign-in throttle'),
    evidence: keyFor('evidence address'),
  };
}
