import type { PersonId } from '@patuh/shared/domain/ids';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { violationsOn } from '../support/accessibility.ts';
import { anAssessment } from '../support/assessments.ts';
import { aVisitedSite, textOn, type Visited } from '../support/browser.ts';
import { aPerson, callerOf, grant, signedIn } from '../support/people.ts';
import { aPageOf } from '../support/signed-in-page.ts';
import { aHandedInUnit } from '../support/verification.ts';

/** Somebody of the office leaves in mid-season, and everything goes on. */

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

async function expectFits(page: Page): Promise<void> {
  for (const width of [360, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe('a verifier who leaves in mid-season', () => {
  it('hands everything over in one step, and the successor finishes the unit', async () => {
    const { site } = visited;
    const scene = await aHandedInUnit(site);
    const { verifier, head } = scene.people;
    const [section = '', ...rest] = scene.sections;
    expect((await scene.acceptSection(section)).status).toBe(200);
    const nita = await aPerson(site.db, { name: 'Nita Penerus', grants: [grant('verifier', '53')] });
    const maria = await signedIn(site, await aPerson(site.db, { grants: [grant('verifier', '53')] }));

    const page = await aPageOf(visited, head);
    await page.goto(`/kantor/rencana/${scene.unit.periodId}/tugas`);
    const choice = page.getByLabel(/^Verifikator untuk/);
    await choice.first().waitFor();
    // Whoever collected there stands in the list and cannot be chosen.
    await choice.first().selectOption({ label: verifier.name });
    await expectFits(page);
    await button(page, 'Simpan 1 perubahan').click();
    await page.getByText('Tersimpan.').waitFor();
    expect(await page.getByLabel(/^Paling lambat untuk/).inputValue()).toMatch(/^\d{4}-\d{2}-\d{2}$/);

    const leaving = await aPageOf(visited, verifier);
    await leaving.goto('/kantor/unit');
    await leaving.getByRole('heading', { level: 1 }).waitFor();

    await page.goto(`/kantor/orang/${verifier.id}`);
    await page.getByRole('heading', { name: 'Perangkat', exact: true }).waitFor();
    await page.getByText('Peramban uji').waitFor();
    await expectFits(page);
    await page.getByRole('link', { name: 'Serah terima' }).click();
    await page.getByRole('heading', { name: `Serah terima: ${verifier.name}` }).waitFor();
    const submit = button(page, 'Serahkan');
    await page.getByText('Satu hal belum mempunyai penerima.').waitFor();
    expect(await submit.isDisabled()).toBe(true);
    await page.getByLabel(/^Verifikator untuk/).selectOption({ label: 'Nita Penerus' });
    await page.getByLabel('Tutup akun').check();
    await expectFits(page);
    await submit.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 unit berganti verifikator.').waitFor();
    await dialog.getByRole('button', { name: 'Serahkan' }).click();
    await page.getByRole('heading', { name: 'Serah terima selesai' }).waitFor();
    expect(await textOn(page)).toContain('kepada Nita Penerus');
    await expectFits(page);

    await leaving.reload();
    await leaving.getByLabel('Alamat surel').waitFor();

    const successor = await signedIn(site, nita);
    for (const id of rest) expect((await scene.acceptSection(id, successor)).status).toBe(200);
    const { assessment, acceptances } = await scene.office(successor);
    expect(assessment.state).toBe('final');
    expect(new Set(acceptances.map(({ by }) => by))).toEqual(new Set([verifier.name, 'Nita Penerus']));
    expect((await maria.get('/api/me')).status).toBe(200);

    await page.goto('/kantor/jejak');
    await page.getByText('menyerahterimakan pekerjaan').first().waitFor();
  });
});

describe('units that nobody is to verify yet', () => {
  it('are not overwritten: whoever was slower sees first what somebody else changed', async () => {
    const { site } = visited;
    const unit = await anAssessment(site.db, { state: 'submitted', government: '53.09' });
    const someone = async (name: string): Promise<PersonId> =>
      (await aPerson(site.db, { name, grants: [grant('verifier', '53')] })).id;
    await someone('Rina');
    const quicker = await someone('Tomi');
    const [one, other] = [
      await aPerson(site.db, { grants: [grant('head', '53')] }),
      await aPerson(site.db, { grants: [grant('head', '53')] }),
    ];
    const page = await aPageOf(visited, one);
    await page.goto(`/kantor/rencana/${unit.periodId}/tugas`);
    const row = page.getByRole('table', { name: /Ngada/ }).getByRole('row').nth(1);
    await row.getByLabel(/^Verifikator untuk/).selectOption({ label: 'Rina' });
    const head = await signedIn(site, other);
    const path = `/api/office/periods/${unit.periodId}/duties`;
    const duty = { assessmentId: unit.id, seen: null, personId: quicker, dueOn: null };
    expect((await head.put(path, { province: '53', duties: [duty] })).status).toBe(200);

    await button(page, 'Simpan 1 perubahan').click();
    await row.getByText('Sementara itu diberikan kepada Tomi.').waitFor();
    expect(await row.getByLabel(/^Verifikator untuk/).inputValue()).not.toBe(quicker);
    await row.getByRole('button', { name: 'Biarkan' }).click();
    expect(await row.getByLabel(/^Verifikator untuk/).inputValue()).toBe(quicker);
    await row.getByLabel(/^Verifikator untuk/).selectOption({ label: 'Rina' });
    await button(page, 'Simpan 1 perubahan').click();
    await page.getByText('Tersimpan.').waitFor();
  });

  it('are shared out evenly, and given in bulk with the keyboard alone', async () => {
    const { site } = visited;
    const units = [];
    for (const government of ['53.01', '53.01', '53.02', '53.02'])
      units.push(await anAssessment(site.db, { government }));
    const page = await aPageOf(visited, await aPerson(site.db, { grants: [grant('head', '53')] }));
    await page.goto(`/kantor/rencana/${units[0]?.periodId}/tugas`);
    const all = page.getByLabel('Pilih semua unit Kabupaten Kupang');
    await all.focus();
    await page.keyboard.press('Space');
    await page.getByText('2 unit dipilih.').waitFor();
    const bulk = page.getByLabel(/unit dipilih/);
    await bulk.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await button(page, 'Simpan 2 perubahan').waitFor();
    await button(page, 'Batalkan perubahan').click();
    await button(page, 'Bagi rata yang belum ditentukan').click();
    await page.getByText(/unit dibagi; belum disimpan/).waitFor();
    await page.getByRole('button', { name: /^Simpan \d+ perubahan$/ }).click();
    await page.getByText('Tersimpan.').waitFor();
    const duties = await site.db
      .selectFrom('verification_duty')
      .select('assessment_id')
      .where(
        'assessment_id',
        'in',
        units.map(({ id }) => id),
      )
      .execute();
    expect(duties).toHaveLength(units.length);
  });
});

describe('an invitation', () => {
  it('travels by WhatsApp, is not used up by looking, and the number stays on the device', async () => {
    const { site } = visited;
    const page = await aPageOf(visited, await aPerson(site.db, { grants: [grant('head', '53')] }));
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto('/kantor/orang/undang');
    await page.getByLabel('Nama').fill('Yosef Lado');
    await page.getByLabel('Alamat surel').fill('yosef.lado@contoh.example');
    await page.getByLabel('Asal daerah').selectOption({ index: 1 });
    await page.getByLabel('Peran').first().selectOption('assessor');
    await page.getByLabel('Provinsi').selectOption('53');
    await button(page, 'Tambahkan peran').click();
    await button(page, 'Undang dan buat tautan').click();
    const way = page.getByRole('link', { name: 'Kirim lewat WhatsApp' });
    await way.waitFor();
    await page.getByLabel('Nomor WhatsApp').fill('0812-3456-7890');
    const address = new URL((await way.getAttribute('href')) ?? '');
    expect(address.origin + address.pathname).toBe('https://wa.me/6281234567890');
    const message = address.searchParams.get('text') ?? '';
    expect(message).toContain('Yth. Yosef Lado');
    const [link = ''] = /https?:\/\/\S+/.exec(message) ?? [];
    await expectFits(page);
    expect(sent.some((one) => one.includes('81234567890') || one.includes('3456-7890'))).toBe(false);

    const token = link.split('#')[1];
    const { page: looking } = await visited.reader();
    await looking.goto(`/masuk/tautan#${token}`);
    await looking.getByText('yosef.lado@contoh.example').waitFor();
    const inspected = await callerOf(site).post('/api/sign-in-links/inspect', { token });
    expect(inspected.status).toBe(200);
  });
});
