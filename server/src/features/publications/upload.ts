import type { ImportInput, ImportOutcome } from '@patuh/shared/contracts/imports';
import type { Actor } from '@patuh/shared/domain/actor';
import { PublicationId } from '@patuh/shared/publication/payload';

import type { ApiDeps } from '@patuh/server/platform/access';
import { importPublished } from './import.ts';
import { readPublishedFiles } from './import-files.ts';
import { readReference } from './reference.ts';

export interface UploadDeps extends Pick<ApiDeps, 'db' | 'now'> {
  readonly signingKeys: { readonly main: Uint8Array };
}

/** Takes a file of published results over, by the very checks of `npm run import`: all of it or nothing. */
export async function uploadResults(
  { db, now, signingKeys }: UploadDeps,
  actor: Actor,
  { file, correction }: ImportInput,
): Promise<ImportOutcome> {
  const reference = await readReference(db);
  const results = { name: file.name, bytes: new TextEncoder().encode(file.text) };
  const read = readPublishedFiles({ results }, reference);
  if (read.kind === 'faulty') {
    const faults = read.faults.map(({ line, column, message }) => ({ line, column, message }));
    return { kind: 'refused', faults, changes: [] };
  }
  const by = { kind: 'person', id: actor.personId } as const;
  const deps = { db, now, reference, secretKey: signingKeys.main, actor: by };
  const result = await importPublished(deps, read.input, correction ?? { replaces: [], reason: null });
  if (result.kind === 'done') {
    const lists = result.lists.map(({ id, year, outcome, rows }) => ({
      id: PublicationId.parse(id),
      year,
      outcome,
      rows,
    }));
    return { kind: 'done', lists };
  }
  return {
    kind: 'refused',
    faults: [...result.faults],
    changes: result.changes.map((change) => ({ ...change, publication: PublicationId.parse(change.publication) })),
  };
}
