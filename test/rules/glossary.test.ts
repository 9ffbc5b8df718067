import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ourEntries, ROOT } from '../support/root.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { files } = await ourEntries();

/** Every sentence that a reader can see, whichever room it comes from. */
const SCREENS =
  /^(?:web\/src\/text\/id\/.*\.ts|seeds\/reference\/.*\.(?:json|csv)|shared\/src\/publication\/titles\.ts)$/;
const screens = files
  .filter((file) => SCREENS.test(file))
  .map(read)
  .join('\n')
  .toLowerCase();

/** The words of the second column; what stands in brackets is on no screen. */
const words = [...read('docs/glossary.md').matchAll(/^\| [^|]+ \| (?<screen>[^|]+) \| .+ \|$/gm)]
  .map(({ groups }) => groups?.['screen'] ?? '')
  .filter((screen) => screen !== 'on the screen' && !screen.startsWith('---'))
  .flatMap((screen) => screen.replaceAll(/\([^)]*\)/g, '').split(/, | \/ /))
  .map((word) => word.trim().toLowerCase())
  .filter((word) => word !== '');

describe('docs/glossary.md', () => {
  it('calls things as the screens call them', () => {
    expect(words.length).toBeGreaterThan(80);
    expect(words.filter((word) => !screens.includes(word))).toEqual([]);
  });
});
