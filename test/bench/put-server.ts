import { randomUUID } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { syncFolder } from '@patuh/server/platform/postgres-files';

/**
 * The baseline of the upload benchmark: a body becomes a file, on the disk before it is answered, and nothing else. Nobody is
 * asked who they are, nothing is looked at, no row is written.
 */
const folder = await mkdtemp(join(tmpdir(), 'patuh-put-'));
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    void store(Buffer.concat(chunks)).then(() => response.writeHead(204).end());
  });
});

async function store(bytes: Buffer): Promise<void> {
  const file = await open(join(folder, randomUUID()), 'wx', 0o600);
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await syncFolder(folder);
}

process.on('SIGTERM', () => void rm(folder, { recursive: true, force: true }).then(() => process.exit(0)));
// Connections wait while it is the other's turn.
server.keepAliveTimeout = 10 * 60 * 1000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) console.log(`Patuh serves http://127.0.0.1:${address.port}`);
});
