import { createHash } from 'node:crypto';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { pulled } from '../support/assessments.ts';
import { aVisitedSite, textOn, type Visited } from '../support/browser.ts';
import { buildManifest, bytesOnTheWire } from '../support/built-scripts.ts';
import { aUserId } from '../support/changes.ts';
import { aFieldTeam, openField, tapLevel } from '../support/field-phone.ts';
import { aKeptBrowser, type KeptBrowser } from '../support/kept-browser.ts';
import { isKept, keptFiles } from '../support/kept-shell.ts';
import { WEB_DIST } from '../support/site.ts';

/** The field app on the device: what is kept, that it starts without a network, and that it stands in nobody's way. */

let visited: Visited;
const phones: KeptBrowser[] = [];
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => {
  await visited.closeReaders();
  await Promise.all(phones.splice(0).map(async (phone) => await phone.throwAway()));
});
afterAll(async () => await visited.close());

async function aPhone(address = visited.address): Promise<KeptBrowser> {
  const phone = await aKeptBrowser(address);
  phones.push(phone);
  return phone;
}

/** The scripts ran: the document alone has no link in its header. */
async function hasStarted(page: Page): Promise<void> {
  await page.locator('header a.site-header__name').waitFor();
  await page.locator('main').getByRole('heading', { level: 1 }).waitFor();
}

/** Whoever sits there asks the server who they are; that there is none is its answer. */
function isNoQuestion(complaint: string): boolean {
  return !complaint.includes('/api/');
}

describe('what the device keeps', () => {
  it('is the field with all its parts, and nothing of the offices, the public pages or the charts', async () => {
    const manifest = await buildManifest();
    const kept = (await keptFiles()).map(({ url }) => url);
    const built = (source: string): string => `/${manifest[source]!.file}`;
    for (const source of ['src/entry-app.tsx', 'src/features/field/field-area.tsx', 'src/features/field/unit-area.tsx'])
      expect(kept).toContain(built(source));
    expect(kept).toContain(built('src/features/sign-in/sign-in-page.tsx'));
    expect(kept).toContain(built('src/app.css'));
    const sources = Object.keys(manifest).filter((source) => kept.includes(built(source)));
    const foreign = sources.filter(
      (source) => source.startsWith('src/features/') && !/\/(?:field|identity|sign-in)\//.test(source),
    );
    expect(foreign).toEqual([]);
    expect(kept).not.toContain(built('src/entry-client.ts'));
    const scripts = kept.filter((url) => url.endsWith('.js'));
    const texts = await Promise.all(scripts.map(async (url) => await readFile(`${WEB_DIST}/client${url}`, 'utf8')));
    expect(texts.filter((text) => text.includes('recharts'))).toEqual([]);
    const size = await bytesOnTheWire(kept.filter((url) => url.startsWith('/assets/')));
    process.stdout.write(`Shell of the field: ${kept.length} files, ${size} bytes (brotli)\n`);
    // One visit on a bad line has to be enough; more than a quarter of it makes the record of a visit a PDF without a network.
    expect(size).toBeLessThanOrEqual(420_000);
  });

  it('has every file under the hash of its bytes, and the document of this very server', async () => {
    const files = await keptFiles();
    expect(files.map(({ url }) => url)).toContain('/lapangan');
    for (const file of files) {
      const { rawPayload } = await visited.site.app.inject(file.url);
      const hash = createHash('sha256').update(rawPayload);
      const integrity = `sha256-${hash.copy().digest('base64')}`;
      const revision = file.url.startsWith('/assets/') ? null : hash.digest('hex').slice(0, 16);
      expect(file).toEqual({ url: file.url, integrity, revision });
    }
  });

  it('is asked for anew each time, and not taken from any store on the way', async () => {
    const reply = await visited.site.app.inject('/sw.js');
    expect(reply.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'application/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(reply.headers['content-security-policy']).toContain("worker-src 'self'");
    const packed = await visited.site.app.inject({ url: '/sw.js', headers: { 'accept-encoding': 'br' } });
    expect(packed.headers['content-encoding']).toBe('br');
  });
});

describe('a phone without a network', () => {
  it.each(['/lapangan', '/lapangan/01980000-0000-7000-8000-000000000000/bagian/sarana-prasarana/unit'])(
    'starts at %s, with the server gone and the browser restarted',
    async (path) => {
      const own = await aVisitedSite({ history: false });
      const phone = await aPhone(own.address);
      const first = await phone.open();
      await first.page.goto('/lapangan');
      await isKept(first.page);
      await phone.closeBrowser();
      await own.close();
      const { page, complaints } = await phone.open();
      const refused: string[] = [];
      page.on('requestfailed', (request) => refused.push(request.url()));
      await page.goto(path);
      await hasStarted(page);
      expect(complaints.filter(isNoQuestion)).toEqual([]);
      expect(refused.filter(isNoQuestion)).toEqual([]);
    },
  );

  it('opens every part of the field that was not opened before', async () => {
    const phone = await aPhone();
    const first = await phone.open();
    await first.page.goto('/lapangan');
    await isKept(first.page);
    await phone.closeBrowser();
    const { context, page } = await phone.open();
    await context.setOffline(true);
    await page.goto('/lapangan');
    const scripts = (await keptFiles()).map(({ url }) => url).filter((url) => url.endsWith('.js'));
    const loaded = await page.evaluate(async (addresses) => {
      const tried = await Promise.allSettled(addresses.map(async (address) => await (await fetch(address)).text()));
      return tried.filter(({ status }) => status === 'fulfilled').length;
    }, scripts);
    expect(loaded).toBe(scripts.length);
  });
});

describe('the worker', () => {
  it('answers what belongs to the shell and touches nothing else', async () => {
    const phone = await aPhone();
    const { page } = await phone.open();
    await page.goto('/lapangan');
    await isKept(page);
    await hasStarted(page);
    const byWorker: string[] = [];
    const byServer: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      (response.fromServiceWorker() ? byWorker : byServer).push(`${response.request().method()} ${pathname}`);
    });
    await page.evaluate(async () => {
      const ask = async (address: string, init: RequestInit = {}): Promise<void> => void (await fetch(address, init));
      await ask('/api/session', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
      await ask('/api/rankings/53/2024');
      await ask('/lapangan');
      await ask('/peringkat/53/2024');
      await ask('/healthz');
    });
    expect(byWorker).toEqual([]);
    expect(byServer).toEqual(
      expect.arrayContaining([
        'POST /api/session',
        'GET /api/rankings/53/2024',
        'GET /lapangan',
        'GET /peringkat/53/2024',
        'GET /healthz',
      ]),
    );
    await page.goto('/lapangan/apa-saja');
    await hasStarted(page);
    expect(byWorker).toContain('GET /lapangan/apa-saja');
    const shell = new Set((await keptFiles()).map(({ url }) => `GET ${url}`));
    expect(byWorker.filter((asked) => !shell.has(asked))).toEqual(['GET /lapangan/apa-saja']);
  });

  it('has no part in public pages and offices', async () => {
    const phone = await aPhone();
    const { page } = await phone.open();
    await page.goto('/lapangan');
    await isKept(page);
    for (const address of ['/peringkat/53/2024', '/masuk', '/kantor']) {
      const reply = await page.goto(address);
      expect([address, reply?.fromServiceWorker()]).toEqual([address, false]);
      expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
    }
  });
});

describe('an installed app', () => {
  it('can be put on the home screen', async () => {
    const phone = await aPhone();
    const { context, page, complaints } = await phone.open();
    await page.goto('/lapangan');
    await isKept(page);
    const devtools = await context.newCDPSession(page);
    const manifest = await devtools.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    const { errors, installabilityErrors } = {
      ...manifest,
      ...(await devtools.send('Page.getInstallabilityErrors')),
    };
    expect([...errors, ...installabilityErrors]).toEqual([]);
    const described = JSON.parse(manifest.data ?? '{}') as {
      readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose: string }[];
    };
    expect(described).toMatchObject({ name: 'Patuh', start_url: '/lapangan', display: 'standalone', lang: 'id' });
    const seen = await page.evaluate(
      async (icons) =>
        await Promise.all(
          icons.map(async ({ src }) => {
            const image = await createImageBitmap(await (await fetch(src)).blob());
            return `${image.width}x${image.height}`;
          }),
        ),
      described.icons,
    );
    expect(seen).toEqual(described.icons.map(({ sizes }) => sizes));
    expect(described.icons.map(({ purpose }) => purpose)).toContain('maskable');
    expect(complaints.filter(isNoQuestion)).toEqual([]);
  });
});

/** A copy of the built web in which a test can make a later version. */
async function aCopyOfTheBuild(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'patuh-build-'));
  await cp(WEB_DIST, folder, { recursive: true });
  return folder;
}

async function removePacked(webDist: string): Promise<void> {
  await Promise.all(['br', 'gz'].map(async (form) => await rm(`${webDist}/client/sw.js.${form}`)));
}

/** The worker differs in its bytes, which is what a browser looks at. */
async function makeANewVersion(webDist: string): Promise<void> {
  await removePacked(webDist);
  await appendFile(`${webDist}/client/sw.js`, '\n// the next one\n');
}

/** Makes the app ask, as it does when it comes to the front. */
async function comeToTheFront(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

describe('a new version', () => {
  let webDist: string;
  let site: Visited;
  beforeEach(async () => {
    webDist = await aCopyOfTheBuild();
    site = await aVisitedSite({ history: false, webDist });
  });
  afterEach(async () => {
    await site.close();
    await rm(webDist, { recursive: true });
  });

  it('waits while somebody types, says that it is there, and comes with the button at the same address', async () => {
    const { page } = await (await aPhone(site.address)).open();
    await page.goto('/lapangan');
    await isKept(page);
    await hasStarted(page);
    const address = page.url();
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      document.querySelector('main')?.append(field);
      field.focus();
      Object.assign(window, { thisPage: true });
    });
    await makeANewVersion(webDist);
    await comeToTheFront(page);
    const notice = page.getByText('Versi baru siap.');
    await notice.waitFor();
    expect(await page.evaluate(() => 'thisPage' in window)).toBe(true);
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Perbarui sekarang' }).click();
    await loaded;
    await hasStarted(page);
    expect(page.url()).toBe(address);
    expect(await page.evaluate(() => 'thisPage' in window)).toBe(false);
    expect(await notice.count()).toBe(0);
    const waiting = await page.evaluate(
      async () => (await navigator.serviceWorker.getRegistration('/lapangan'))?.waiting ?? null,
    );
    expect(waiting).toBeNull();
  });

  it('leaves a draft and a full queue as they are', async () => {
    const team = await aFieldTeam(site);
    const { page } = await (await aPhone(site.address)).open();
    await openField(page, team.assessor);
    await page.goto(`/lapangan/${team.assessment.id}/pengguna/${aUserId()}`);
    await page.getByRole('button', { name: 'Bersedia', exact: true }).tap();
    const half = page.locator('.pill', { hasText: 'Perempuan' });
    await half.waitFor();
    await isKept(page);
    await page.context().route('**/api/**', async (route) => await route.abort());
    await half.tap();
    const answered = page.locator('.question').last();
    await tapLevel(answered, 2);
    await answered.getByText('Tersimpan di perangkat ini').waitFor();
    await makeANewVersion(webDist);
    await comeToTheFront(page);
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Perbarui sekarang' }).tap();
    await loaded;
    await half.waitFor();
    expect(await half.locator('input').isChecked()).toBe(true);
    expect(await answered.locator('input[value="2"]').isChecked()).toBe(true);
    await page.context().unroute('**/api/**');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await answered.getByText('Terkirim').waitFor();
    const { cells } = await pulled(team.enumerator, team.assessment.id);
    const answers = cells.filter(({ current }) => current.entry.field === 'answer');
    expect(answers.map(({ current }) => current.entry.value)).toEqual([{ kind: 'level', level: 2 }]);
  });

  it('comes by itself, into all pages at once, where nobody does anything', async () => {
    const { page, context } = await (await aPhone(site.address)).open();
    await page.goto('/lapangan');
    await isKept(page);
    await hasStarted(page);
    const other = await context.newPage();
    await other.goto('/lapangan');
    await hasStarted(other);
    for (const open of [page, other]) {
      await open.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
    }
    await makeANewVersion(webDist);
    const loaded = Promise.all([page.waitForEvent('load'), other.waitForEvent('load')]);
    await comeToTheFront(page);
    await loaded;
    for (const open of [page, other]) await hasStarted(open);
  });

  it('can be none at all: the worker takes itself and the stored app away, and nothing else', async () => {
    const { page } = await (await aPhone(site.address)).open();
    await page.goto('/lapangan');
    await isKept(page);
    await page.evaluate(() => localStorage.setItem('entered', 'by somebody'));
    const source = new URL('../../web/src/service-worker/resigning/sw.ts', import.meta.url);
    await removePacked(webDist);
    await writeFile(`${webDist}/client/sw.js`, stripTypeScriptTypes(await readFile(source, 'utf8')));
    await comeToTheFront(page);
    const workers = async (): Promise<number> =>
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await expect.poll(workers, { timeout: 60_000 }).toBe(0);
    const left = await page.evaluate(async () => [await caches.keys(), localStorage.getItem('entered')]);
    expect(left).toEqual([[], 'by somebody']);
  });

  it('is loaded when a part of the old one is gone', async () => {
    const { page } = await visited.reader();
    await page.goto('/masuk');
    await hasStarted(page);
    let gone = true;
    const { file } = (await buildManifest())['src/features/sign-in/link-page.tsx']!;
    await page.route(`**/${file}`, async (route) => {
      if (gone) await route.fulfill({ status: 404 });
      else await route.continue();
      gone = false;
    });
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => {
      history.pushState(null, '', '/masuk/tautan');
    });
    await loaded;
    await hasStarted(page);
    expect(new URL(page.url()).pathname).toBe('/masuk/tautan');
    expect(gone).toBe(false);
  });
});

describe('a browser that is too old for the field', () => {
  it('is told so in a sentence, and not shown an empty page', async () => {
    const { page } = await visited.reader();
    await page.addInitScript(() => Reflect.deleteProperty(Promise, 'withResolvers'));
    await page.goto('/lapangan');
    await page.getByRole('heading', { name: 'Peramban ini terlalu lama' }).waitFor();
    expect(await textOn(page, 'main')).toContain('Chrome 119');
  });

  it('reads it in the document itself, where the app does not even start', async () => {
    const { page } = await visited.reader();
    await page.route('**/*.js', async (route) => await route.abort());
    await page.goto('/lapangan');
    await page.getByText('perbarui peramban Anda').waitFor();
  });
});
