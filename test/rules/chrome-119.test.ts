import { globSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { domOfChrome } from '../support/dom-of-chrome.ts';
import { ROOT, runTool } from '../support/root.ts';

/** What we promise the people in the field; the page for older browsers and the README name it too. */
const CHROME = 119;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patuh-chrome-'));
  const [libDom] = globSync(join(ROOT, 'node_modules/@typescript/*/lib/lib.dom.d.ts'));
  if (libDom === undefined) throw new Error('TypeScript brings no lib.dom.d.ts');
  await writeFile(join(folder, 'dom.d.ts'), domOfChrome(CHROME, libDom));
});
afterAll(async () => await rm(folder, { recursive: true }));

/** What the compiler says about sources in a browser of that version. */
async function complaintsOf(name: string, sources: readonly string[]): Promise<readonly string[]> {
  const config = {
    extends: join(ROOT, 'web/tsconfig.json'),
    // The language up to ES2024, all of which Chrome 119 has, and the trimmed DOM instead of TypeScript's own.
    compilerOptions: { lib: ['ES2024'], types: [] },
    include: [join(folder, 'dom.d.ts'), join(ROOT, 'node_modules/vite/client.d.ts'), ...sources],
    exclude: [join(ROOT, 'web/src/service-worker/**/sw.ts')],
  };
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(config));
  const { output } = await runTool('typescript/bin/tsc', ['--noEmit', '--pretty', 'false', '-p', path], ROOT);
  return output.split('\n').filter((line) => line !== '');
}

describe('the app in Chrome 119', () => {
  it('uses nothing of a browser that came later', async () => {
    expect(await complaintsOf('web', [join(ROOT, 'web/src')])).toEqual([]);
  });

  it.each([
    ['element.moveBefore(element, null)', 133],
    ['element.checkVisibility()', 105],
    ['element.getHTML()', 125],
    ['new URLPattern()', 95],
    ['URL.parse("/")', 126],
    ['URL.canParse("/")', 120],
    ['crypto.randomUUID()', 92],
    ['navigator.storage.getDirectory()', 86],
    ['new Set([1]).union(new Set([2]))', 122],
    ['[1].values().map((one) => one)', 122],
    ['Promise.try(() => 1)', 128],
    ['Promise.withResolvers()', 119],
    ['Uint8Array.fromBase64("")', 140],
    ['RegExp.escape("")', 136],
    ['Object.groupBy([1], String)', 117],
  ])('knows when %s came', async (code, since) => {
    const probe = join(folder, `probe-${since}-${code.replaceAll(/\W/g, '')}.ts`);
    await writeFile(probe, `export const element = document.body;\nexport const probe = ${code};\n`);
    const complaints = await complaintsOf(`probe-${code.replaceAll(/\W/g, '')}`, [probe]);
    const missing = complaints.filter((line) => line.includes('does not exist') || line.includes('Cannot find name'));
    expect({ found: missing.length > 0, complaints }).toEqual({ found: since > CHROME, complaints });
    expect(complaints.filter((line) => line.includes('dom.d.ts'))).toEqual([]);
  });
});
