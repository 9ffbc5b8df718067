import type { AssessmentId } from '@patuh/shared/domain/ids';

import type { CopyKeeper } from './copy-keeper.ts';
import type { Database } from './idb-database.ts';
import type { IdbJournal } from './idb-journal.ts';
import type { FieldDb, JournalRow, StoredFile } from './idb-schema.ts';

interface ForgetDeps {
  readonly db: Database;
  readonly journal: IdbJournal;
  readonly copy: Pick<CopyKeeper, 'release'>;
  readonly written: () => void;
}

/** Units of which something lies in the database and that the person has no more. */
export async function unitsBeyond(db: FieldDb): Promise<readonly AssessmentId[]> {
  const tx = db.transaction(['headers', 'journal', 'drafts', 'files', 'lastYears']);
  const [journal, drafts, files, lastYears, headers] = await Promise.all([
    tx.objectStore('journal').getAll(),
    tx.objectStore('drafts').getAll(),
    tx.objectStore('files').getAll(),
    tx.objectStore('lastYears').getAllKeys(),
    tx.objectStore('headers').getAllKeys(),
  ]);
  const rows = [...journal.map(({ change }) => change), ...drafts, ...files];
  const ids = new Set([...rows.map(({ assessmentId }) => assessmentId), ...lastYears]);
  for (const id of headers) ids.delete(id);
  return [...ids];
}

/** See `FieldStore.forget`. Looked at again in the step that deletes: another tab may have written meanwhile. */
export async function forgetUnit({ db, journal, copy, written }: ForgetDeps, id: AssessmentId): Promise<boolean> {
  const before = await remainsNow(await db.read(), id);
  if (before === undefined) return false;
  // The second copy first: what only that one had would come back from it, and be sent again.
  if (!(await copy.release(before.journal.map(({ change }) => change.id)))) return false;
  return await db.write(
    ['headers', 'journal', 'drafts', 'lastYears', 'files', 'contents', 'thumbnails', 'meta'],
    async () => await Promise.resolve(),
    async (tx) => {
      const left = remains(id, {
        header: await tx.objectStore('headers').getKey(id),
        journal: await tx.objectStore('journal').getAll(),
        files: await tx.objectStore('files').getAll(),
      });
      if (left === undefined) return () => false;
      const dropped = await journal.drop(tx, left.journal);
      for (const { key } of left.files) {
        for (const name of ['files', 'contents', 'thumbnails'] as const) void tx.objectStore(name).delete(key);
      }
      const drafts = await tx.objectStore('drafts').index('assessmentId').getAllKeys(id);
      for (const key of drafts) void tx.objectStore('drafts').delete(key);
      void tx.objectStore('lastYears').delete(id);
      const meta = tx.objectStore('meta');
      for (const name of ['note gone-at', 'note last-year-at', 'departed']) void meta.delete(`${name} ${id}`);
      return () => {
        dropped();
        written();
        return true;
      };
    },
  );
}

interface Remains {
  readonly journal: readonly JournalRow[];
  readonly files: readonly StoredFile[];
}

async function remainsNow(db: FieldDb, id: AssessmentId): Promise<Remains | undefined> {
  const tx = db.transaction(['headers', 'journal', 'files']);
  const [header, journal, files] = await Promise.all([
    tx.objectStore('headers').getKey(id),
    tx.objectStore('journal').getAll(),
    tx.objectStore('files').getAll(),
  ]);
  return remains(id, { header, journal, files });
}

/** Undefined while the person has the unit, or anything of it is at no server. */
function remains(id: AssessmentId, all: Remains & { readonly header: AssessmentId | undefined }): Remains | undefined {
  if (all.header !== undefined) return undefined;
  const journal = all.journal.filter(({ change }) => change.assessmentId === id);
  const files = all.files.filter(({ assessmentId }) => assessmentId === id);
  const isReceipted =
    journal.every(({ fate }) => fate.kind === 'done' || fate.kind === 'late') &&
    files.every(({ arrivedAt, unfinished }) => arrivedAt !== null && unfinished === null);
  return isReceipted ? { journal, files } : undefined;
}
