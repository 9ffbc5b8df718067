import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { expectAccessible } from '../support/accessibility.ts';
import { anAssessment, pulled } from '../support/assessments.ts';
import { aVisitedSite, DESK, textOn, type Visited } from '../support/browser.ts';
import { aDevice } from '../support/changes.ts';
import { aFieldFile } from '../support/field-files.ts';
import { aPerson, grant, signedIn } from '../support/people.ts';

let visited: Visited;
beforeAll(async () => {
  visited = await aVisitedSite({ history: false });
});
afterEach(async () => await visited.closeReaders());
afterAll(async () => await visited.close());

const EMAIL = 'theresia@contoh.example';
const PASSWORD = 'kapal kayu menyeberang selat';
const PLACES = ['penjaminan-mutu', 'kecukupan-pelaksana', 'frekuensi-pengawasan-internal'];

const asFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

describe('a verifier with files from the field', () => {
  it('brings them in, any number of times, and reads what became of each and what to do', async () => {
    const { site } = visited;
    const maria = await aPerson(site.db, { grants: [grant('assessor', '53')], name: 'Maria Lede' });
    const unit = await anAssessment(site.db, { members: [{ personId: maria.id, role: 'assessor' }] });
    await aPerson(site.db, { name: 'Theresia', email: EMAIL, password: PASSWORD, grants: [grant('verifier', '53')] });
    const device = aDevice();
    const changes = PLACES.map((indicatorId) => device.level(unit.id, { indicatorId }, 1));
    const file = aFieldFile({ author: maria, changes: changes.slice(0, 2) });
    const more = aFieldFile({ author: maria, changes });
    const [first, ...others] = more.entries;
    const damaged = { ...more, entries: [{ ...first!, sealed: Buffer.alloc(64).toString('base64') }, ...others] };

    const { page, complaints } = await visited.reader({ viewport: DESK });
    await page.goto('/kantor/berkas');
    await page.getByLabel('Alamat surel').fill(EMAIL);
    await page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.getByRole('heading', { name: 'Berkas dari lapangan', level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Berkas lapangan' }).isVisible()).toBe(true);
    const chooser = page.getByLabel('Berkas titipan');
    const newest = page.getByRole('list', { name: 'Berkas yang dimasukkan' }).getByRole('listitem').first();

    // It comes in, and the team sees it as Maria’s.
    await chooser.setInputFiles([asFile('patuh-titipan-maria.txt', JSON.stringify(file))]);
    await newest.getByText('2 jawaban disimpan.').waitFor();
    expect(await newest.innerText()).toMatch(/Dari Maria Lede, dibuat .*, 2 jawaban\s+Berkas diterima/);
    const { cells } = await pulled(await signedIn(site, maria), unit.id);
    expect(cells.map(({ current }) => current.by)).toEqual(['Maria Lede', 'Maria Lede']);

    // The same again, and one of which an entry was damaged on the way, both at once.
    await chooser.setInputFiles([
      asFile('patuh-titipan-maria.txt', JSON.stringify(file)),
      asFile('patuh-titipan-maria (1).txt', JSON.stringify(damaged)),
    ]);
    await newest.getByText('1 jawaban disimpan, 1 sudah ada, 1 tidak dapat dipakai.').waitFor();
    expect(await newest.innerText()).toContain('Minta berkas dibuat lagi di ponsel asalnya.');
    expect(await textOn(page, '#isi')).toContain('Semua jawaban di berkas ini sudah ada 2 sudah ada.');
    await expectAccessible(page, 'office-files-1');

    // What is none, what was cut off, and what is for another office or of nobody here.
    await chooser.setInputFiles([asFile('daftar hadir.txt', 'Maria, Yosef')]);
    await newest.getByText('Ini bukan berkas titipan Patuh').waitFor();
    await chooser.setInputFiles([asFile('patuh-titipan-maria.txt', JSON.stringify(file).slice(0, -40))]);
    await newest.getByText('Berkas ini rusak atau terpotong').waitFor();
    const theirs = aFieldFile({ author: maria, changes, lockedFor: unit.id as never });
    await chooser.setInputFiles([asFile('patuh-titipan-lain.txt', JSON.stringify(theirs))]);
    await newest.getByText('Berkas ini tidak dapat dibuka').waitFor();
    await expectAccessible(page, 'office-files-2');

    // The network goes, and comes back.
    await page.setViewportSize({ width: 390, height: 844 });
    const note = device.change(unit.id, { indicatorId: PLACES[0]! }, { field: 'note', value: 'Loket tutup' });
    const all = aFieldFile({ author: maria, changes: [...changes, note] });
    await page.context().setOffline(true);
    await chooser.setInputFiles([asFile('patuh-titipan-maria.txt', JSON.stringify(all))]);
    await newest.getByText('Tidak ada jaringan').waitFor();
    await page.context().setOffline(false);
    await newest.getByRole('button', { name: 'Kirim lagi' }).click();
    await newest.getByText('1 jawaban disimpan, 3 sudah ada.').waitFor();
    expect((await pulled(await signedIn(site, maria), unit.id)).cells).toHaveLength(4);

    const unexpected = complaints.filter((line) => !/status of (401|404|422)|ERR_INTERNET_DISCONNECTED/.test(line));
    expect(unexpected).toEqual([]);
  });
});
