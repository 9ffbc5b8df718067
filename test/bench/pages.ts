import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import autocannon from 'autocannon';

import { run, type Running } from '../support/processes.ts';
import type { BenchLine } from './compare.ts';
import { addressOf } from './server.ts';

/** Requests per second of the real server against a bare Fastify route that sends the same compressed bytes. */

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 32;
const CASES = [
  { name: 'rankings JSON', path: '/api/rankings/53/2024' },
  { name: 'rankings HTML', path: '/peringkat/53/2024' },
] as const;

export async function benchPages(): Promise<readonly BenchLine[]> {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-bench-'));
  const ours = run(['server/src/main.ts'], { dataDir: folder, env: { PORT: '0', LOG_LEVEL: 'silent' } });
  try {
    const origin = await addressOf(ours);
    const lines: BenchLine[] = [];
    for (const { name, path } of CASES) lines.push(await contest(name, `${origin}${path}`, folder));
    return lines;
  } finally {
    ours.kill('SIGTERM');
    await ours.ended;
    await rm(folder, { recursive: true, force: true });
  }
}

async function contest(name: string, url: string, folder: string): Promise<BenchLine> {
  const bare = await bareServer(url, folder);
  try {
    const bareUrl = await addressOf(bare);
    await requestsPerSecond(bareUrl, 1);
    await requestsPerSecond(url, 1);
    const rounds: { readonly own: number; readonly bare: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({ bare: await requestsPerSecond(bareUrl, SECONDS), own: await requestsPerSecond(url, SECONDS) });
    }
    return {
      name,
      value: median(rounds.map(({ own }) => own)),
      unit: 'requests/s',
      baseline: median(rounds.map((round) => round.bare)),
      ratio: median(rounds.map((round) => Math.round((1000 * round.own) / round.bare) / 1000)),
    };
  } finally {
    bare.kill('SIGTERM');
    await bare.ended;
  }
}

/** The same bytes as ours sends: fetched compressed and sent on as they are. */
async function bareServer(url: string, folder: string): Promise<Running> {
  const { body, type } = await compressedBytes(url);
  const file = join(folder, 'same-bytes');
  await writeFile(file, body);
  return run(['test/bench/bare-server.ts', file, type]);
}

async function compressedBytes(url: string): Promise<{ readonly body: Buffer; readonly type: string }> {
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

async function requestsPerSecond(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, duration, connections: CONNECTIONS, headers: { 'accept-encoding': 'br' } });
  if (result.non2xx > 0 || result.errors > 0) throw new RangeError(`${url} did not answer every request`);
  return Math.round(result.requests.average);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
