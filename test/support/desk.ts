import type { Page } from 'playwright-core';
import { expect } from 'vitest';

import { violationsOn } from './accessibility.ts';

/** The desk on which one unit is verified, as a verifier meets it. */

interface SignIn {
  readonly email: string;
  readonly password: string;
}

/** Signs in on the way to a unit. */
export async function openUnit(page: Page, id: string, { email, password }: SignIn): Promise<void> {
  await page.goto(`/kantor/unit/${id}`);
  await page.getByLabel('Alamat surel').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('navigation', { name: 'Daftar butir' }).waitFor();
}

/** What one looks at. */
export async function pointOn(page: Page): Promise<string> {
  return await page.locator('#desk-point').innerText();
}

/** Presses a key and waits until something else is looked at; answers what. */
export async function pressOn(page: Page, key: string): Promise<string> {
  const before = await pointOn(page);
  await page.keyboard.press(key);
  await page.waitForFunction((name) => document.querySelector('#desk-point')?.textContent !== name, before);
  return await pointOn(page);
}

/** The last thing that was said to who cannot see what happened. */
export async function saidOn(page: Page): Promise<string> {
  return (await page.locator('[data-said]').textContent()) ?? '';
}

/** Opens a point of the queue by its name. */
export async function openPoint(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('navigation', { name: 'Daftar butir' }).getByRole('button', { name }).first().click();
}

/** Accepts whatever is left, one after the other, and then the unit; all of it by keyboard. Answers how often. */
export async function acceptEverything(page: Page): Promise<number> {
  for (let accepted = 1; ; accepted += 1) {
    const before = await pointOn(page);
    await page.keyboard.press('a');
    await page.waitForFunction(isElsewhere, before).catch(async () => await tellWhere(page, before));
    if (await page.getByRole('dialog').isVisible()) {
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Nilai unit' }).waitFor();
      return accepted;
    }
  }
}

/** Accepts whatever is left but what is marked to go back and the section it is in; all of it by keyboard. */
export async function acceptAllButMarked(page: Page): Promise<void> {
  while (!(await saidOn(page)).endsWith(NOTHING_LEFT)) {
    const before = await pointOn(page);
    await page.keyboard.press('a');
    await page.waitForFunction(isElsewhereOrDone, [before, NOTHING_LEFT] as const);
  }
}

const NOTHING_LEFT = 'Tidak ada butir lain yang menunggu.';

function isElsewhereOrDone([before, done]: readonly [string, string]): boolean {
  const said = document.querySelector('[data-said]')?.textContent ?? '';
  return said.endsWith(done) || document.querySelector('#desk-point')?.textContent !== before;
}

/** Waits for the desk of that unit. */
export async function deskOf(page: Page, { id }: { readonly id: string }): Promise<void> {
  await page.waitForURL((url) => url.pathname === `/kantor/unit/${id}`);
  await page.getByRole('navigation', { name: 'Daftar butir' }).waitFor();
}

function isElsewhere(before: string): boolean {
  const asks = document.querySelector('dialog[open]') !== null;
  return asks || document.querySelector('#desk-point')?.textContent !== before;
}

async function tellWhere(page: Page, before: string): Promise<never> {
  const shown = await page.locator('.desk-point').innerText();
  throw new Error(`Nothing follows ${before}: ${await saidOn(page)}\n${shown}`);
}

/** Looks at the screen in every way in which people look at it; `SHOTS` is a folder for pictures of it. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1280, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const folder = process.env['SHOTS'];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png` });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
}
