import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { inTransaction } from '@patuh/server/platform/database';

import { violationsOn } from '../support/accessibility.ts';
import { anAssessment, aPeriod, aUnit, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aDevice } from '../support/changes.ts';
import { pdf, photo } from '../support/evidence-files.ts';
import {
  aDocumentPiece,
  anEvidenceId,
  aPhotoPiece,
  aPoint,
  aWebPiece,
  fileArrived,
} from '../support/evidence-pieces.ts';
import { aPerson, grant } from '../support/people.ts';
import { openPoint } from '../support/desk.ts';
import { aHandedInUnit, type HandedIn } from '../support/verification.ts';

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite();
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const EMAIL = 'theresia@contoh.example';
const PASSWORD = 'kapal kayu menyeberang selat';
const POINT = aPoint('persyaratan', 'product-1');
const VISIT = {
  date: '2026-11-20',
  from: '09:00',
  until: '11:30',
  letter: { number: '12/ST/2026', date: '2026-11-18' },
  team: ['Maria Asesor'],
  met: ['Sekretaris Dinas'],
  handedOver: ['Salinan surat tugas'],
  unitRemarks: 'Papan baru sedang dicetak.',
  unsignedReason: null,
  signature: { strokes: [[20, 100, 200, 40, 380, 160]], post: 'Sekretaris Dinas', at: '2026-11-20T03:30:00.000Z' },
};

/** A photo of this unit that was shown for another unit the year before. */
async function shownElsewhere(scene: HandedIn, bytes: Buffer): Promise<void> {
  const { db } = visited.site;
  const personId = scene.people.assessor.id;
  const other = await anAssessment(db, {
    members: [{ personId, role: 'assessor' }],
    unit: await aUnit(db, { government: '53.09', name: 'Dinas Sosial Ngada' }),
    periodId: await aPeriod(db, { year: 2023 }),
  });
  const change = aDevice().change(
    other.id,
    { subjectId: anEvidenceId() },
    { field: 'evidence', value: aPhotoPiece(bytes) },
  );
  await pushAll(scene.assessor, [change]);
  await fileArrived(visited.site, { assessmentId: other.id, personId }, bytes);
}

/** Everything a team gathers, at a point that was given back, and for the unit as a whole. */
async function gather(scene: HandedIn): Promise<void> {
  const { device, unit, people } = scene;
  const to = { assessmentId: unit.id, personId: people.assessor.id };
  const [first, second, outstanding, door, paper] = [
    await photo(1, { width: 1200, height: 800 }),
    await photo(2, { width: 700, height: 1000 }),
    await photo(3),
    await photo(4),
    pdf(),
  ] as const;
  const position = { latitude: -10_177_000, longitude: 123_607_000, accuracy: 12 };
  const ids = Array.from({ length: 6 }, anEvidenceId).toSorted();
  const pieces = [
    aPhotoPiece(first, { proves: [POINT], caption: 'Papan persyaratan di ruang tunggu', position, clockAhead: 300 }),
    aPhotoPiece(second, { proves: [POINT], caption: 'Brosur di loket 2' }),
    aPhotoPiece(outstanding, { proves: [POINT], caption: 'Masih di telepon' }),
    aDocumentPiece(paper, { proves: [POINT] }),
    aWebPiece('https://dinkes.example.go.id/persyaratan', { proves: [POINT], caption: 'Halaman persyaratan' }),
    aPhotoPiece(door, { caption: 'Pintu depan' }),
  ];
  const said = [{ kind: 'photo-alike' as const, text: 'Papan yang sama memuat dua produk.' }];
  await pushAll(scene.assessor, [
    ...pieces.map((value, index) => device.change(unit.id, { subjectId: ids[index]! }, { field: 'evidence', value })),
    device.change(unit.id, { subjectId: ids[5]! }, { field: 'explanations', value: said }),
    device.change(
      unit.id,
      { subjectId: anEvidenceId().replace('evidence', 'visit') },
      { field: 'visit', value: VISIT },
    ),
  ]);
  for (const bytes of [first, second, door]) await fileArrived(visited.site, to, bytes);
  await fileArrived(visited.site, { ...to, type: 'application/pdf' }, paper);
  await shownElsewhere(scene, first);
  await inTransaction(visited.site.db, async (trx) => {
    const seen = {
      state: 'fetched',
      fetched_at: new Date(),
      next_at: null,
      status: 200,
      title: 'Persyaratan',
      size: 4096,
    } as const;
    await trx.updateTable('web_copy').set(seen).execute();
  });
}

async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1280, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const folder = process.env['SHOTS'];
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
  }
}

describe('a verifier at the desk', () => {
  it('sees every piece of evidence at its point, opens photos large, and reads what the team says', async () => {
    const { site } = visited;
    const scene = await aHandedInUnit(site, { users: 12 });
    await aPerson(site.db, { name: 'Theresia', email: EMAIL, password: PASSWORD, grants: [grant('verifier', '53')] });
    const point = { ...POINT, reason: 'Bukti tidak mendukung tingkat yang dipilih.' };
    expect((await scene.decide('/return', { points: [point] })).status).toBe(200);
    await gather(scene);

    const { page, complaints } = await visited.reader({ viewport: DESK });
    await page.goto(`/kantor/unit/${scene.unit.id}`);
    await page.getByLabel('Alamat surel').fill(EMAIL);
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await openPoint(page, /^Persyaratan, Produk layanan 1/);

    // What came as proof is an answer to what was given back.
    await page.getByText('Dikembalikan, sudah dijawab tim').waitFor();
    const evidence = page.getByRole('list', { name: /^Bukti untuk Persyaratan, Produk layanan 1/ });
    expect(await evidence.getByRole('listitem').count()).toBeGreaterThanOrEqual(5);
    const thumbnail = evidence.getByRole('button', { name: 'Tampilkan foto: Papan persyaratan di ruang tunggu' });
    await thumbnail.scrollIntoViewIfNeeded();
    await thumbnail.locator('img').evaluate(async (image: HTMLImageElement) => await image.decode());
    await evidence.getByText('Foto belum sampai').waitFor();
    await evidence.getByText(/Dibuka server .*: 200, judul “Persyaratan”, 4,1 kB/).waitFor();
    await evidence.getByRole('link', { name: 'Tampak sama dengan foto di Dinas Sosial Ngada, 2023' }).waitFor();
    await evidence.getByText('Keterangan bukti').first().click();
    await evidence.getByText('-10,177000, 123,607000 (± 12 m)').waitFor();
    await evidence.getByText(/jam perangkat lebih cepat 5 menit/).waitFor();
    const unbound = page.getByRole('region', { name: 'Bukti unit' });
    await unbound.getByRole('button', { name: 'Perbesar foto: Pintu depan' }).waitFor();
    expect(await textOn(page, '.office-visits')).toContain('Papan baru sedang dicetak.');
    await page.getByRole('img', { name: 'Tanda tangan Sekretaris Dinas' }).waitFor();
    await expectAccessible(page, 'bukti');

    const kept = page.waitForEvent('download');
    await evidence.getByRole('link', { name: /^Unduh SK Maklumat\.pdf/ }).click();
    expect((await kept).suggestedFilename()).toMatch(/^bukti-[0-9a-f]{12}\.pdf$/);

    // Beside its answer, by the keys of the desk.
    const beside = page.getByRole('region', { name: /^Bukti untuk Persyaratan/ });
    const picture = beside.getByRole('img', { name: 'Papan persyaratan di ruang tunggu' });
    const wide = (await picture.boundingBox())!;
    await page.locator('#desk-point').focus();
    await page.keyboard.press('+');
    expect((await picture.boundingBox())!.width).toBeCloseTo(wide.width * 2, -1);
    await page.keyboard.press('-');
    await page.keyboard.press('p');
    expect(await picture.getAttribute('viewBox')).toBe('0 0 800 1200');
    await beside.getByRole('region', { name: /^Foto, dapat digeser/ }).hover();
    await page.mouse.wheel(0, -400);
    await expect.poll(async () => (await picture.boundingBox())!.width).toBeCloseTo(wide.width * 2, -1);
    await page.keyboard.press('ArrowRight');
    await beside.getByRole('img', { name: 'Brosur di loket 2' }).waitFor();
    await page.keyboard.press('ArrowLeft');

    // As large as the screen, by keyboard too.
    await page.keyboard.press('f');
    const dialog = page.getByRole('dialog', { name: 'Papan persyaratan di ruang tunggu' });
    const large = dialog.getByRole('img');
    const whole = (await large.boundingBox())!;
    await page.keyboard.press('+');
    expect((await large.boundingBox())!.width).toBeCloseTo(whole.width * 2, -1);
    await page.keyboard.press('-');
    await page.keyboard.press('p');
    expect(await large.getAttribute('viewBox')).toBe('0 0 800 1200');
    await expectAccessible(page, 'foto');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('dialog', { name: 'Brosur di loket 2' }).getByText('Foto 2 dari 2').waitFor();
    await page.keyboard.press('ArrowLeft');
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('#desk-point').evaluate((heading) => heading === document.activeElement)).toBe(true);

    expect(complaints.filter((line) => !/status of (401|404)/.test(line))).toEqual([]);
  });
});
