import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

import { pdfFault } from './pdf-content.ts';

// A thread of its own: whatever the document makes it do, the server goes on, and can end it.
const path: unknown = workerData;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread speaks to the one that started it only
parentPort?.postMessage(pdfFault(readFileSync(String(path))) ?? 'none');
