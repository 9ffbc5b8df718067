import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Rules that depend on colours alone. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong with the page as it is now, one line a rule. It is asked for nothing else: to describe what is
 * right takes it longer than to find what is wrong.
 */
export async function violationsOn(
  page: Page,
  { coloursOnly = false }: { readonly coloursOnly?: boolean } = {},
): Promise<readonly string[]> {
  // Brought in by the debugger, once a document: the page's own CSP lets in no foreign script.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options = { resultTypes: ['violations'], ...(coloursOnly && { runOnly: COLOUR_RULES }) };
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/**
 * Looks at the page in every way in which people look at it: nothing is wrong with it and nothing is wider than the screen.
 * With LOOK=FOLDER in the environment, pictures of it under that name.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [360, 'dark'],
    [1280, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await look(page, `${name}-${width}-${colorScheme}`);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
}

/** With LOOK=FOLDER in the environment, a picture of the page. */
async function look(page: Page, name: string): Promise<void> {
  const into = process.env['LOOK'];
  if (into !== undefined) await page.screenshot({ path: `${into}/${name}.png`, fullPage: true });
}
