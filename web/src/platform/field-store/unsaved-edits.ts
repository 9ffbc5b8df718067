import type { Edit } from '@patuh/shared/domain/change';

import type { FieldStore, JournalEntry } from './field-store.ts';
import type { Unsaved } from './local-cell.ts';

/**
 * Edits on their way into the store. Those of one place go one after the other, so that none overtakes an earlier one;
 * what the device could not keep is tried again until it is kept, and stays in sight as not kept.
 */
export interface UnsavedEdits {
  /** Resolves when it is kept, or could not be for now. */
  keep(place: string, edit: Edit): Promise<void>;
  /** The newest of each place. */
  at(place: string): Unsaved | undefined;
  /** What is being kept just now; what the device could not keep is not among it. */
  underWay(): readonly Edit[];
  /** How many the device could not keep so far. */
  failed(): number;
  /** Now, and not when it is their turn again. */
  retry(): void;
  /** Whether anything is on its way, or not kept. */
  pending(): boolean;
  /** Once nothing is on its way any more: kept, or not. */
  atRest(): Promise<void>;
}

interface UnsavedDeps {
  readonly store: Pick<FieldStore, 'put'>;
  /** Calls once it is worth trying again, the later the more often it failed in a row. */
  readonly again: (failures: number, call: () => void) => void;
  readonly kept: (place: string, entry: JournalEntry) => void;
  readonly changed: (place: string) => void;
}

export function unsavedEdits({ store, again, kept, changed }: UnsavedDeps): UnsavedEdits {
  const queues = new Map<string, readonly Edit[]>();
  const stuck = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let failures = 0;
  let planned = false;

  async function work(place: string): Promise<void> {
    try {
      // What ends at once would otherwise end before it is known to run.
      await Promise.resolve();
      for (let edit = queues.get(place)?.[0]; edit !== undefined; edit = queues.get(place)?.[0]) {
        const entry = await store.put(edit);
        failures = 0;
        stuck.delete(place);
        const rest = (queues.get(place) ?? []).slice(1);
        if (rest.length === 0) queues.delete(place);
        else queues.set(place, rest);
        kept(place, entry);
      }
    } catch {
      stuck.add(place);
      plan();
      changed(place);
    } finally {
      running.delete(place);
    }
  }

  async function run(place: string): Promise<void> {
    const under = running.get(place) ?? work(place);
    running.set(place, under);
    await under;
  }

  function plan(): void {
    if (planned) return;
    planned = true;
    failures += 1;
    again(failures, () => {
      planned = false;
      retry();
    });
  }

  function retry(): void {
    for (const place of stuck) void run(place);
  }

  return {
    keep: async (place, edit) => {
      queues.set(place, [...(queues.get(place) ?? []), edit]);
      await run(place);
    },
    at: (place) => {
      const newest = queues.get(place)?.at(-1);
      return newest && { changeId: newest.id, entry: newest.entry, failed: stuck.has(place) };
    },
    underWay: () => [...queues].flatMap(([place, edits]) => (stuck.has(place) ? [] : edits)),
    failed: () => [...stuck].reduce((sum, place) => sum + (queues.get(place)?.length ?? 0), 0),
    retry,
    pending: () => queues.size > 0,
    atRest: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}
