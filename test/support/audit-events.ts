import type { AuditHead } from '@patuh/shared/audit/chain';
import { AuditEntry, type AuditEvent } from '@patuh/shared/audit/event';
import { auditHash } from '@patuh/shared/audit/hash';

/** Something that was done; what is not named is an import by the command. */
export function anEntry(overrides: Readonly<Record<string, unknown>> = {}): AuditEntry {
  return AuditEntry.parse({
    office: 'pusat',
    actor: { kind: 'command', id: 'import' },
    action: 'publication.imported',
    subject: { kind: 'publication', id: '53-2024-1' },
    beforeHash: null,
    afterHash: 'a'.repeat(64),
    detail: { chain: 'main' },
    ...overrides,
  });
}

/** A chain of so many events, made without the server. */
export function aChain(length: number): { readonly events: readonly AuditEvent[]; readonly head: AuditHead } {
  const events: AuditEvent[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const content: Omit<AuditEvent, 'hash'> = {
      office: 'pusat',
      sequence,
      id: `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`,
      at: new Date(Date.UTC(2026, 10, 22, 9, 0, sequence)).toISOString(),
      actorKind: 'command',
      actor: 'import',
      action: 'publication.corrected',
      subjectKind: 'publication',
      subjectId: `53-2024-${sequence}`,
      beforeHash: 'b'.repeat(64),
      afterHash: String(sequence).padStart(64, 'a'),
      detail: { chain: 'main', rows: sequence },
      previous: events.at(-1)?.hash ?? null,
    };
    events.push({ ...content, hash: auditHash(content) });
  }
  const { hash = '' } = events.at(-1) ?? {};
  return { events, head: { sequence: length, hash } };
}
