import { carriedBook, copyBook } from './copy-book.ts';
import { opfsFolder } from './opfs-folder.ts';
import type { CopyCall, CopyReply } from './opfs-messages.ts';

/** Writes the second copies: only a worker may flush a file of the private folder to the disk. */

const book = copyBook(opfsFolder);
const LOCK = 'patuh-copy';

/** The tabs of this device write one after the other. */
async function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  const { locks } = navigator as Partial<Navigator>;
  return locks === undefined ? await work() : await locks.request(LOCK, work);
}

async function answer(call: CopyCall): Promise<unknown> {
  switch (call.kind) {
    case 'begin':
      return await book.begin(call.owner, call.known);
    case 'append':
      return await book.append(call.person, call.rows);
    case 'drop':
      return await book.drop(call.person, call.ids);
    case 'carried':
      return await carriedBook(opfsFolder, call.person).all();
    case 'carry':
      return await carriedBook(opfsFolder, call.person).keep(call.copy);
    case 'leave':
      return await carriedBook(opfsFolder, call.person).leave(call.file);
    default:
      return call satisfies never;
  }
}

async function reply({
  data: { id, call },
}: MessageEvent<{ readonly id: number; readonly call: CopyCall }>): Promise<void> {
  const told = await alone(async () => await answer(call)).then(
    (value): CopyReply => ({ id, value }),
    (error: unknown): CopyReply => ({ id, error: error instanceof DOMException ? error.name : 'UnknownError' }),
  );
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its page only
  globalThis.postMessage(told);
}

globalThis.addEventListener('message', (event: MessageEvent<{ readonly id: number; readonly call: CopyCall }>) => {
  void reply(event);
});
