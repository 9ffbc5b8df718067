import type { ChangeId } from '@patuh/shared/domain/ids';

import type { Vault } from '../vault/vault.ts';
import type { Database } from './idb-database.ts';
import type { IdbJournal, RowContent } from './idb-journal.ts';
import type { JournalRow } from './idb-schema.ts';
import { openedJson } from './sealed-json.ts';

type Content = Pick<JournalRow, 'sealed' | 'proven'>;

/**
 * What was entered before this device had the key of its author is sealed anew, with its proof: without one nobody but
 * the author could bring it to the server. Answers with the rows it wrote.
 */
export async function reproven(db: Database, vault: Vault, journal: IdbJournal): Promise<readonly JournalRow[]> {
  const open = (await journal.rows(await db.read())).filter(({ proven, fate }) => !proven && fate.kind !== 'done');
  if (open.length === 0) return [];

  async function contents(): Promise<ReadonlyMap<ChangeId, Content>> {
    const sealing = open.map(async ({ change, sealed }) => {
      const content = await openedJson<RowContent>(vault, sealed);
      return content === undefined ? [] : [[change.id, await journal.sealed(content.edit)] as const];
    });
    return new Map((await Promise.all(sealing)).flat());
  }

  return await db.write(['journal', 'meta'], contents, async (tx, sealed) => {
    const written: JournalRow[] = [];
    const { kept } = await journal.decide(tx, (now) => ({
      ...now,
      entries: now.entries.map((row) => {
        const content = sealed.get(row.change.id);
        if (content === undefined) return row;
        written.push({ ...row, ...content });
        return { ...row, ...content };
      }),
    }));
    return () => {
      kept();
      return written;
    };
  });
}
