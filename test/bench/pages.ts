import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import autocannon from 'autocannon';

import { run, type Running } from '../support/processes.ts';
import { type BenchLine, median } from './compare.ts';
import { addressOf, compressedBytes, withServer } from './server.ts';

/** Requests per second of the real server against a bare Fastify route that sends the same compressed bytes. */

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 32;
const CASES = [
  { name: 'rankings JSON', path: '/api/rankings/53/2024' },
  { name: 'rankings HTML', path: '/peringkat/53/2024' },
] as const;

export async function benchPages(): Promise<readonly BenchLine[]> {
  return withServer(async (origin, folder) => {
    const lines: BenchLine[] = [];
    for (const { name, path } of CASES) lines.push(await contest(name, `${origin}${path}`, folder));
    return lines;
  });
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

async function requestsPerSecond(url: string, duration: number): Promise<number> {
  const result = await autocannon({ url, duration, connections: CONNECTIONS, headers: { 'accept-encoding': 'br' } });
  if (result.non2xx > 0 || result.errors > 0) throw new RangeError(`${url} did not answer every request`);
  return Math.round(result.requests.average);
}
