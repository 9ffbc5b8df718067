import { NoAnswer, ProblemReply } from '../call.ts';
import type { Ending } from '../field-store/exchange.ts';
import type { FieldStore } from '../field-store/field-store.ts';
import { fileKey, type FileRow, type FileShelf } from '../field-store/file-shelf.ts';
import type { SendFiles, SendingJob } from '../field-store/files-desk.ts';
import { oneByOne } from './one-by-one.ts';
import { type SendOne, type SendPart, UploadLost } from './sending.ts';

const DONE: Ending = { kind: 'done' };

/** What the server says of a file that it will never take. What came of a team that changed may be tried again by hand. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'file-refused',
  'too-many-files',
  'request-too-large',
  'not-found',
  'not-permitted',
  'invalid-request',
]);

/** Over rounds, for as long as a store is open. */
const troubledIn = new WeakMap<FieldStore, Set<string>>();

/** Brings what waits to the server, one file after the other, until something else goes first. */
export function sendFilesBy(sendOne: SendOne): SendFiles {
  return async (job) => {
    const shelf = await job.store.shelf();
    const troubled = troubledIn.get(job.store) ?? new Set();
    troubledIn.set(job.store, troubled);
    const further = { is: false };
    const ending = await oneByOne({
      waiting: job.waiting,
      keyOf: fileKey,
      troubled,
      send: async (row, place) => {
        const outcome = await sendRow(sendOne, job, { shelf, row, place, accepted: () => (further.is = true) });
        await job.told();
        return outcome;
      },
    });
    return ending.kind === 'unreachable' ? { ...ending, further: further.is } : ending;
  };
}

interface Turn {
  readonly shelf: FileShelf;
  readonly row: FileRow;
  readonly place: { readonly number: number; readonly of: number };
  readonly accepted: () => void;
}

/** Undefined where the next one may follow. */
async function sendRow(
  sendOne: SendOne,
  { mayGoOn, progress, now }: SendingJob,
  { shelf, row, place, accepted }: Turn,
): Promise<Ending | undefined> {
  const content = await shelf.content(row);
  if (content === undefined) {
    await shelf.tell(row, { refused: 'not-here' });
    return undefined;
  }
  let { uploadPath } = row;
  const part: SendPart = {
    mayGoOn,
    begun: (path) => {
      if (path === uploadPath) return;
      uploadPath = path;
      void shelf.tell(row, { uploadPath: path }).catch(() => undefined);
    },
    accepted,
    sent: (bytes) => progress({ ...place, percent: Math.floor((100 * bytes) / row.size) }),
  };
  try {
    const outcome = await sendOne({ ...row, uploadPath, content: new Blob([content]) }, part);
    if (outcome === 'paused') return DONE;
    await shelf.tell(row, { arrivedAt: now().toISOString(), sent: row.size, uploadPath: null });
    return undefined;
  } catch (error) {
    return await endingOf(error, shelf, row);
  }
}

async function endingOf(error: unknown, shelf: FileShelf, row: FileRow): Promise<Ending | undefined> {
  if (error instanceof NoAnswer && error.reason !== 'unreadable') return { kind: 'unreachable' };
  if (error instanceof UploadLost) {
    await shelf.tell(row, { uploadPath: null, sent: 0 });
    return { kind: 'problem', code: 'upload-elsewhere' };
  }
  if (!(error instanceof ProblemReply)) return { kind: 'problem', code: 'internal-error' };
  const { code } = error.problem;
  if (code === 'signed-out') return { kind: 'signed-out' };
  if (FOR_GOOD.has(code)) {
    await shelf.tell(row, { refused: code, uploadPath: null, sent: 0 });
    return undefined;
  }
  // What arrived there is not what is here: from the beginning, with the next attempt.
  if (code === 'file-differs') await shelf.tell(row, { uploadPath: null, sent: 0 });
  return { kind: 'problem', code };
}
