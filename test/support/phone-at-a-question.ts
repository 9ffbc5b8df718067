import type { Locator, Page } from 'playwright-core';

import { pulled } from './assessments.ts';
import type { Visited } from './browser.ts';
import { type FieldTeam, tapLevel } from './field-phone.ts';
import { anOwnPhone, type OwnPhone } from './own-phone.ts';

/** One question of a unit, on phones that are locked, shared, restarted and cut off from the server. */

export const QUESTION = 'frekuensi-pengawasan-internal';

export const sectionPath = ({ assessment }: FieldTeam): string =>
  `/lapangan/${assessment.id}/bagian/sarana-prasarana/unit`;

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true });

/** Answers the question and waits until the device has it. */
export async function answer(page: Page, level: number): Promise<void> {
  const question = page.locator(`#${QUESTION}`);
  await tapLevel(question, level);
  await question.getByText(/Tersimpan di perangkat ini|Terkirim/).waitFor();
}

/** The level that the server holds for the question; undefined before one arrived. */
export async function onServer({ enumerator, assessment }: FieldTeam): Promise<unknown> {
  const { cells } = await pulled(enumerator, assessment.id);
  return cells.find(({ indicatorId }) => indicatorId === QUESTION)?.current.entry.value;
}

/** Nothing of the server can be reached: what is asked of it fails. */
export async function withoutServer(phone: OwnPhone): Promise<void> {
  await phone.context().route('**/api/**', async (route) => await route.abort('internetdisconnected'));
}

export async function withServer(phone: OwnPhone): Promise<void> {
  await phone.context().unroute('**/api/**');
  await phone.page().evaluate(() => window.dispatchEvent(new Event('online')));
}

/** The phones of one test. */
export interface Phones {
  one(visited: Visited): Promise<OwnPhone>;
  closeAll(): Promise<void>;
}

export function phones(): Phones {
  const all: OwnPhone[] = [];
  return {
    one: async (visited) => {
      const phone = await anOwnPhone(visited);
      all.push(phone);
      return phone;
    },
    closeAll: async () => {
      await Promise.all(all.splice(0).map(async (phone) => await phone.close()));
    },
  };
}
