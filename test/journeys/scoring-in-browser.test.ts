import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';
import { build } from 'vite';
import { expect, it } from 'vitest';

import { chromiumPath } from '../support/chromium.ts';
import { scoringBytes } from '../support/scoring-bytes.ts';

const entry = fileURLToPath(new URL('../support/scoring-bytes.ts', import.meta.url));

it('says the same bytes in the browser as in Node', { timeout: 120_000 }, async () => {
  const script = await bundled();
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await page.addScriptTag({ content: script });
    const inBrowser = await page.evaluate<unknown>('patuhScoring.scoringBytes()');
    const inNode = scoringBytes();
    expect(inNode.length).toBeGreaterThan(100_000);
    // Compared as one flag: a difference in megabytes is not readable.
    expect(inBrowser === inNode).toBe(true);
  } finally {
    await browser.close();
  }
});

async function bundled(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'patuhScoring' } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const [chunk] = outputs.flatMap((one) => ('output' in one ? one.output : []));
  if (chunk?.type !== 'chunk') throw new Error('The bundle came out empty');
  return chunk.code;
}
