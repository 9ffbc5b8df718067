import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';

import pLimit from 'p-limit';

import { DOCUMENT_BYTES } from '@patuh/shared/domain/evidence';

import type { FileFault, InspectFile, Inspected } from './inspect.ts';
import { jpegFault } from './jpeg-structure.ts';
import { pictureOf } from './pictures.ts';

const DOCUMENT: Inspected = { width: null, height: null, look: null };

/** What so many of them cost in memory is what all of them may cost. */
const photosInTurn = pLimit(2);
const documentsInTurn = pLimit(1);

/** Takes photos (JPEG) and documents (PDF) that are nothing but that, known by their content alone. */
export const inspectFile: InspectFile = async (path, type) =>
  await (type === 'image/jpeg' ? photosInTurn : documentsInTurn)(async () => {
    const bytes = await readFile(path);
    if (bytes.length === 0) return { fault: 'empty' };
    if (bytes.length > DOCUMENT_BYTES) return { fault: 'swells' };
    return type === 'image/jpeg' ? await inspectPhoto(bytes) : await inspectDocument(path);
  });

async function inspectPhoto(bytes: Buffer): ReturnType<InspectFile> {
  const fault = jpegFault(bytes);
  if (fault !== undefined) return { fault };
  try {
    return await pictureOf(bytes);
  } catch {
    return { fault: 'unreadable' };
  }
}

const LONGEST_MS = 30_000;
/** Of the thread’s objects; what a document unpacks to is bounded where it is unpacked. */
const MOST_MEGABYTES = 256;

async function inspectDocument(path: string): ReturnType<InspectFile> {
  const fault = await new Promise<FileFault | 'none'>((resolve, reject) => {
    const thread = new Worker(new URL('pdf-thread.ts', import.meta.url), {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    const patience = setTimeout(() => void thread.terminate(), LONGEST_MS);
    thread.once('message', resolve);
    thread.once('error', (error: Error & { code?: string }) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve('swells') : reject(error),
    );
    // Before its answer: it was ended.
    thread.once('exit', () => {
      clearTimeout(patience);
      resolve('swells');
    });
  });
  return fault === 'none' ? DOCUMENT : { fault };
}
