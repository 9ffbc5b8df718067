import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

import { chromiumPath } from './chromium.ts';
import { aSite, type Site, type SiteOptions } from './site.ts';

/** The whole site, listening, and a real Chromium to visit it with: one of each per test file. */
export interface Visited {
  readonly site: Site;
  /** `http://127.0.0.1:…`, without a slash at the end. */
  readonly address: string;
  /** A reader with a browser window of their own, closed after the test by `closeReaders`. */
  reader(options?: BrowserContextOptions): Promise<Reader>;
  /** For `afterEach`. */
  closeReaders(): Promise<void>;
  close(): Promise<void>;
}

interface Reader {
  readonly page: Page;
  /** What the browser complained about so far: script errors, failed loads, and all that the CSP refused. */
  readonly complaints: readonly string[];
}

export async function aVisitedSite(options: SiteOptions = {}): Promise<Visited> {
  const site = await aSite(options);
  const address = await site.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  return {
    site,
    address,
    reader: async (wish = {}) => await aReader(browser, { baseURL: address, ...wish }),
    closeReaders: async () => {
      await Promise.all(browser.contexts().map(async (context) => await context.close()));
    },
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** What most readers hold in their hand, and the default. */
const PHONE = { width: 390, height: 844 };
/** A desk, where the table has columns. */
export const DESK = { width: 1280, height: 800 };

async function aReader(browser: Browser, options: BrowserContextOptions): Promise<Reader> {
  const context = await browser.newContext({
    locale: 'id-ID',
    reducedMotion: 'reduce',
    viewport: PHONE,
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}

/** Text as a reader takes it in: one space between words, wherever lines break. */
export async function textOn(page: Page, selector = 'body'): Promise<string> {
  const text = await page.locator(selector).first().innerText();
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Goes to an address and tells the status of its answer. */
export async function open(page: Page, path: string): Promise<number> {
  const reply = await page.goto(path);
  return reply?.status() ?? 0;
}
