import type { AuditActor, AuditEntry } from '@patuh/shared/audit/event';
import { canonicalText } from '@patuh/shared/publication/canonical';
import { sha256Hex } from '@patuh/shared/publication/hash';
import type { PublicationFile } from '@patuh/shared/publication/payload';

import type { ReferenceRows } from './queries.ts';

/** What the audit says of a publication that was imported. The reason of a correction stands in the publication itself. */
export function publicationEntry(actor: AuditActor, { payload, hash }: PublicationFile): AuditEntry {
  const { id, chain, replaces } = payload;
  return {
    office: 'pusat',
    actor,
    action: replaces === null ? 'publication.imported' : 'publication.corrected',
    subject: { kind: 'publication', id },
    beforeHash: replaces?.hash ?? null,
    afterHash: hash,
    detail: { chain, ...(replaces !== null && { replaces: replaces.id }) },
  };
}

/** What the audit says of regions and instruments that were loaded; undefined if they are what they were. */
export function referenceEntry(actor: AuditActor, before: ReferenceRows, after: ReferenceRows): AuditEntry | undefined {
  const beforeHash = before.provinces.length === 0 ? null : referenceHash(before);
  const afterHash = referenceHash(after);
  if (beforeHash === afterHash) return undefined;
  return {
    office: 'pusat',
    actor,
    action: 'reference.changed',
    subject: { kind: 'reference', id: 'reference' },
    beforeHash,
    afterHash,
    detail: {
      provinces: after.provinces.length,
      governments: after.governments.length,
      instruments: after.instruments.length,
    },
  };
}

function referenceHash({ provinces, governments, instruments }: ReferenceRows): string {
  return sha256Hex(canonicalText([provinces, governments, instruments.map(({ contentHash }) => contentHash)]));
}
