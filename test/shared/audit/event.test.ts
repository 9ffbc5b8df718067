import { AuditEntry } from '@patuh/shared/audit/event';
import { auditHash } from '@patuh/shared/audit/hash';
import { describe, expect, it } from 'vitest';

import { aChain, anEntry } from '../../support/audit-events.ts';

describe('an audit entry', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['an e-mail address as a person', { actor: { kind: 'person', id: 'budi@ombudsman.example' } }],
    ['a name as a person', { actor: { kind: 'person', id: 'Budi Santoso' } }],
    ['the name of a user of the machine with a person’s kind', { actor: { kind: 'person', id: 'budi' } }],
    ['an e-mail address as a command', { actor: { kind: 'command', id: 'budi@kupang' } }],
    ['a sentence as a subject', { subject: { kind: 'publication', id: 'Nilai salah ketik' } }],
    ['a reason in words', { detail: { reason: 'Salah ketik pada sumber' } }],
    ['an e-mail address in the detail', { detail: { by: 'budi@ombudsman.example' } }],
    ['a long text', { detail: { text: 'a'.repeat(129) } }],
    ['a thing inside the detail', { detail: { answers: { q1: 3 } } }],
    ['a fraction', { detail: { score: 51.43 } }],
    ['too many details', { detail: Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`d${n}`, n])) }],
    ['an action that is not on the list', { action: 'publication.deleted' }],
    ['an office that is none', { office: 'kupang' }],
    ['a hash that is none', { afterHash: 'abc' }],
    ['anything more', { reason: 'x' }],
  ])('cannot hold %s', (_what, overrides) => {
    expect(AuditEntry.safeParse({ ...anEntry(), ...overrides }).success).toBe(false);
  });

  it('holds ids, hashes and counts', () => {
    const detail = { replaces: '53-2024-1', batch: 'c'.repeat(64), changes: 300 };
    expect(anEntry({ detail, office: '53' })).toMatchObject({ detail });
  });
});

describe('the hash of an audit event', () => {
  // Computed by another program over the text written by hand.
  it('is SHA-256 over its canonical text', () => {
    const { hash, ...content } = aChain(1).events[0]!;
    expect(auditHash(content)).toBe(hash);
    expect(hash).toBe('f5a1ff347b74c70b91d0bdf87d7223cd52e6d2c0bc3378494d426883934f4a21');
  });
});
