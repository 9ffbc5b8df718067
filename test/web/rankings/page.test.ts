import { describe, expect, it } from 'vitest';

import { aRanking } from '../../support/rankings.ts';
import { pageHtml, sectionText, textOf } from '../../support/render-page.ts';
import { DEFAULT_VIEW } from '../../../web/src/features/rankings/table-view.ts';

function page(province: '19' | '53', year: number, view: Partial<typeof DEFAULT_VIEW> = {}): string {
  const ranking = aRanking(province, year);
  return pageHtml({ page: 'ranking', ranking, view: { ...DEFAULT_VIEW, ...view } }, `/peringkat/${province}/${year}`);
}

/** Rows of the ranking table, each as text. */
function rowTexts(html: string): readonly string[] {
  const body = html.slice(html.indexOf('<tbody'), html.indexOf('</tbody>'));
  return body.split('</tr>').slice(0, -1).map(textOf);
}

function rowText(html: string, name: string): string {
  const row = rowTexts(html).find((text) => text.includes(name));
  if (row === undefined) throw new RangeError(`No row of ${name}`);
  return row;
}

describe('a page of invented figures', () => {
  const ranking = aRanking('53', 2024, { mark: 'Data contoh' });
  const html = pageHtml({ page: 'ranking', ranking, view: DEFAULT_VIEW }, '/peringkat/53/2024');

  it('says so in its title, above and below, in what is copied, and claims nothing of the Ombudsman', () => {
    expect(html).toMatch(/<title>Data contoh: /);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(textOf(html).match(/Data contoh ?\. Provinsi, pemerintah daerah/g)).toHaveLength(2);
    expect(sectionText(html, 'kalimat')).toContain('DATA CONTOH');
    expect(html).not.toContain('<p class="lead">Hasil penilaian Ombudsman');
  });

  it('says nothing of the kind where they are real', () => {
    expect(page('53', 2024)).not.toContain('demo-mark');
    expect(page('53', 2024)).not.toContain('noindex');
  });
});

describe('NTT 2024', () => {
  const html = page('53', 2024);
  const text = textOf(html);

  it('counts 12 green, 10 yellow and 0 red of 22', () => {
    const summary = sectionText(html, 'ringkasan');
    expect(summary).toContain('Hijau 12 dari 22 · 54,55 %');
    expect(summary).toContain('Kuning 10 dari 22 · 45,45 %');
    expect(summary).toContain('Merah 0 dari 22 · 0,00 %');
    expect(text).not.toContain('karena pembulatan');
  });

  it('has 22 rows and Timor Tengah Utara at their head', () => {
    expect(rowTexts(html)).toHaveLength(22);
    expect(rowTexts(html)[0]).toMatch(/^ 1 Kabupaten Timor Tengah Utara .*91,82 .*A · Kualitas Tertinggi .*Hijau .*Ya/);
  });

  it('compares with the earlier score of the same method', () => {
    expect(rowText(html, 'Timor Tengah Utara')).toContain('Tetap hijau (2023) +9,17 dari 82,65 (2023)');
  });

  it('gives ten awards, none of them to TTS and Ende', () => {
    expect(rowTexts(html).filter((row) => / Ya /.test(row))).toHaveLength(10);
    expect(rowText(html, 'Timor Tengah Selatan')).toContain('Tidak');
    expect(rowText(html, 'Ende')).toContain('Tidak');
  });

  it('marks ten rows as inferred and explains the mark', () => {
    expect(rowTexts(html).filter((row) => row.includes('disimpulkan'))).toHaveLength(10);
    expect(sectionText(html, 'keterangan')).toContain('Bertanda “disimpulkan”');
  });

  it('says that the result of the provincial government is not recorded', () => {
    expect(text).toContain('Nilai Pemerintah Provinsi Nusa Tenggara Timur tahun 2024 belum tercatat.');
  });

  it('says that no change of zone comes from thresholds, which did not move', () => {
    expect(sectionText(html, 'perbandingan')).toContain('Ambang zona 2024 sama dengan 2023.');
    expect(sectionText(html, 'perbandingan')).toMatch(/Tidak satu pun dari \d+ perubahan zona/);
  });
});

describe('NTT 2022', () => {
  const html = page('53', 2022);

  it('counts over 23 governments and explains the sum of 100,01', () => {
    const summary = sectionText(html, 'ringkasan');
    expect(summary).toContain('Hijau 2 dari 23 · 8,70 %');
    expect(summary).toContain('Kuning 15 dari 23 · 65,22 %');
    expect(summary).toContain('Merah 6 dari 23 · 26,09 %');
    expect(summary).toContain('Jumlah 100,01 % karena pembulatan.');
  });

  it('shows the published rank of Ngada as published, beside what is certain', () => {
    const row = rowText(html, 'Ngada');
    expect(row).toContain('peringkat terbit 20');
    expect(row).toContain('antara 17 dan 22');
    expect(row).toContain('Turun dari kuning (2021) Menurut ambang 2021: kuning');
  });

  it('shows what both greens would have been by the bounds of 2021', () => {
    const comparison = sectionText(html, 'perbandingan');
    expect(comparison).toContain('Kota Kupang: hijau; menurut ambang 2021 kuning.');
    expect(comparison).toContain('Pemerintah Provinsi Nusa Tenggara Timur: hijau; menurut ambang 2021 kuning.');
    expect(comparison).toContain('3 terjadi semata-mata karena ambang bergeser');
  });

  it('breaks visibly where the method changed', () => {
    expect(textOf(html)).toContain('Metode penilaian berubah antara 2021 dan 2022');
  });

  it('keeps the provincial government apart, with its national rank', () => {
    expect(rowTexts(html)).toHaveLength(22);
    expect(sectionText(html, 'provinsi')).toContain('peringkat 15 dari 34 pemerintah provinsi');
  });

  it('shows published totals as published, with their source', () => {
    const totals = sectionText(html, 'rekapitulasi');
    expect(totals).toContain('kabupaten/kota 22 1 15 6 flores.tribunnews.com 2022-12-28');
    expect(totals).toContain('kabupaten/kota dan pemerintah provinsi 23 2 15 6 TribunFlores 2023-07-04');
  });
});

describe('incomplete lists', () => {
  it.each([
    ['53', 2023],
    ['19', 2021],
    ['19', 2023],
    ['19', 2024],
  ] as const)('show neither percentages nor ranks (%s, %i)', (province, year) => {
    const html = page(province, year);
    expect(textOf(html)).not.toMatch(/\d %/);
    for (const row of rowTexts(html)) expect(row).toMatch(/^ – Tidak dapat dihitung/);
  });

  it('say how many are known and name the missing', () => {
    const summary = sectionText(page('53', 2023), 'ringkasan');
    expect(summary).toContain(
      'Diketahui 1 dari 22 pemerintah daerah. Daftar ini belum lengkap, karena itu persentase dan peringkat tidak ditampilkan.',
    );
    expect(summary).toContain('(21)');
    expect(summary).toContain('Kabupaten Malaka');
  });

  it('say so where nobody published how many were assessed', () => {
    expect(sectionText(page('19', 2024), 'ringkasan')).toContain('tidak diketahui dari terbitan yang ada');
  });
});

describe('other lists', () => {
  it('judges Bangka Belitung 2022 by the bounds of 2021: 5 green, 3 yellow', () => {
    const comparison = sectionText(page('19', 2022), 'perbandingan');
    expect(comparison).toContain('Menurut ambang 2021: 5 hijau, 3 kuning.');
    expect(comparison).toContain('Kabupaten Bangka Tengah: hijau; menurut ambang 2021 kuning.');
    expect(comparison).not.toContain('Kabupaten Bangka Selatan');
  });

  it('shows bands without zones in 2025', () => {
    const html = page('19', 2025);
    expect(sectionText(html, 'ringkasan')).toContain('Baik 4');
    expect(sectionText(html, 'arti')).toContain('Tahun ini hasil dinyatakan dalam kategori, tanpa warna zona.');
    expect(html).not.toContain('class="zone ');
  });

  it('marks assumed bounds as not official', () => {
    expect(sectionText(page('53', 2024), 'arti')).toContain('32,00 – < 54,00 belum resmi');
  });
});

describe('without JavaScript', () => {
  it('applies filter, search and order of the address', () => {
    const html = page('53', 2022, { cari: 'rapor merah', urut: 'nama', arah: 'turun' });
    expect(rowTexts(html)).toHaveLength(6);
    expect(rowTexts(html)[0]).toContain('Sumba Barat');
    expect(textOf(html)).toContain('Menampilkan 6 dari 22 kabupaten/kota. Pencarian dibaca sebagai: zona merah.');
  });

  it('has no inline style and no inline script but data', () => {
    const html = page('53', 2024, { cari: '</script><b style="x">' });
    const markup = html
      .replaceAll(/<script type="application\/json">.*?<\/script>/gs, '')
      .replaceAll(/="[^"]*"/g, '=""');
    expect(markup).not.toMatch(/<[^>]+ style=/);
    expect(markup).not.toMatch(/<[^>]+ on[a-z]+=/);
    expect(markup).not.toContain('<b ');
    const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].map((match) => match[1]);
    expect(scripts.filter((attributes) => attributes !== ' type="application/json"')).toEqual([
      ' type="module" src="/assets/entry-client.ts"',
    ]);
  });

  it('gives the same bytes for the same page', () => {
    expect(page('53', 2024)).toBe(page('53', 2024));
  });
});
