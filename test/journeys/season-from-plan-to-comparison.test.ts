import { DEMO_PASSWORD, DEMO_PEOPLE } from '@patuh/seeds/demo/people';
import { EAST, WEST } from '@patuh/seeds/demo/places';
import { verifyAudit } from '@patuh/server/features/audit/verify';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { handIn } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { planRows, UNPLANNED } from '../support/contoh-plan.ts';
import { pdf } from '../support/evidence-files.ts';
import { choose, showEvidence, tilesIn } from '../support/evidence-phone.ts';
import { allSent, answerPage } from '../support/field-phone.ts';
import { acceptAllButMarked, acceptEverything, deskOf, pointOn, pressOn } from '../support/desk.ts';
import { enter, signInByKeys, tabTo, watchPointer } from '../support/keyboard-only.ts';
import { fillTheRest } from '../support/fill-the-rest.ts';
import { aPhotoFile, type FilesToPick, filesToPick } from '../support/photos.ts';
import { checkWorkbook, giveChosen, makeTeam, setDays } from '../support/planning-screens.ts';
import { workbook } from '../support/unit-plans.ts';
import { instrumentOf } from '../support/reference-instruments.ts';
import {
  aDrawnUnit,
  type DrawnUnit,
  fairly,
  goOffline,
  goOnline,
  governmentByHand,
  handInWhole,
  secondVisitOf,
  type SeasonUnit,
  sectionOf,
  unitsOf,
} from '../support/season-units.ts';
import { deviceOf, signInAs, unitByHand } from '../support/walk.ts';

/**
 * A season of Provinsi Contoh from the empty plan to the comparison of its assessors, as everybody in it lives it: each test
 * is one stretch of the way and stands on those before.
 */

const INSTRUMENT = instrumentOf(2024);
const REASON = 'Catatan tidak menyebut apa yang dilihat di tempat.';
const WANTED = 'Surat keputusan penunjukan pejabat pengelola pengaduan';
const PHONE = { width: 390, height: 844 };

let visited: Visited;
/** What stands open on somebody’s desk or lies in somebody’s hand all through the season. */
let admin: Page;
let head: Page;
let plan = '';
let maria: Page;
let agus: Page;
/** The seven units of the government whose whole way is walked here. */
let east: readonly SeasonUnit[];
let files: FilesToPick;
let ratih: Page;
/** What came to the verifier’s page from a pointer. */
let pointer: readonly string[];
let returned = '';
let drawn: DrawnUnit;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false, demo: UNPLANNED });
  files = await filesToPick();
});
afterAll(async () => {
  await visited.close();
  await files.close();
});

/** With LOOK=FOLDER in the environment, pictures of every stretch of the way. */
async function look(page: Page, name: string): Promise<void> {
  const into = process.env['LOOK'];
  if (into !== undefined) await page.screenshot({ path: `${into}/season-${name}.png`, fullPage: true });
}

/** The units of the government, those first that are worked on a phone here. */
function walked(): readonly SeasonUnit[] {
  const [a, b, ...timur] = east.filter(({ team }) => team === 'Tim Timur');
  const [c, ...barat] = east.filter(({ team }) => team === 'Tim Barat');
  return [a!, b!, c!, ...timur, ...barat];
}

/** A unit that its team answers and hands in on phones that nobody looks at here. */
async function workedElsewhere({ id, team }: Pick<SeasonUnit, 'id' | 'team'>, good: number): Promise<void> {
  const field = await deviceOf(visited.site, team === 'Tim Timur' ? 'assessorEast' : 'assessorWest');
  await fillTheRest(field, id, INSTRUMENT, fairly(good));
  expect((await handIn(field, id)).status).toBe(200);
}

/** Opens a unit from the list that stands there, by the keys. */
async function openFromList(unit: SeasonUnit): Promise<void> {
  await ratih.getByRole('link', { name: unit.name }).first().waitFor();
  await enter(ratih, unit.name);
  await deskOf(ratih, unit);
}

/** The desk shows what the rules make of the answers that the server holds. */
async function expectScoreOf({ id, team }: SeasonUnit): Promise<void> {
  const field = await deviceOf(visited.site, team === 'Tim Timur' ? 'assessorEast' : 'assessorWest');
  expect(await textOn(ratih, '.office-score')).toContain(await unitByHand(field, id));
}

/** Of one stretch, on a machine that does much else. */
const PATIENT = { timeout: 300_000 };

describe('a season, from the empty plan to the comparison of its assessors', PATIENT, () => {
  it('is made by the national office and planned by the head from a workbook, whose faults are shown by their places', async () => {
    admin = await signInAs(visited, 'admin', DESK);
    await admin.getByRole('link', { name: 'Rencana' }).first().click();
    await admin.getByRole('link', { name: 'Buat periode' }).click();
    await admin.getByLabel('Tahun').fill('2024');
    await admin.getByRole('button', { name: 'Buat', exact: true }).click();
    await admin.getByRole('heading', { level: 1, name: 'Penilaian 2024' }).waitFor();
    plan = new URL(admin.url()).pathname;
    await admin.getByRole('button', { name: 'Ubah', exact: true }).click();
    await admin.getByLabel('Dinilai dua kali (%)').fill('2');
    await admin.getByLabel('Sampel verifikasi (%)').fill('5');
    await admin.getByLabel('Dekat batas kategori (poin)').fill('0.1');
    await admin.getByRole('button', { name: 'Simpan' }).click();
    await admin.getByRole('button', { name: 'Ubah', exact: true }).waitFor();

    head = await signInAs(visited, 'head', DESK);
    await head.goto(`${plan}/unit`);
    await head.getByText('Masukkan dari berkas', { exact: true }).click();
    const rows = planRows();
    const spoiled = rows
      .with(10, rows[10]!.with(0, 'Kabupaten Entah'))
      .with(20, rows[20]!.with(4, '35,6'))
      .with(30, rows[29]!);
    await checkWorkbook(head, workbook(spoiled));
    await head.getByText('3 hal harus diperbaiki dalam berkas:').waitFor();
    const faults = await textOn(head, 'main');
    expect(faults).toContain('Rencana, baris 12 A (pemda) Kabupaten Entah Pemda ini tidak dikenal.');
    expect(faults).toContain('Rencana, baris 22 E (lintang) 35,6 Lintang di luar Indonesia');
    expect(faults).toMatch(/Rencana, baris 32 C \(nama unit\) .* Unit ini sudah ada di baris 31\./);
    await head.getByText('Belum ada unit dalam rencana', { exact: true }).waitFor();

    await checkWorkbook(head, workbook(rows));
    await head.getByText('133 unit baru didaftarkan, 21 unit terdaftar masuk rencana').waitFor();
    await head.getByRole('button', { name: 'Masukkan', exact: true }).click();
    await head.getByText('Selesai: 154 unit masuk rencana, 133 di antaranya unit baru').waitFor();
    await head.getByText('154 unit di 22 pemda').waitFor();
    await look(head, 'units');
  });

  it('gets its teams, its days, its verifiers and its lot of second visits, and is opened', async () => {
    await head.getByRole('link', { name: 'Tim', exact: true }).click();
    await makeTeam(head, 'Tim Timur', [DEMO_PEOPLE.assessorEast.name, DEMO_PEOPLE.enumeratorEastOne.name]);
    await makeTeam(head, 'Tim Barat', [DEMO_PEOPLE.assessorWest.name, DEMO_PEOPLE.enumeratorWestOne.name]);
    const government = head.getByRole('search').getByLabel('Pemerintah daerah');
    await government.selectOption(EAST);
    // Five of seven by drawing over their lines with the keyboard, whole governments by their boxes, the rest by one.
    await head.locator('.assignment-table input[tabindex="0"]').focus();
    await head.keyboard.press('Space');
    for (let line = 1; line < 5; line += 1) await head.keyboard.press('Shift+ArrowDown');
    await giveChosen(head, 5, 'Tim Timur');
    await government.selectOption('');
    for (const place of [
      'Utara',
      'Selatan',
      'Tengah',
      'Hulu',
      'Hilir',
      'Kepulauan',
      'Pesisir',
      'Lembah',
      'Rimba',
      'Muara',
    ]) {
      await head.getByLabel(`Pilih semua di Kabupaten Contoh ${place}`, { exact: true }).check();
    }
    await giveChosen(head, 70, 'Tim Timur');
    await head.getByRole('search').getByLabel('Tim').selectOption('');
    await head.getByLabel('Pilih semua 79 unit yang tampil').check();
    await giveChosen(head, 79, 'Tim Barat');
    await look(head, 'teams');

    await head.getByRole('link', { name: 'Tugas verifikasi' }).click();
    await head.getByLabel('Pilih semua unit Kabupaten Contoh Timur').check();
    await head.getByLabel(/^7 unit dipilih/).selectOption({ label: DEMO_PEOPLE.verifierOne.name });
    await head.getByRole('button', { name: 'Berikan kepada' }).click();
    await head.getByLabel('Pilih semua unit Kabupaten Contoh Barat').check();
    await head.getByLabel(/^7 unit dipilih/).selectOption({ label: DEMO_PEOPLE.verifierTwo.name });
    await head.getByRole('button', { name: 'Berikan kepada' }).click();
    await head.getByRole('button', { name: 'Simpan 14 perubahan' }).click();
    await head.getByText('Tersimpan.').waitFor();
    await look(head, 'duties');

    await head.getByRole('link', { name: 'Periode', exact: true }).click();
    await head.getByRole('button', { name: 'Ubah hari provinsi' }).click();
    await setDays(head, 'Pengambilan data', -3, 30);
    await setDays(head, 'Verifikasi', -1, 45);
    await head.getByRole('button', { name: 'Simpan' }).click();
    await head.getByText('Verifikasi dimulai sebelum Pengambilan data berakhir.').waitFor();

    await head.getByRole('link', { name: 'Undian' }).click();
    await head.getByText('Dari 154 unit dalam rencana akan diundi 3 unit (2 %).').waitFor();
    await head.getByRole('button', { name: 'Undi sekarang' }).click();
    await head.getByRole('dialog').getByRole('button', { name: 'Undi', exact: true }).click();
    const lot = head.getByRole('table', { name: /Unit yang dinilai dua kali/ });
    await lot.waitFor();
    expect(await lot.getByRole('row').count()).toBe(1 + 3);
    await look(head, 'lot');

    await admin.reload();
    await admin.getByRole('button', { name: 'Buka bagi tim lapangan' }).click();
    expect(await admin.getByRole('dialog').innerText()).not.toContain('belum mempunyai tim');
    await admin.getByRole('dialog').getByRole('button', { name: 'Buka', exact: true }).click();
    await admin.getByText(/Dibuka bagi tim lapangan/).waitFor();
    await look(admin, 'opened');
  });

  it('is worked by two teams on their phones, one of them without a network for a while', async () => {
    east = await unitsOf(visited.site.db, { year: 2024, government: EAST });
    const [first, second, third] = walked();
    maria = await signInAs(visited, 'assessorEast', PHONE, { hasTouch: true });
    // One is left from the year before.
    await maria.getByText('76 unit ditugaskan kepada tim Anda.').waitFor();
    await maria.getByLabel('Cari unit').fill(`${first!.name} Contoh Timur`);
    await maria.locator('.unit-card__name').getByRole('link').tap();
    await maria.locator('.overview').waitFor();
    await maria.goto(sectionOf(first!, 'sarana-prasarana/unit'));
    expect(await answerPage(maria, 2)).toBe(9);
    await showEvidence(maria);
    await choose(maria, 'Pilih dari galeri', [await files.put('papan.jpg', await aPhotoFile())]);
    await tilesIn(maria, '(di HP ini|sedang dikirim|sampai di server)').waitFor();
    await look(maria, 'phone');
    await goOffline(maria);
    await maria.goto(sectionOf(first!, 'kompetensi-pelaksana/officer-1'));
    expect(await answerPage(maria, 1)).toBe(6);
    await maria.getByText('Tersimpan di perangkat ini').nth(5).waitFor();
    await goOnline(maria);
    await allSent(maria);

    const dedi = await deviceOf(visited.site, 'enumeratorEastOne');
    await fillTheRest(dedi, first!.id, INSTRUMENT, fairly(5));
    await handInWhole(maria, first!);
    await look(maria, 'handed-in');

    await maria.goto(sectionOf(second!, 'sarana-prasarana/unit'));
    expect(await answerPage(maria, 1)).toBe(9);
    await allSent(maria);
    await fillTheRest(dedi, second!.id, INSTRUMENT, fairly(6));
    await handInWhole(maria, second!);

    agus = await signInAs(visited, 'assessorWest', PHONE, { hasTouch: true });
    await agus.getByText('79 unit ditugaskan kepada tim Anda.').waitFor();
    await agus.goto(sectionOf(third!, 'sarana-prasarana/unit'));
    expect(await answerPage(agus, 2)).toBe(9);
    await allSent(agus);
    await fillTheRest(await deviceOf(visited.site, 'enumeratorWestOne'), third!.id, INSTRUMENT, fairly(4));
    await handInWhole(agus, third!);
  });

  it('has a unit that cannot be visited, as the head learns from a letter, and three more that are handed in elsewhere', async () => {
    const [, , , ...others] = walked();
    const drowned = others.at(-1)!;
    await head.goto(`${plan}/unit`);
    const section = head.getByRole('region', { name: 'Kabupaten Contoh Timur', exact: true });
    await section.locator('summary').first().click();
    await section.getByRole('button', { name: `Tidak dinilai… ${drowned.name}` }).click();
    const dialog = head.getByRole('dialog', { name: `${drowned.name} tidak dinilai` });
    await dialog.getByLabel('Sebab').selectOption({ label: 'bencana' });
    await dialog.getByLabel('Apa yang terjadi').fill('Gedung terendam banjir sejak Senin.');
    await dialog.getByLabel('Dari mana kantor mengetahuinya').fill('Surat BPBD nomor 21');
    await dialog.getByRole('button', { name: 'Catat tidak dinilai' }).click();
    await section.getByText('Gedung terendam banjir sejak Senin.').waitFor();
    await section.getByText('Sumber: Surat BPBD nomor 21').waitFor();
    for (const [index, unit] of others.slice(0, -1).entries()) await workedElsewhere(unit, 6 - index);
  });

  it('is verified from the keyboard alone, but for one point that goes back', async () => {
    ({ page: ratih } = await visited.reader({ viewport: DESK }));
    pointer = await watchPointer(ratih);
    await ratih.goto('/kantor');
    await signInByKeys(ratih, DEMO_PEOPLE.verifierOne, DEMO_PASSWORD);
    await ratih.getByRole('heading', { name: '6 unit menunggu Anda periksa' }).waitFor();
    await look(ratih, 'today-verifier');
    await enter(ratih, 'Semua yang menunggu saya');
    const [first] = walked();
    await openFromList(first!);
    await look(ratih, 'desk');

    while (/^(Wawancara|Terima bagian)/.test(await pointOn(ratih))) await pressOn(ratih, 'a');
    returned = await pointOn(ratih);
    await ratih.keyboard.press('r');
    await ratih.keyboard.type(REASON);
    await ratih.keyboard.press('Control+Enter');
    await ratih.getByText('1 butir ditandai').waitFor();
    await acceptAllButMarked(ratih);
    await ratih.keyboard.press('s');
    await enter(ratih, /^Kembalikan 1 butir/);
    await ratih.getByRole('dialog').waitFor({ state: 'detached' });
    await look(ratih, 'returned');
    expect(pointer).toEqual([]);
  });

  it('brings the reason to the phone, where it is answered without a network and comes back as the only point that is open', async () => {
    const [first] = walked();
    await maria.goto('/lapangan');
    const card = maria.locator('.unit-card', { hasText: '1 butir dikembalikan' });
    await card.waitFor();
    await goOffline(maria);
    await card.getByRole('link', { name: /butir dikembalikan/ }).tap();
    const question = maria.locator('.question', { hasText: REASON });
    await question
      .locator('.choice:not(:has(input:checked))', { has: maria.locator('.choice__mark') })
      .first()
      .tap();
    await question.getByText('Tersimpan di perangkat ini').waitFor();
    await look(maria, 'mended');
    await goOnline(maria);
    await question.getByText('Sudah ditanggapi; menunggu verifikator.').waitFor();
    await allSent(maria);
    await handInWhole(maria, first!);

    // She is back in the morning.
    await ratih.goto('/kantor');
    await ratih.getByRole('heading', { name: '1 unit sudah menjawab butir yang dikembalikan' }).waitFor();
    await look(ratih, 'today-answered');
    await enter(ratih, 'Semua yang menunggu saya');
    await openFromList(first!);
    await ratih.getByText('Dikembalikan, sudah dijawab tim').waitFor();
    await look(ratih, 'answered');
    expect(await pointOn(ratih)).toBe(returned);
    // The point, and the section that it kept from being accepted.
    expect(await acceptEverything(ratih)).toBe(2);
    await expectScoreOf(first!);
    expect(pointer).toEqual([]);
  });

  it('asks one document of a unit, which sends it without an account, and sees it before deciding', async () => {
    const [, , third] = walked();
    await enter(ratih, 'Verifikasi');
    await openFromList(third!);
    while (/^(Wawancara|Terima bagian)/.test(await pointOn(ratih))) await pressOn(ratih, 'j');
    const asked = await pointOn(ratih);
    await ratih.keyboard.press('m');
    await tabTo(ratih, 'Dokumen yang diminta');
    await ratih.keyboard.type(WANTED);
    await enter(ratih, 'Buat tautan');
    const link = new URL(await ratih.getByRole('textbox', { name: 'Tautan', exact: true }).inputValue());
    await enter(ratih, 'Selesai');
    await ratih.getByText('menunggu unit').waitFor();

    const { page: contact } = await visited.reader({ viewport: PHONE });
    await contact.goto(`${link.pathname}${link.hash}`);
    await contact.getByText(WANTED).waitFor();
    const chooser = contact.waitForEvent('filechooser');
    await contact.getByRole('button', { name: 'Pilih foto atau PDF' }).click();
    await (await chooser).setFiles([{ name: 'SK.pdf', mimeType: 'application/pdf', buffer: pdf() }]);
    await contact.getByText('Terima kasih. Dokumen sudah diterima').waitFor();
    await contact.context().close();

    await ratih.goto('/kantor');
    await ratih.getByRole('heading', { name: '1 unit sudah mengirim dokumen yang diminta' }).waitFor();
    await look(ratih, 'document-today');
    const sent = ratih.getByRole('region', { name: '1 unit sudah mengirim dokumen yang diminta' });
    await sent.getByRole('link', { name: third!.name }).focus();
    await ratih.keyboard.press('Enter');
    await deskOf(ratih, third!);
    await ratih.getByText('Dokumen yang diminta sudah datang').waitFor();
    await look(ratih, 'document-desk');
    await enter(ratih, `Buka ${asked}`);
    await ratih.getByText('diterima setelah kunjungan, belum diputuskan').waitFor();
    await ratih.getByRole('link', { name: 'Buka SK.pdf' }).waitFor();
    await enter(ratih, 'Dokumen menjawab');
    await tabTo(ratih, 'Alasan');
    await ratih.keyboard.type('SK itu menunjuk dua orang dan masih berlaku.');
    await enter(ratih, 'Dokumen menjawab');
    await ratih.getByText('diterima verifikator').waitFor();
    expect(await ratih.getByText('Dokumen yang diminta sudah datang').count()).toBe(0);
    await acceptEverything(ratih);
    await expectScoreOf(third!);
    expect(pointer).toEqual([]);
  });

  it('goes through the rest of the government from unit to unit, still without a mouse', async () => {
    for (let unit = 1; unit <= 4; unit += 1) {
      const following = ratih.getByRole('link', { name: /^Unit berikutnya: / });
      await following.waitFor();
      const href = (await following.getAttribute('href')) ?? '';
      await ratih.keyboard.press('u');
      await ratih.waitForURL((url) => url.pathname === href);
      await ratih.getByRole('navigation', { name: 'Daftar butir' }).waitFor();
      await acceptEverything(ratih);
    }
    await ratih.goto('/kantor');
    await ratih.getByText('Tidak ada yang mendesak hari ini').waitFor();
    expect(pointer).toEqual([]);
  });

  it('loses a verifier in mid-season, whose work another one finds on her first page and finishes', async () => {
    const [unit] = await unitsOf(visited.site.db, { year: 2024, government: WEST });
    await workedElsewhere(unit!, 5);
    const bonar = await signInAs(visited, 'verifierTwo', DESK);
    await bonar.getByRole('heading', { name: '1 unit menunggu Anda periksa' }).waitFor();
    await bonar.getByRole('link', { name: unit!.name }).first().click();
    await deskOf(bonar, unit!);
    for (let point = 0; point < 5; point += 1) await pressOn(bonar, 'a');

    await head.goto('/kantor/orang');
    await head.getByRole('link', { name: DEMO_PEOPLE.verifierTwo.name }).click();
    await head.getByRole('link', { name: 'Serah terima' }).click();
    await head.getByRole('heading', { name: `Serah terima: ${DEMO_PEOPLE.verifierTwo.name}` }).waitFor();
    await look(head, 'handover');
    await head.getByLabel('Semua unit kepada').selectOption({ label: DEMO_PEOPLE.verifierOne.name });
    await head.getByLabel('Tutup akun').check();
    await head.getByRole('button', { name: 'Serahkan', exact: true }).click();
    const dialog = head.getByRole('dialog');
    await dialog.getByText('7 unit berganti verifikator.').waitFor();
    await dialog.getByRole('button', { name: 'Serahkan', exact: true }).click();
    await head.getByRole('heading', { name: 'Serah terima selesai' }).waitFor();

    await bonar.reload();
    await bonar.getByLabel('Alamat surel').waitFor();
    await bonar.getByLabel('Alamat surel').fill(DEMO_PEOPLE.verifierTwo.email);
    await bonar.getByLabel('Kata sandi', { exact: true }).fill(DEMO_PASSWORD);
    await bonar.getByRole('button', { name: 'Masuk', exact: true }).click();
    await bonar.getByRole('alert').waitFor();
    await look(bonar, 'closed');
    expect(new URL(bonar.url()).pathname).toBe('/masuk');
    await bonar.context().close();

    await ratih.goto('/kantor');
    const waiting = ratih.getByRole('region', { name: '1 unit menunggu Anda periksa' });
    await waiting.getByText(/tugas Anda/).waitFor();
    await enter(ratih, unit!.name);
    await deskOf(ratih, unit!);
    await acceptEverything(ratih);
    await expectScoreOf(unit!);
    expect(pointer).toEqual([]);
  });

  it('assesses a drawn unit a second time, blind, and tells the assessor before the head', async () => {
    const [a, b, c, ...others] = walked();
    const visit = await aDrawnUnit(visited.site.db, [a!, b!, c!, others.at(-1)!]);
    drawn = visit;
    if (visit.state === 'assigned') await workedElsewhere(visit, 6);
    const [firstKey, secondKey] =
      visit.team === 'Tim Timur'
        ? (['assessorEast', 'assessorWest'] as const)
        : (['assessorWest', 'assessorEast'] as const);
    const [own, again] = visit.team === 'Tim Timur' ? [maria, agus] : [agus, maria];

    await head.goto(`${plan}/undian`);
    await head.getByRole('link', { name: 'Tetapkan tim kedua' }).click();
    await makeTeam(head, 'Tim Pembanding', [DEMO_PEOPLE[secondKey].name]);
    await head.getByLabel('Cari unit').fill(`${visit.name} ${visit.government}`);
    await head.locator('.assignment-table').getByRole('checkbox').last().check();
    await giveChosen(head, 1, 'Tim Pembanding');
    await look(head, 'second-team');

    const second = await secondVisitOf(visited.site.db, visit);
    await again.goto('/lapangan');
    await again.locator(`.unit-card__name a[href$="${second}"]`).waitFor();
    await again.goto(sectionOf({ id: second }, 'sarana-prasarana/unit'));
    expect(await again.locator('.question input:checked').count()).toBe(0);
    expect(await answerPage(again, 1)).toBe(9);
    await allSent(again);
    await fillTheRest(await deviceOf(visited.site, secondKey), second, INSTRUMENT, fairly(1));
    await handInWhole(again, { id: second });

    const name = DEMO_PEOPLE[firstKey].name;
    await head.goto('/kantor/mutu');
    await head.getByText('1 dari 3 unit undian sudah diserahkan oleh kedua tim.').waitFor();
    await head.getByText(`${name}: hasil diperlihatkan dahulu`).waitFor();
    expect(await textOn(head, 'main')).not.toContain('tingkat dari tim lain');
    await own.goto('/latihan');
    await own.getByText(/Anda rata-rata \+\d,\d tingkat dari tim lain/).waitFor();
    await look(own, 'own-figures');
    await own.getByLabel('Tanggapan Anda').fill('Loket sedang direnovasi saat kunjungan kedua.');
    await own.getByRole('button', { name: 'Saya sudah melihat' }).tap();
    await own.getByText('Tercatat. Kantor sekarang juga melihatnya.').waitFor();
    await head.reload();
    await head.getByText(new RegExp(`^${name} rata-rata \\+\\d,\\d tingkat dari tim lain`)).waitFor();
    await head.getByText('Angka di baliknya').click();
    await head.getByText(/^Alfa −?\d,\d\d \(selang 95 %/).waitFor();
    expect(await textOn(head, 'main')).toContain(`${DEMO_PEOPLE[secondKey].name}: hasil diperlihatkan dahulu`);
    await look(head, 'quality');
  });

  it('ends with a result that the rules give for the same answers, and with nothing left to do for its government', async () => {
    const field = {
      east: await deviceOf(visited.site, 'assessorEast'),
      west: await deviceOf(visited.site, 'assessorWest'),
    };
    const expected = await governmentByHand(east, ({ team }) => (team === 'Tim Timur' ? field.east : field.west));
    const sekda = await signInAs(visited, 'sekdaEast', DESK);
    await sekda.getByRole('link', { name: 'Lihat alasannya' }).first().click();
    await sekda.getByText(expected).first().waitFor();
    await look(sekda, 'sekda');

    await head.goto('/kantor');
    await head.getByText('Ada unit tanpa tim').waitFor();
    await look(head, 'today-head');
    const today = await textOn(head, 'main');
    expect(today).not.toContain('Contoh Timur');
    // Whoever took over has the units of the other government; of the one that was drawn elsewhere nobody is the verifier.
    expect(today.includes('1 unit belum ada pemeriksa')).toBe(!/Contoh (Timur|Barat)$/.test(drawn.government));

    await head.goto(`/kantor/musim?periode=${plan.split('/').at(-1)}&provinsi=99`);
    const tile = head.getByRole('link', { name: /Kabupaten Contoh Timur/ });
    await tile.getByText('Selesai', { exact: true }).waitFor();
    await look(head, 'watched');
    expect(await verifyAudit(visited.site.db)).toMatchObject({ ok: true });
  });
});
