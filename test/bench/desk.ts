import { join } from 'node:path';

import { openFolderStore } from '@patuh/server/platform/evidence/folder-store';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Change } from '@patuh/shared/domain/change';
import type { AssessmentId } from '@patuh/shared/domain/ids';
import { chromium, type Page } from 'playwright-core';
import sharp from 'sharp';

import { anAssessment, aPeriod, aTeam, HEALTH } from '../support/assessments.ts';
import { aDevice, fullAnswers } from '../support/changes.ts';
import { chromiumPath } from '../support/chromium.ts';
import { anEvidenceId, aPhotoPiece, aPoint, fileArrived } from '../support/evidence-pieces.ts';
import { aPull } from '../support/pulls.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import { type BenchLine, median } from './compare.ts';
import { aCaller, type Caller, FIELD_PASSWORD, type FieldBench, withField } from './field.ts';

/**
 * From the key to the frame that shows the next point, on the desk of a whole unit (217 answers, a photo of 1,600 × 1,200
 * at every point of the service standards), against a page that does nothing but change its heading on a key. Read is as
 * people read: the next key comes after the page has become still.
 */

const INSTRUMENT = instrumentOf(2023);
const ROUNDS = 5;
const STEPS = 12;
/** Milliseconds in which somebody reads at the least, and the page fetches what is next. */
const READS = 400;
const DESK = { width: 1280, height: 800 } as const;

export async function benchDesk(): Promise<readonly BenchLine[]> {
  return await withField(async (bench) => {
    const id = await aUnitWithPhotos(bench);
    const verifier = await aCaller(bench, 'verifier');
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    try {
      const context = await browser.newContext({ viewport: DESK, locale: 'id-ID' });
      const bare = await context.newPage();
      await bare.setContent('<h2 id="desk-point">0</h2>');
      await bare.evaluate(() => {
        let count = 0;
        document.addEventListener('keydown', () => (document.querySelector('h2')!.textContent = String((count += 1))));
      });
      const desk = await context.newPage();
      await openDesk(desk, bench.origin, id, verifier);
      return await contest(desk, bare);
    } finally {
      await browser.close();
    }
  });
}

async function contest(desk: Page, bare: Page): Promise<readonly BenchLine[]> {
  for (const page of [desk, bare]) await page.evaluate(watch);
  const own: Step[] = [];
  const baseline: Step[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // There and back again: there, every point is new to the page.
    for (const key of ['j', 'k']) {
      for (let step = 0; step < STEPS; step += 1) {
        baseline.push(await press(bare, key));
        own.push(await press(desk, key));
      }
    }
  }
  const times = own.map(({ ms }) => ms);
  const bareTime = median(baseline.map(({ ms }) => ms));
  const value = median(times);
  const late = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
  const withPhoto = own.filter(({ photo }) => photo !== 'none');
  const ready = withPhoto.filter(({ photo }) => photo === 'ready').length;
  return [
    line('desk: key to paint of the next point, against a page that changes its heading', value, bareTime),
    line('desk: the slowest of twenty, against the 100 ms that are allowed', late, 100),
    {
      name: 'desk: photos that were there in that very frame',
      value: ready,
      unit: 'photos',
      baseline: withPhoto.length,
      ratio: Math.round((1000 * ready) / withPhoto.length) / 1000,
    },
  ];
}

function line(name: string, value: number, baseline: number): BenchLine {
  const [own, bare] = [value, baseline].map((one) => Math.round(one * 10) / 10) as [number, number];
  return { name, value: own, unit: 'ms', baseline: bare, ratio: Math.round((1000 * value) / baseline) / 1000 };
}

interface Step {
  readonly ms: number;
  /** Whether the photo of the point was decoded when the frame was drawn. */
  readonly photo: 'none' | 'ready' | 'missing';
}

interface Watched {
  lastStep?: Step | undefined;
}

/** Notes for each key how long it took until the frame after it was drawn; runs in the page. */
function watch(): void {
  const page = window as unknown as Watched;
  document.addEventListener(
    'keydown',
    (event) => {
      page.lastStep = undefined;
      requestAnimationFrame(() => {
        const drawn = new MessageChannel();
        drawn.port1.addEventListener('message', () => {
          const href = document.querySelector('.desk-viewer image')?.getAttribute('href');
          const image = new Image();
          if (href !== null && href !== undefined) image.src = href;
          const photo = href === null || href === undefined ? 'none' : image.complete ? 'ready' : 'missing';
          page.lastStep = { ms: performance.now() - event.timeStamp, photo };
        });
        drawn.port1.start();
        drawn.port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

async function press(page: Page, key: string): Promise<Step> {
  const before = await page.locator('#desk-point').innerText();
  await page.bringToFront();
  await page.waitForTimeout(READS);
  await page.keyboard.press(key);
  const step = await page.waitForFunction(() => (window as unknown as Watched).lastStep);
  const found = (await step.jsonValue())!;
  // The frame that was measured is the one with the next point.
  if ((await page.locator('#desk-point').innerText()) === before) throw new RangeError('The key led nowhere');
  return found;
}

async function openDesk(page: Page, origin: string, id: AssessmentId, { email }: Caller): Promise<void> {
  await page.goto(`${origin}/kantor/unit/${id}`);
  await page.getByLabel('Alamat surel').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(FIELD_PASSWORD);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('navigation', { name: 'Daftar butir' }).waitFor();
  await page.getByLabel('Instrumen').check();
  await page
    .getByRole('button', { name: /^Persyaratan, Produk layanan 1/ })
    .first()
    .click();
  await page.locator('.desk-viewer image').first().waitFor();
  await page.locator('#desk-point').focus();
}

/** A whole unit that was handed in, each answer about the two products with a photo of its own. */
async function aUnitWithPhotos(bench: FieldBench): Promise<AssessmentId> {
  const { db, folder } = bench;
  const assessor = await aCaller(bench, 'assessor');
  const periodId = await aPeriod(db, { year: 2031 });
  const teamId = await aTeam(db, { periodId, members: [{ personId: assessor.personId, role: 'assessor' }] });
  const { id } = await anAssessment(db, { periodId, teamId });
  const device = aDevice();
  const changes: Change[] = [...fullAnswers(INSTRUMENT, HEALTH, { assessmentId: id, device })];
  const evidence = await openFolderStore(join(folder, 'evidence'));
  const points = changes.filter(({ entry, subjectId }) => entry.field === 'answer' && /^product-[12]$/.test(subjectId));
  const photos: Buffer[] = [];
  for (const [index, { indicatorId, subjectId }] of points.entries()) {
    const bytes = await aPhoto(index);
    photos.push(bytes);
    const value = aPhotoPiece(bytes, { proves: [aPoint(indicatorId ?? '', subjectId)], caption: `Foto ${index}` });
    const piece = { subjectId: anEvidenceId() };
    // All photos of a bench look alike; a team would say why.
    const said = [{ kind: 'photo-alike' as const, text: 'Setiap foto memuat dokumen yang lain.' }];
    changes.push(device.change(id, piece, { field: 'evidence', value }));
    changes.push(device.change(id, piece, { field: 'explanations', value: said }));
  }
  await assessor.post('/api/sync/push', JSON.stringify({ changes }));
  for (const bytes of photos) {
    await fileArrived({ db, evidence }, { assessmentId: id, personId: assessor.personId }, bytes);
  }
  await handIn(assessor, id);
  return id;
}

async function handIn(caller: Caller, id: AssessmentId): Promise<void> {
  const { assessments } = (await caller.post('/api/sync/pull', JSON.stringify(aPull()))) as {
    assessments: AssessmentView[];
  };
  const { version, answersHash, cells } = assessments.find((view) => view.id === id)!;
  const named = cells.flatMap(({ current: { entry } }) =>
    entry.field === 'evidence' && entry.value?.kind === 'photo' ? [entry.value.file.sha256] : [],
  );
  const manifest = { version, answersHash, evidence: named };
  await caller.post(`/api/assessments/${id}/submission`, JSON.stringify(manifest));
}

/** As a phone sends it: 1,600 × 1,200, some 200 KB. */
async function aPhoto(seed: number): Promise<Buffer> {
  const noise = Buffer.from(
    Uint8Array.from({ length: 160 * 120 * 3 }, (_, at) => (at * 73 + seed * 131 + ((at * at) % 251)) % 256),
  );
  const small = sharp(noise, { raw: { width: 160, height: 120, channels: 3 } });
  return await small.resize(1600, 1200).jpeg({ quality: 80 }).toBuffer();
}
