import { readPublishedFiles } from '@patuh/server/features/publications/import-files';
import type { Reference } from '@patuh/server/platform/catalogue/reference';
import { readReference } from '@patuh/server/features/publications/reference';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aFile, aLine, PUBLISHED_HEADER, type PublishedCells } from '../../support/published-csv.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let reference: Reference;
beforeAll(async () => {
  site = await aSite({ history: false });
  reference = await readReference(site.db);
});
afterAll(async () => {
  await site.close();
});

function read(bytes: Uint8Array) {
  return readPublishedFiles({ results: { name: 'hasil.csv', bytes } }, reference);
}

function faultsOf(bytes: Uint8Array): readonly string[] {
  const result = read(bytes);
  return result.kind === 'faulty'
    ? result.faults.map(({ line, column, message }) => `${line} ${column}: ${message}`)
    : [];
}

describe('a line that cannot be true', () => {
  it.each<[string, PublishedCells, RegExp]>([
    ['a code that does not exist', { code: '53.99' }, /2 government_code: .*53\.99/],
    ['a code that is not one', { code: '5314' }, /2 government_code: .*bukan kode Kemendagri/],
    [
      'the name of another government',
      { name: 'Kabupaten Ende' },
      /2 government_name: .*Kabupaten Ngada.*Kabupaten Ende/,
    ],
    ['the city for the regency of the same name', { code: '53.01', name: 'Kota Kupang' }, /2 government_name/],
    ['another kind', { kind: 'city' }, /2 kind: Kabupaten Ngada/],
    ['no kind', { kind: '' }, /2 kind: .*belum diisi/],
    ['a year without an instrument', { year: '2019' }, /2 year: .*2019/],
    ['no year', { year: '' }, /2 year: .*belum diisi/],
    ['a score above 100', { score: '100.01' }, /2 score: .*di luar rentang/],
    ['a negative score', { score: '-1' }, /2 score: .*bukan angka/],
    ['three decimals', { score: '51.435' }, /2 score: .*dua desimal/],
    ['a word for a score', { score: 'lima' }, /2 score: .*bukan angka/],
    ['a category of another year', { category: 'Tinggi' }, /2 category: .*tidak ada pada tahun 2022/],
    ['a category that contradicts the score', { category: 'C' }, /2 category: Kategori C .*51,43.*D/],
    ['a zone that contradicts the score', { zone: 'yellow' }, /2 zone: Zona kuning .*51,43.*merah/],
    ['a zone that contradicts the category', { score: '', category: 'A', zone: 'red' }, /2 zone: .*kategori A/],
    ['a zone in a year without zones', { year: '2025', zone: 'green' }, /2 zone: Tahun 2025 tidak memakai zona/],
    ['an unknown zone', { zone: 'biru' }, /2 zone: “biru”/],
    ['nothing that was published', { score: '' }, /2 score: .*tidak memuat/],
    ['a rank of zero', { rank: '0' }, /2 rank_province/],
    ['a rank that no list has', { rank: '10001' }, /2 rank_province: .*1 sampai 10000/],
    ['a note longer than a publication holds', { note: 'x'.repeat(2_001) }, /2 note: .*2001 huruf.*2000/],
    ['a control character', { note: 'a\u0000b' }, /2 note: .*karakter kendali/],
    ['a national rank beyond its total', { national: '35', nationalOf: '34' }, /2 rank_national: .*35.*34/],
    ['a total without its national rank', { nationalOf: '34' }, /2 rank_national/],
    [
      'a rank of the provincial government in its province',
      { code: '53', name: '', kind: 'province', rank: '1' },
      /2 rank_province/,
    ],
    ['an unknown status', { status: 'kira-kira' }, /2 status/],
    ['an unknown word for the award', { award: 'mungkin' }, /2 award/],
    ['no source', { source: '' }, /2 source: .*belum diisi/],
  ])('%s is refused with its line and column', (_what, cells, expected) => {
    const faults = faultsOf(aFile([aLine(cells)]));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(expected);
  });

  it('the same government twice in a year names both lines', () => {
    const lines = [aLine(), aLine({ code: '53.08', name: 'Kabupaten Ende', score: '60' }), aLine({ score: '52' })];
    expect(faultsOf(aFile(lines))).toEqual([
      expect.stringMatching(/^4 government_code: Kabupaten Ngada tahun 2022 .*baris 2/),
    ]);
  });

  it('reports every fault of every line at once', () => {
    const lines = [aLine({ score: '101', zone: 'biru' }), aLine({ code: '53.98' })];
    expect(faultsOf(aFile(lines)).map((fault) => fault.split(':')[0])).toEqual([
      '2 score',
      '2 zone',
      '3 government_code',
    ]);
  });
});

describe('a file that cannot be read', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each<[string, Uint8Array, RegExp]>([
    ['empty', bytes(''), /kosong/],
    ['only a header', bytes(`${PUBLISHED_HEADER}\n`), /tidak ada baris data/],
    ['a missing column', bytes(aText().replace('source', 'asal')), /“source” tidak ada/],
    ['an unknown column', bytes(aText().replace('note', 'catatan')), /“catatan” tidak dikenal/],
    [
      'a line that is too short',
      bytes(`${PUBLISHED_HEADER}\n53.09,Kabupaten Ngada\n`),
      /^2 null: .*2 kolom, seharusnya 14/,
    ],
    ['an open quotation mark', bytes(`${aText()}53.08,"Ende`), /tidak terbaca/],
    ['not UTF-8', new Uint8Array([...bytes(aText()), 0xff, 0xfe]), /UTF-8/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0xff]), /UTF-8/],
  ])('%s is refused in words', (_what, file, expected) => {
    expect(faultsOf(file).join('\n')).toMatch(expected);
  });

  function aText(): string {
    return new TextDecoder().decode(aFile([aLine()]));
  }
});

describe('a file of unit scores', () => {
  const HEADER = 'government_code,year,unit_name,unit_kind,score,source';
  function unitFaults(lines: readonly string[]) {
    const bytes = new TextEncoder().encode([HEADER, ...lines].join('\n'));
    const result = readPublishedFiles(
      { results: { name: 'hasil.csv', bytes: aFile([aLine()]) }, units: { name: 'unit.csv', bytes } },
      reference,
    );
    return result.kind === 'faulty' ? result.faults : result.input.units;
  }

  it('takes a kind of unit in both spellings', () => {
    expect(unitFaults(['53.09,2022,Disdukcapil,civil_registry,51.43,koran'])).toMatchObject([
      { unit: { kind: 'civil-registry' } },
    ]);
  });

  it('refuses a kind of unit that does not exist', () => {
    expect(unitFaults(['53.09,2022,Disdukcapil,spaceport,51.43,koran'])).toMatchObject([
      { line: 2, column: 'unit_kind', message: expect.stringContaining('“spaceport”') },
    ]);
  });

  it('refuses a unit that stands in it twice', () => {
    const line = '53.09,2022,Puskesmas Koeloda,puskesmas,51.43,koran';
    expect(unitFaults([line, line])).toMatchObject([
      { line: 3, column: 'unit_name', message: expect.stringContaining('baris 2') },
    ]);
  });
});

describe('a file as offices save it', () => {
  const expected = { year: 2022, row: { score: '51.43', government: { code: '53.09' } } };

  it.each<[string, Uint8Array]>([
    ['with a decimal comma', aFile([aLine({ score: '51,43' })])],
    ['with CRLF', aFile([aLine()], '\r\n')],
    ['with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...aFile([aLine()])])],
    ['with semicolons', new TextEncoder().encode(new TextDecoder().decode(aFile([aLine()])).replaceAll(',', ';'))],
    ['with tabs', new TextEncoder().encode(new TextDecoder().decode(aFile([aLine()])).replaceAll(',', '\t'))],
    ['with spaces around', aFile([aLine({ score: ' 51.43 ' })])],
    ['with the short name', aFile([aLine({ name: 'Kab. Ngada' })])],
    ['with the name alone', aFile([aLine({ name: 'ngada' })])],
    [
      'with words in Indonesian',
      aFile([aLine({ kind: 'kabupaten', zone: 'merah', status: 'terbit', award: 'tidak' })]),
    ],
  ])('%s says the same', (_what, bytes) => {
    const result = read(bytes);
    expect(result.kind === 'read' ? result.input.lines : result.faults).toMatchObject([expected]);
  });

  it('reads 91.8 as 91.80 and 91 as 91.00, as printed', () => {
    const lines = [aLine({ score: '91.8' }), aLine({ code: '53.08', name: '', score: '91' })];
    const result = read(aFile(lines));
    expect(result.kind === 'read' && result.input.lines.map(({ row }) => row.score)).toEqual(['91.80', '91.00']);
  });

  it('believes a printed category where the bound beside it was never published', () => {
    const lines = [
      aLine({ score: '31.90', category: 'D' }),
      aLine({ code: '53.08', name: '', year: '2025', score: '87.50', category: 'Sangat Baik' }),
    ];
    expect(faultsOf(aFile(lines))).toEqual([]);
  });
});
