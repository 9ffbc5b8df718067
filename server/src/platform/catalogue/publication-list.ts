import type { PublicationListEntry } from '@patuh/shared/contracts/publications';

import type { StoredPublication } from './stored-publication.ts';

/** Newest first, each with what it replaces and what replaced it: nothing published ever disappears from the list. */
export function publicationEntries(stored: readonly StoredPublication[]): readonly PublicationListEntry[] {
  const replacedBy = new Map(stored.map(({ file }) => [file.payload.replaces?.id, file.payload.id]));
  return stored
    .map(({ file, text }) => {
      const { id, publicationKind, title, scope, year, publishedAt, replaces } = file.payload;
      return {
        id,
        publicationKind,
        title,
        scope,
        year,
        hash: file.hash,
        publishedAt,
        decree: file.payload.publicationKind === 'computed' ? file.payload.decree : null,
        replaces: replaces === null ? null : { id: replaces.id, reason: replaces.reason },
        replacedBy: replacedBy.get(id) ?? null,
        bytes: Buffer.byteLength(text),
      };
    })
    .toReversed();
}
