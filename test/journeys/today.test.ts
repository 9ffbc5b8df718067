import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible } from '../support/accessibility.ts';
import { anAssessment, pushAll } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aPerson, grant } from '../support/people.ts';
import { aHandedInUnit, type HandedIn } from '../support/verification.ts';

let visited: Visited;
let scene: HandedIn;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
  scene = await aHandedInUnit(visited.site);
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const PASSWORD = 'kapal kayu menyeberang selat';

describe('the first page of the office', () => {
  it('shows a verifier what is first, leads there, and becomes calm by itself once it is done', async () => {
    const { db } = visited.site;
    const theresia = await aPerson(db, {
      name: 'Theresia',
      email: 'theresia@contoh.example',
      password: PASSWORD,
      grants: [grant('verifier', '53')],
    });
    const { periodId, teamId } = scene.unit;
    const overdue = await anAssessment(db, { periodId, teamId, government: '53.71', state: 'submitted' });
    await sql`
      insert into verification_duty (assessment_id, person_id, due_on, assigned_by, assigned_at)
      values (${overdue.id}, ${theresia.id}, (now() at time zone 'Asia/Makassar')::date - 2,
        ${scene.people.head.id}, now())`.execute(db);
    await pushAll(scene.assessor, [scene.device.level(scene.unit.id, { indicatorId: 'penjaminan-mutu' }, 1)]);

    const { page } = await visited.reader({ viewport: DESK });
    await page.clock.install();
    await page.goto('/kantor');
    await page.getByLabel('Alamat surel').fill(theresia.email);
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { name: 'Hari ini', level: 1 }).waitFor();
    const titles = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(titles).toEqual(['2 unit menunggu Anda periksa', '1 unit mempunyai isian yang datang terlambat']);
    const first = page.getByRole('region', { name: titles[0]! }).getByRole('listitem').first();
    expect(await first.innerText()).toMatch(/tugas Anda · lewat 2 hari/);
    await expectAccessible(page, 'today-verifier');

    // From the keyboard to the very unit, and back.
    await first.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/kantor/unit/${overdue.id}`);
    await page.goBack();
    await page.getByRole('link', { name: 'Semua yang menunggu saya' }).click();
    await page
      .getByRole('heading', { name: 'Tugas verifikasi Anda: 1 unit' })
      .or(page.getByText('Tugas verifikasi Anda: 1 unit'))
      .first()
      .waitFor();
    expect(await textOn(page, 'main')).toContain('lewat 2 hari');
    await expectAccessible(page, 'today-units');

    await page.goto('/kantor');
    await page.getByRole('heading', { name: titles[0]! }).waitFor();
    await sql`update late_change set decision = 'left-out', decided_by = ${theresia.id}, decided_at = now()`.execute(
      db,
    );
    await sql`update assessment set state = 'in-progress', submitted_at = null, submitted_by = null`.execute(db);
    await page.clock.fastForward(30_000);
    await page.getByText('Tidak ada yang mendesak hari ini').waitFor();
    await expectAccessible(page, 'today-calm');
  });

  it('leads addresses of the list from before to the list', async () => {
    await aPerson(visited.site.db, {
      email: 'lama@contoh.example',
      password: PASSWORD,
      grants: [grant('verifier', '53')],
    });
    const { page } = await visited.reader({ viewport: DESK });
    await page.goto(`/kantor?saya=1&periode=${scene.unit.periodId}.53`);
    await page.getByLabel('Alamat surel').fill('lama@contoh.example');
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { name: 'Verifikasi', level: 1 }).waitFor();
    expect(page.url()).toContain(`/kantor/unit?saya=1&periode=${scene.unit.periodId}&provinsi=53`);
    expect(await page.getByLabel('Hanya yang menunggu saya').isChecked()).toBe(true);
  });
});
