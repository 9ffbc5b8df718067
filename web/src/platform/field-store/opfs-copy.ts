import type { CopyCall, CopyReply } from './opfs-messages.ts';
import type { CarriedCopy, Compared, OpenSecondCopy } from './second-copy.ts';

/** A worker that was ended by the browser says nothing; an answer must not wait for it for ever. */
const PATIENCE_MS = 15_000;

/** The second copy in the private folder of this origin, kept by a worker: only there a file can be flushed. */
export const opfsCopy: OpenSecondCopy = (person) => {
  if (!hasFolder()) return undefined;
  const worker = new Worker(new URL('./opfs-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (reply: CopyReply) => void>();
  let last = 0;

  async function ask<Value>(call: CopyCall): Promise<Value> {
    last += 1;
    const id = last;
    const reply = await new Promise<CopyReply>((resolve) => {
      const patience = setTimeout(() => resolve({ id, error: 'TimeoutError' }), PATIENCE_MS);
      waiting.set(id, (told) => {
        clearTimeout(patience);
        resolve(told);
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin of its own
      worker.postMessage({ id, call });
    });
    waiting.delete(id);
    if ('error' in reply) throw new DOMException('The second copy was not written', reply.error);
    return reply.value as Value;
  }

  worker.addEventListener('message', ({ data }: MessageEvent<CopyReply>) => waiting.get(data.id)?.(data));
  worker.addEventListener('error', () => {
    for (const [id, tell] of waiting) tell({ id, error: 'NetworkError' });
  });

  return {
    begin: async (owner, known) => await ask<Compared>({ kind: 'begin', owner, known }),
    append: async (rows) => await ask({ kind: 'append', person, rows }),
    drop: async (ids) => await ask({ kind: 'drop', person, ids }),
    carried: {
      all: async () => await ask<readonly CarriedCopy[]>({ kind: 'carried', person }),
      keep: async (copy) => await ask({ kind: 'carry', person, copy }),
      leave: async (file) => await ask({ kind: 'leave', person, file }),
    },
    close: () => worker.terminate(),
  };
};

function hasFolder(): boolean {
  const { storage } = navigator as { readonly storage?: Partial<StorageManager> };
  return storage?.getDirectory !== undefined && typeof Worker !== 'undefined';
}
