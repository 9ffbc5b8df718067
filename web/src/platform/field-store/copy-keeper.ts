import type { ChangeId } from '@patuh/shared/domain/ids';

import { fromBase64, toBase64 } from '../vault/seal.ts';
import type { CopyOwner, CopyRow } from './copy-rows.ts';
import type { JournalRow } from './idb-schema.ts';
import type { Room } from './room.ts';
import type { SecondCopy } from './second-copy.ts';

/** What the database and the second copy owe each other. */
export interface CopyKeeper {
  /** 1 where there is no second place, or it failed: then the database stands alone. */
  readonly copies: () => 1 | 2;
  /** Writes the missing ones into the copy, answers with those that only the copy has. */
  readonly compare: (rows: readonly JournalRow[]) => Promise<readonly FoundRow[]>;
  readonly append: (rows: readonly JournalRow[]) => Promise<void>;
  /** Mends a copy that failed; lets go of what the server has, once that is a good deal of it. */
  readonly tidy: (rows: readonly JournalRow[]) => Promise<void>;
  /** Whether it holds none of these any more. */
  readonly release: (ids: readonly ChangeId[]) => Promise<boolean>;
  readonly close: () => void;
}

export interface FoundRow {
  readonly change: JournalRow['change'];
  readonly sealed: JournalRow['sealed'];
}

/** A file that is written anew costs more than a few lines too many. */
const WORTH_IT = 500;

export function copyKeeper(copy: SecondCopy | undefined, owner: CopyOwner, room: Room): CopyKeeper {
  let works = copy !== undefined;
  /** Changes that the server has and the copy no more. */
  let dropped = new Set<ChangeId>();

  /** A copy that fails once is out of step: it is compared again with the next tidying, or the next start. */
  async function attempt<Value>(work: (copy: SecondCopy) => Promise<Value>, otherwise: Value): Promise<Value> {
    if (copy === undefined || !works) return otherwise;
    try {
      return await room.orMakeRoom(async () => await work(copy));
    } catch {
      works = false;
      return otherwise;
    }
  }

  async function compare(rows: readonly JournalRow[]): Promise<readonly FoundRow[]> {
    const known = rows.map(({ change }) => change.id);
    const compared = await attempt(async (it) => await it.begin(owner, known), undefined);
    if (compared === undefined) return [];
    const there = new Set(compared.held);
    const missing = rows.filter(({ change }) => !there.has(change.id));
    const done = doneOf(missing);
    // What the server has counts too, while it is little: a server may come out of a backup before anybody hears of it.
    dropped = new Set(done.length < WORTH_IT ? [] : done);
    const lacking = missing.filter(({ change }) => !dropped.has(change.id));
    // What it holds counts, also where nothing can be written to it any more.
    if (lacking.length > 0) await attempt(async (it) => await it.append(lacking.map(copyRow)), undefined);
    return compared.beyond.flatMap((row) => foundRow(row) ?? []);
  }

  return {
    copies: () => (works ? 2 : 1),
    compare,
    append: async (rows) => {
      await attempt(async (it) => await it.append(rows.map(copyRow)), undefined);
    },
    tidy: async (rows) => {
      if (!works && copy !== undefined) {
        works = true;
        await compare(rows);
      }
      const done = doneOf(rows);
      // A server that came out of a backup does not have them any more.
      const again = rows.filter(({ fate, change }) => fate.kind !== 'done' && dropped.has(change.id));
      if (again.length > 0) await attempt(async (it) => await it.append(again.map(copyRow)), undefined);
      for (const { change } of again) dropped.delete(change.id);
      if (done.length - dropped.size < WORTH_IT) return;
      await attempt(async (it) => await it.drop(done), undefined);
      dropped = new Set(done);
    },
    release: async (ids) => {
      if (copy === undefined || ids.length === 0) return true;
      await attempt(async (it) => await it.drop(ids), undefined);
      return works;
    },
    close: () => copy?.close(),
  };
}

function doneOf(rows: readonly JournalRow[]): readonly ChangeId[] {
  return rows.filter(({ fate }) => fate.kind === 'done').map(({ change }) => change.id);
}

export function copyRow({ change, sealed }: Pick<JournalRow, 'change' | 'sealed'>): CopyRow {
  return { ...change, sealed: toBase64(sealed) };
}

function foundRow({ id, assessmentId, deviceId, seq, sealed }: CopyRow): FoundRow | undefined {
  try {
    return { change: { id, assessmentId, deviceId, seq }, sealed: fromBase64(sealed) };
  } catch {
    return undefined;
  }
}
