import type { PeriodId } from '@patuh/shared/domain/ids';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible } from '../support/accessibility.ts';
import { anAssessment, aPeriod, aTeam } from '../support/assessments.ts';
import { aVisitedSite, DESK, open, textOn, type Visited } from '../support/browser.ts';
import { FIELD_PASSWORD, openField } from '../support/field-phone.ts';
import { aPerson, grant, signedIn, type TestPerson } from '../support/people.ts';
import { plannedUnits } from '../support/periods.ts';
import { aPull } from '../support/pulls.ts';
import { aPageOf } from '../support/signed-in-page.ts';

let visited: Visited;
let admin: TestPerson;
let head: TestPerson;
beforeAll(async () => {
  visited = await aVisitedSite();
  const { db } = visited.site;
  admin = await aPerson(db, { grants: [grant('national-admin')], name: 'Bapak Admin' });
  head = await aPerson(db, { grants: [grant('head', '53')], name: 'Ibu Kepala' });
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

/** The days of one phase in the form that is open. */
async function setDays(page: Page, phase: string, startsOn: string, endsOn: string): Promise<void> {
  const fields = page.getByRole('group', { name: phase });
  await fields.getByLabel('Hari pertama').fill(startsOn);
  await fields.getByLabel('Hari terakhir').fill(endsOn);
}

async function seasonId(): Promise<PeriodId> {
  const { id } = await visited.site.db
    .selectFrom('period')
    .select('id')
    .where('kind', '=', 'season')
    .executeTakeFirstOrThrow();
  return id;
}

let path = '';

describe('a season', () => {
  it('is made by the national office, with days for every province', async () => {
    const page = await aPageOf(visited, admin, DESK);
    await open(page, '/kantor/rencana');
    await page.getByText('Belum ada periode').waitFor();
    await expectAccessible(page, 'plan-1');
    await page.getByRole('link', { name: 'Buat periode' }).click();
    await page.getByLabel('Tahun').fill('2019');
    await page.getByText('Belum ada instrumen yang berlaku untuk tahun ini.').waitFor();
    await page.getByLabel('Tahun').fill('2024');
    await expectAccessible(page, 'plan-2');
    await page.getByRole('button', { name: 'Buat', exact: true }).click();
    await page.getByRole('heading', { name: 'Penilaian 2024', level: 1 }).waitFor();
    path = new URL(page.url()).pathname;

    await page.getByRole('button', { name: 'Ubah hari' }).click();
    await setDays(page, 'Pengambilan data', '2024-09-30', '2024-05-06');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Hari terakhir lebih awal daripada hari pertama.').waitFor();
    await setDays(page, 'Pengambilan data', '2024-05-06', '2024-09-30');
    await setDays(page, 'Verifikasi', '2024-09-16', '2024-10-18');
    await expectAccessible(page, 'plan-3');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Verifikasi dimulai sebelum Pengambilan data berakhir.').waitFor();
    expect(await textOn(page, 'main')).toContain('6 Mei 2024 sampai 30 September 2024');
  });

  it('is run by settings that name what is wrong with them', async () => {
    const page = await aPageOf(visited, admin, DESK);
    await open(page, path);
    await page.getByRole('button', { name: 'Ubah', exact: true }).click();
    await page.getByLabel('Dinilai dua kali (%)').fill('60');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Paling banyak 50.').waitFor();
    await page.getByLabel('Dinilai dua kali (%)').fill('20');
    await page.getByLabel('Dekat batas kategori (poin)').fill('1.5');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('button', { name: 'Ubah', exact: true }).waitFor();
    expect(await textOn(page, 'main')).toMatch(/Dekat batas kategori \(poin\)\s*1,5/);
  });

  it('that two people change at once tells the second, who sees both and loses nothing they typed', async () => {
    const page = await aPageOf(visited, admin, DESK);
    await open(page, path);
    await page.getByRole('button', { name: 'Ubah', exact: true }).click();
    await page.getByLabel('Tenggat verifikasi (hari)').fill('10');
    await visited.site.db.updateTable('period').set({ sample_percent: 33, version: 9 }).execute();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Sudah diubah orang lain').waitFor();
    await page.getByText('Sekarang: 33').waitFor();
    expect(await page.getByLabel('Tenggat verifikasi (hari)').inputValue()).toBe('10');
    await page.getByLabel('Sampel verifikasi (%)').fill('33');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('button', { name: 'Ubah', exact: true }).waitFor();
    const stored = await visited.site.db
      .selectFrom('period')
      .select(['sample_percent as sample', 'review_days as review'])
      .executeTakeFirst();
    expect(stored).toEqual({ sample: 33, review: 10 });
  });

  it('has days of its own in a province, which its head sets', async () => {
    const page = await aPageOf(visited, head, DESK);
    await open(page, path);
    expect(await page.getByRole('button', { name: 'Buka bagi tim lapangan' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Ubah hari provinsi' }).click();
    await setDays(page, 'Pengambilan data', '2024-06-03', '2024-08-30');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('3 Juni 2024 sampai 30 Agustus 2024').waitFor();
    expect(await textOn(page, 'main')).not.toContain('Tahap bertumpukan');
    await expectAccessible(page, 'plan-4');
  });

  it('has a lot of second visits that the head draws once, with everything to draw it again', async () => {
    await plannedUnits(visited.site, { periodId: await seasonId(), government: '53.14', count: 10 });
    const page = await aPageOf(visited, head, DESK);
    await open(page, `${path}/undian`);
    await page.getByText('Dari 10 unit dalam rencana akan diundi 2 unit (20 %).').waitFor();
    await expectAccessible(page, 'plan-5');
    await page.getByRole('button', { name: 'Undi sekarang' }).click();
    // Somebody plans while the question stands there: it is asked again about what there is now.
    await plannedUnits(visited.site, { periodId: await seasonId(), government: '53.14', count: 5 });
    await visited.site.db.updateTable('period_plan').set({ version: 7 }).execute();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Undi', exact: true }).click();
    await dialog.getByText('Dari 15 unit dalam rencana akan diundi 3 unit (20 %).').waitFor();
    await dialog.getByRole('button', { name: 'Undi', exact: true }).click();
    const table = page.getByRole('table', { name: /Unit yang dinilai dua kali/ });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(4);
    await page.getByText('Cara memeriksa undian').click();
    await page
      .getByText(/^[0-9a-f]{64}$/)
      .first()
      .waitFor();
    await expectAccessible(page, 'plan-6');
    expect(await page.getByRole('button', { name: 'Undi sekarang' }).count()).toBe(0);
  });

  it('draws once more among units that came into the plan after the lot, and says so', async () => {
    await plannedUnits(visited.site, { periodId: await seasonId(), government: '53.14', count: 5 });
    const page = await aPageOf(visited, head, DESK);
    await open(page, `${path}/undian`);
    await page.getByText('5 unit masuk rencana sesudah undian dan belum ikut diundi.').waitFor();
    await page.getByRole('button', { name: 'Undi sekarang' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undi', exact: true }).click();
    await page.getByRole('heading', { name: 'Undian susulan 1' }).waitFor();
    expect(await page.getByRole('table', { name: /Unit yang dinilai dua kali/ }).count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Undi sekarang' }).count()).toBe(0);
    await expectAccessible(page, 'plan-7');
  });

  it('is seen by the phones once the national office has opened it', async () => {
    const { site } = visited;
    const assessor = await aPerson(site.db, { grants: [grant('assessor', '53')] });
    const periodId = await seasonId();
    const teamId = await aTeam(site.db, { periodId, members: [{ personId: assessor.id, role: 'assessor' }] });
    const { id } = await anAssessment(site.db, { periodId, teamId, government: '53.14' });
    const phone = await signedIn(site, assessor);
    const onPhone = async () => (await phone.post('/api/sync/pull', aPull())).body.assessments;
    expect(await onPhone()).toEqual([]);
    const page = await aPageOf(visited, admin, DESK);
    await open(page, path);
    await page.getByRole('button', { name: 'Buka bagi tim lapangan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('20 unit belum mempunyai tim').waitFor();
    await dialog.getByRole('button', { name: 'Buka', exact: true }).click();
    await page.getByText(/Dibuka bagi tim lapangan/).waitFor();
    expect(await onPhone()).toMatchObject([{ id }]);
  });
});

describe('a trial', () => {
  it('is made by a head for the own office, and says everywhere that it counts nowhere', async () => {
    const page = await aPageOf(visited, head, DESK);
    await open(page, '/kantor/rencana/baru');
    await page.getByLabel('Untuk').waitFor();
    expect(await page.getByLabel('Jenis').count()).toBe(0);
    await page.getByLabel('Nama').fill('Latihan Juni');
    await page.getByRole('button', { name: 'Buat', exact: true }).click();
    await page.getByRole('heading', { name: 'Latihan Juni', level: 1 }).waitFor();
    expect(await textOn(page, '.page-head')).toContain('Uji coba – tidak dipublikasikan');
    expect(await page.getByRole('link', { name: 'Undian' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Semua periode' }).click();
    await page.getByRole('link', { name: 'Latihan Juni' }).waitFor();
    await page.getByRole('link', { name: 'Penilaian 2024' }).waitFor();
    await expectAccessible(page, 'plan-8');
  });

  it('says so on the phone too: in the list of units and above every page of the unit; a second visit does not', async () => {
    const { db } = visited.site;
    const person = await aPerson(db, { name: 'Maria', grants: [grant('assessor', '53')], password: FIELD_PASSWORD });
    const members = [{ personId: person.id, role: 'assessor' }] as const;
    const trial = await aPeriod(db, { kind: 'trial', year: 2026 });
    const { id: again } = await db
      .selectFrom('period')
      .select('id')
      .where('kind', '=', 'comparison')
      .executeTakeFirstOrThrow();
    const practised = await anAssessment(db, { periodId: trial, members, government: '53.14' });
    const visitedAgain = await anAssessment(db, { periodId: again, members, government: '53.14' });
    const { page } = await visited.reader();
    await openField(page, person);
    const mark = page.getByText('Uji coba – tidak dipublikasikan');
    await page.locator('.unit-card').nth(1).waitFor();
    expect(await mark.count()).toBe(1);
    const card = (id: string) => page.locator(`.unit-card__name a[href$="${id}"]`);
    await card(practised.id).click();
    await page.locator('.overview').waitFor();
    await mark.waitFor();
    await page.goBack();
    await card(visitedAgain.id).click();
    await page.locator('.overview').waitFor();
    expect(await mark.count()).toBe(0);
  });
});
