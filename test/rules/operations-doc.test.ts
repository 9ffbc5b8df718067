import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  judgeBackup,
  judgeCertificate,
  judgeClock,
  judgeDisk,
  judgeDrill,
  judgeLate,
} from '@patuh/server/features/system/policy';
import { SHORTEST_PASSPHRASE } from '@patuh/server/platform/backup/key-box';
import { describe, expect, it } from 'vitest';

import { tableUnder } from '../support/markdown-tables.ts';
import { ourEntries, ROOT } from '../support/root.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { files } = await ourEntries();
const documents = files.filter((file) => file.endsWith('.md'));
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
const page = read('docs/operations.md');

describe('the documents', () => {
  it.each(documents)('%s names only npm scripts that exist', (document) => {
    const named = [...read(document).matchAll(/npm run (?<name>[a-z][a-z:]*)/g)].map(
      ({ groups }) => groups?.['name'] ?? '',
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

describe('docs/operations.md', () => {
  it('runs only commands that exist', () => {
    const commands = [...page.matchAll(/server\/src\/commands\/(?<name>[a-z-]+\.ts)/g)].map(
      ({ groups }) => groups?.['name'],
    );
    const there = files.filter((file) => file.startsWith('server/src/commands/')).map((file) => file.split('/').at(-1));
    expect(commands.length).toBeGreaterThan(0);
    expect(there).toEqual(expect.arrayContaining(commands));
  });

  it('states when the health of the system asks for attention as it is', () => {
    const rows = tableUnder(page, 'Kesehatan sistem');
    const now = new Date('2026-11-22T00:00:00Z');
    const days = (count: number): Date => new Date(now.getTime() + count * 86_400_000);
    const clock = (apartMs: number) =>
      judgeClock({ server: now, database: new Date(now.getTime() + apartMs), lastAuditEvent: null });
    const backup = (byHand: Date) => judgeBackup({ byHand, automatic: null }, now);
    const GB = 1e9;
    const stated: readonly (readonly [line: string, figures: string, judged: readonly string[]])[] = [
      [
        'Ruang penyimpanan',
        'under 5 GB or 10 % free; bad under 1 GB or 5 %',
        [
          judgeDisk(5 * GB, 50 * GB),
          judgeDisk(4.9 * GB, 20 * GB),
          judgeDisk(0.9 * GB, 5 * GB),
          judgeDisk(9 * GB, 100 * GB),
          judgeDisk(4 * GB, 100 * GB),
        ],
      ],
      ['Jam', 'differ by 5 seconds', [clock(5_000), clock(5_001)]],
      [
        'Cadangan',
        'no backup for two days, bad after eight',
        [backup(days(-2)), backup(days(-2.1)), backup(days(-8.1))],
      ],
      ['Latihan pemulihan', 'half a year', [judgeDrill(days(-183), now), judgeDrill(days(-184), now)]],
      [
        'Sertifikat HTTPS',
        'fewer than 14 days left, bad under 3',
        [judgeCertificate(days(14), now), judgeCertificate(days(13.9), now), judgeCertificate(days(2.9), now)],
      ],
      ['Jawaban terlambat', 'longer than three days', [judgeLate(days(-3), now), judgeLate(days(-3.1), now)]],
    ];
    for (const [line, figures] of stated) {
      expect(rows.find((row) => row['line'] === `*${line}*`)?.['asks for attention']).toContain(figures);
    }
    expect(stated.map(([, , judged]) => judged)).toEqual([
      ['good', 'attention', 'bad', 'attention', 'bad'],
      ['good', 'attention'],
      ['good', 'attention', 'bad'],
      ['good', 'attention'],
      ['good', 'attention', 'bad'],
      ['good', 'attention'],
    ]);
  });

  it('states the rules of the passphrase as they are', () => {
    expect(page).toContain(`(at least ${SHORTEST_PASSPHRASE} characters;`);
    expect(read('server/src/platform/backup/key-box.ts')).toContain('{ N: 131_072, r: 8, p: 1 }');
    expect(page).toContain('scrypt (N 131072, r 8, p 1, 32 bytes)');
  });
});
