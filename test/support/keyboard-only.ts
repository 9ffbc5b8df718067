import type { Page } from 'playwright-core';

/** Somebody who touches nothing but the keys. */

const TELL = 'tellOfPointer';
const POINTER_EVENTS = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'touchstart', 'wheel', 'dblclick'];

/** What comes to the pages of this window from a pointer from now on, through every reload; nothing is what one hopes for. */
export async function watchPointer(page: Page): Promise<readonly string[]> {
  const seen: string[] = [];
  await page.exposeFunction(TELL, (what: string) => void seen.push(what));
  await page.addInitScript(
    ({ events, tell }) => {
      const told = (event: Event): void => {
        (Reflect.get(window, tell) as (what: string) => void)(event.type);
      };
      for (const name of events) window.addEventListener(name, told, { capture: true, passive: true });
      // Enter on a button is a click too, but one that counts no presses.
      window.addEventListener('click', (event) => event.detail > 0 && told(event), { capture: true });
    },
    { events: POINTER_EVENTS, tell: TELL },
  );
  return seen;
}

/** More stops than any page has. */
const FARTHEST = 250;

/** Goes on by Tab until what has the focus is called so; what is called so already is where one wants to be. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < FARTHEST; stop += 1) {
    const here = await page.evaluate(nameOfFocused);
    if (typeof name === 'string' ? here === name : name.test(here)) return;
    passed.push(here);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(name)}, but to ${passed.slice(0, 40).join(' | ')}`);
}

/** Goes there and presses Enter. */
export async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Signs in on the sign-in page that is open. */
export async function signInByKeys(page: Page, { email }: { readonly email: string }, password: string): Promise<void> {
  await page.getByLabel('Alamat surel').waitFor();
  await tabTo(page, 'Alamat surel');
  await page.keyboard.type(email);
  await tabTo(page, 'Kata sandi');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** Runs in the page. */
function nameOfFocused(): string {
  const element = document.activeElement;
  // The page itself, or a heading that was shown, is nothing to press Enter on.
  if (!element?.matches('a, button, input, select, textarea, summary')) return '';
  const label = 'labels' in element ? (element.labels as NodeListOf<HTMLLabelElement> | null)?.[0] : undefined;
  const said = element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '';
  return said.replaceAll(/\s+/g, ' ').trim();
}
