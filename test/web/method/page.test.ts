import { calculatorEntries, methodPage } from '@patuh/server/features/pages/page-data';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { describe, expect, it } from 'vitest';

import { aCatalogue } from '../../support/catalogue.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { pageHtml, sectionText, textOf } from '../../support/render-page.ts';

const catalogue = aCatalogue();

function page(year: number, query: Record<string, string> = {}): string {
  const address = `/metodologi/${year}?${new URLSearchParams(query).toString()}`;
  return pageHtml(methodPage(catalogue, year, calculatorEntries(query)), address);
}

describe('the method of 2024', () => {
  const html = page(2024);
  const tree = sectionText(html, 'indikator');

  it('states the weights of dimensions and indicators', () => {
    expect(tree).toContain('Dimensi Input 21,85 % dari seluruh nilai');
    expect(tree).toContain('Dimensi Proses 32,37 % dari seluruh nilai');
    expect(tree).toContain('12,22 % dari dimensinya · 2,67 % dari seluruh nilai');
    expect(tree).toContain('1/11 ≈ 9,09 % dari dimensinya');
    expect(tree).toMatch(/Motto pelayanan 9,09 % dari dimensinya · 2,94 % dari seluruh nilai belum resmi/);
  });

  it('prints every level text of every indicator', () => {
    for (const { levels } of indicatorsOf(instrumentOf(2024).tree)) {
      for (const { text } of levels) expect(tree).toContain(text);
    }
  });

  it('states bands, respondents and assumptions, with what is not official', () => {
    expect(sectionText(html, 'kategori')).toMatch(/A Kualitas Tertinggi 88,00 .*Hijau/);
    expect(sectionText(html, 'kategori')).toMatch(/D Kualitas Rendah 32,00 belum resmi .*Merah/);
    expect(sectionText(html, 'jumlah')).toMatch(/Pengguna layanan belum resmi 30 10/);
    expect(sectionText(html, 'jumlah')).toContain('Produk layanan belum resmi 2 kecuali Polres 5 1');
    expect(sectionText(html, 'anggapan')).toContain('Tingkat tertinggi setiap indikator dianggap 3.');
  });

  it('has a calculator that works as a form, with a field for every indicator', () => {
    const fields = html.match(/<fieldset id="isi-[^"]+"/g) ?? [];
    expect(fields).toHaveLength(37);
    expect(html).toContain('action="/metodologi/2024#kalkulator" method="get"');
    expect(html).not.toMatch(/ style=/);
  });
});

describe('the calculator without JavaScript', () => {
  it('rounds only the whole where indicators of the government join the mean of the units', () => {
    const own = { 'n.data-sekunder-bps': '1', 'n.data-sekunder-kementerian': '3', 'n.kepercayaan-masyarakat': '2' };
    const text = sectionText(page(2025, { 'u.1': '80,00', 'u.2': '77,77', ...own }), 'kalkulator');
    // 78.885 × 52.5 % + 33.33… × 8.75 % + 100 × 8.75 % + 66.66… × 30 % = 73.0813
    expect(text).toContain('157,77 ÷ 2 = 78,8850 ');
    expect(text).not.toContain('78,8850 →');
    expect(text).toContain('Nilai instansi: 73,08');
  });

  it('computes the address on the server', () => {
    const levels = indicatorsOf(instrumentOf(2024).tree).map(({ id, maximum }) => [`n.${id}`, String(maximum)]);
    const html = page(2024, { ...Object.fromEntries(levels), 'u.1': '95,32', 'u.2': '94,34' });
    const text = sectionText(html, 'kalkulator');
    expect(text).toContain('Nilai unit: 100,00 A (Kualitas Tertinggi)');
    expect(text).toContain('Nilai instansi: 94,83');
    expect(text).toContain('189,66 ÷ 2 = 94,8300 → 94,83');
    expect(html).toMatch(
      /name="n.motto" [^>]*checked=""[^>]*value="3"|value="3"[^>]*name="n.motto"|name="n.motto" value="3" checked/,
    );
  });

  it('lists what is missing and never counts it as zero', () => {
    const text = sectionText(page(2024, { 'n.motto': '3' }), 'kalkulator');
    expect(text).toContain('Nilai unit: belum lengkap, 1 dari 37 indikator terisi');
    expect(text).toContain('Belum diisi (36)');
    expect(text).not.toMatch(/Nilai unit: \d/);
  });
});

it('says of 2021 that units weigh by products, and of 2025 that there are no zones', () => {
  expect(sectionText(page(2021), 'rumus')).toContain('menurut banyaknya produk layanan');
  const opini = page(2025);
  expect(sectionText(opini, 'kategori')).toContain('Tahun ini memakai kategori tanpa zona warna.');
  expect(sectionText(opini, 'rumus')).toContain('dijawab satu kali untuk seluruh instansi');
  expect(textOf(opini)).toContain('Komponen Kepatuhan penyelenggaraan pelayanan publik 70,00 % dari seluruh nilai');
});
