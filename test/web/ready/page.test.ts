import { readyIndexPage, readyPage } from '@patuh/server/features/pages/page-data';
import { readyKinds } from '@patuh/server/features/pages/ready-kinds';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { describe, expect, it } from 'vitest';

import { readyExamples } from '../../../web/src/text/id/ready-examples.ts';
import { aCatalogue } from '../../support/catalogue.ts';
import { instrumentOf, referenceInstruments } from '../../support/reference-instruments.ts';
import { pageHtml, sectionText, textOf } from '../../support/render-page.ts';

const catalogue = aCatalogue();
const YEARS = catalogue.instrumentYears;

function page(year: number, slug: string): string {
  return pageHtml(readyPage(catalogue, year, slug), `/siap-dikunjungi/${year}/${slug}`);
}

describe('the checklist of a kind of unit', () => {
  it.each(YEARS)('asks in %i every question of the instrument, each once', (year) => {
    const html = page(year, 'puskesmas');
    const titles = [...html.matchAll(/<h3>([^<]*)<\/h3><p>/g)].map(([, title = '']) => textOf(title));
    expect(titles.toSorted()).toEqual(
      indicatorsOf(instrumentOf(year).tree)
        .map(({ name }) => name)
        .toSorted(),
    );
    for (const { question } of indicatorsOf(instrumentOf(year).tree)) expect(textOf(html)).toContain(question);
  });

  it('lists what to have at hand by what it is', () => {
    const hand = sectionText(page(2024, 'puskesmas'), 'siapkan');
    expect(hand).toMatch(/Dokumen di satu map .* Petugas pengelola pengaduan .* Alamat web .* Biaya atau tarif .*/);
    expect(hand).toMatch(/Difoto di tempat .* Atribut petugas/);
    // Answered for the whole government from other sources: nobody looks for it in a unit.
    expect(sectionText(page(2025, 'puskesmas'), 'siapkan')).not.toContain('BPS');
  });

  it('says how many of each, for this kind of unit, and what is not official', () => {
    expect(sectionText(page(2024, 'puskesmas'), 'bagian-product')).toContain(
      'Yang dituju 2 produk layanan, paling sedikit 1. belum resmi Contoh produk: pemeriksaan umum',
    );
    expect(sectionText(page(2024, 'polres'), 'bagian-product')).toContain('Yang dituju 5 produk layanan');
    expect(sectionText(page(2024, 'polres'), 'bagian-officer')).toContain('Biasanya: kepala kepolisian resor');
    expect(sectionText(page(2024, 'unit-lembaga'), 'bagian-officer')).toContain('Biasanya: pimpinan unit');
    expect(textOf(page(2024, 'puskesmas'))).toContain('Sebagian isi daftar ini belum resmi');
  });

  it('prepares nobody for the interview of users, and says that it is anonymous', () => {
    const html = page(2024, 'rsud');
    const users = sectionText(html, 'bagian-user');
    expect(users).toContain('Wawancara pengguna anonim');
    expect(users).toMatch(/Jangan memilihkan pengguna/);
    expect(users).not.toMatch(/Bukti yang baik|Cara bersiap|Nilai penuh/);
  });

  it('offers the document to fill in where it is asked for', () => {
    const html = page(2024, 'puskesmas');
    const [, charter = ''] = html.split('<h3>Maklumat layanan</h3>');
    expect(charter.slice(0, charter.indexOf('</li>'))).toContain('contoh-maklumat-pelayanan.docx');
    const [, appointment = ''] = html.split('<h3>Petugas pengelola pengaduan</h3>');
    expect(appointment.slice(0, appointment.indexOf('</li>'))).toContain('contoh-sk-petugas-pengaduan.docx');
  });

  it('is shared with its title and its whole address', () => {
    const html = page(2025, 'disdukcapil');
    const [, link = ''] = /href="(https:\/\/wa\.me\/[^"]*)"/.exec(html) ?? [];
    const message = new URL(link.replaceAll('&amp;', '&')).searchParams.get('text');
    expect(message).toMatch(
      /^Siap dikunjungi: Disdukcapil 2025\..* https:\/\/patuh\.example\/siap-dikunjungi\/2025\/disdukcapil$/,
    );
    expect(html).toContain('<meta property="og:title" content="Siap dikunjungi: Disdukcapil 2025 · Patuh">');
    expect(html).toContain('<meta property="og:url" content="https://patuh.example/siap-dikunjungi/2025/disdukcapil">');
    expect(html).toMatch(/<meta property="og:description" content="Daftar periksa .* Disdukcapil/);
  });
});

describe('the addresses of the checklists', () => {
  it('stay as they were printed and sent', () => {
    expect(readyKinds().map(({ slug }) => slug)).toEqual([
      'dinkes',
      'disdik',
      'dinsos',
      'dpmptsp',
      'disdukcapil',
      'puskesmas',
      'rsud',
      'kecamatan',
      'perangkat-daerah',
      'polres',
      'kantah',
      'unit-kementerian',
      'unit-lembaga',
    ]);
  });

  it('are all on the page where a reader chooses', () => {
    const html = pageHtml(readyIndexPage(catalogue, 2023), '/siap-dikunjungi/2023');
    for (const { slug } of readyKinds()) expect(html).toContain(`href="/siap-dikunjungi/2023/${slug}"`);
    for (const year of YEARS) expect(html).toContain(`href="/siap-dikunjungi/${year}"`);
  });
});

describe('examples of good evidence', () => {
  const prepared = referenceInstruments
    .flatMap(({ tree }) => indicatorsOf(tree))
    .filter(({ subject }) => subject !== 'user' && subject !== 'government')
    .map(({ id }) => String(id));

  it('are there for everything that a unit can prepare, and for nothing else', () => {
    expect(Object.keys(readyExamples).toSorted()).toEqual([...new Set(prepared)].toSorted());
  });
});
