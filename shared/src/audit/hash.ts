import { canonicalText } from '../publication/canonical.ts';
import { sha256Hex } from '../publication/hash.ts';
import type { AuditEvent } from './event.ts';

/** SHA-256 over the RFC 8785 bytes of everything an event says, its place and the hash before it included. */
export function auditHash(event: Omit<AuditEvent, 'hash'>): string {
  return sha256Hex(canonicalText(event));
}
