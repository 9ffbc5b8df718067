import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { SHORTEST_PASSPHRASE } from '@patuh/server/platform/backup/key-box';
import { describe, expect, it } from 'vitest';

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

  it('states the rules of the passphrase as they are', () => {
    expect(page).toContain(`(at least ${SHORTEST_PASSPHRASE} characters;`);
    expect(read('server/src/platform/backup/key-box.ts')).toContain('{ N: 131_072, r: 8, p: 1 }');
    expect(page).toContain('scrypt (N 131072, r 8, p 1, 32 bytes)');
  });
});
