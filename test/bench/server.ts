import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run, type Running } from '../support/processes.ts';

/** Runs the real server on an installation of its own while `work` measures it. */
export async function withServer<T>(work: (origin: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-bench-'));
  const server = run(['server/src/main.ts'], { dataDir: folder, env: { PORT: '0', LOG_LEVEL: 'silent' } });
  try {
    return await work(await addressOf(server), folder);
  } finally {
    server.kill('SIGTERM');
    await server.ended;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Waits for the line that names the address. */
export async function addressOf(server: Running): Promise<string> {
  for (;;) {
    const address = /Patuh serves (\S+)/.exec(server.output())?.[1];
    if (address !== undefined) return address;
    const ended = await Promise.race([server.ended, new Promise<undefined>((resolve) => setTimeout(resolve, 50))]);
    if (ended !== undefined) throw new RangeError(`A server did not start: ${ended.stderr}`);
  }
}

/** What a browser gets: the body as it is compressed on the way. */
export async function compressedBytes(url: string): Promise<{ readonly body: Buffer; readonly type: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { headers: { 'accept-encoding': 'br' } }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => resolve({ body: Buffer.concat(chunks), type: reply.headers['content-type'] ?? '' }));
    });
    asking.on('error', reject);
    asking.end();
  });
}
