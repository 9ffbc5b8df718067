import type { Page } from 'playwright-core';

import { allSent, givePassword } from './field-phone.ts';

/**
 * Waits until the server has everything. A browser that is killed may forget who was signed in (it writes its cookies
 * rarely): then the field asks for the password in place.
 */
export async function allSentAtLast(page: Page): Promise<void> {
  const signIn = page.getByRole('button', { name: 'Masuk lagi', exact: true });
  await page.getByText('Semua jawaban sudah di server').or(signIn).first().waitFor();
  if (await signIn.isVisible()) {
    await signIn.tap();
    await givePassword(page);
  }
  await allSent(page);
}
