import { deflateRawSync } from 'node:zlib';

import { readPlanFile } from '@patuh/server/features/unit-plan/read-plan-file';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { csvFile, type PlanRowCells, workbook } from '../../support/unit-plans.ts';

const ROW: PlanRowCells = ['53.14', 'Puskesmas', 'Puskesmas Batutua', null, null, null, null];

/** A good workbook with one of its parts written otherwise. */
function spoiled(path: string, change: (xml: string) => string, bytes = workbook([ROW])): Uint8Array {
  const files = unzipSync(bytes);
  const xml = new TextDecoder().decode(files[path]);
  const changed = change(xml);
  expect(changed).not.toBe(xml);
  return zipSync({ ...files, [path]: strToU8(changed) });
}

const SHEET = 'xl/worksheets/sheet1.xml';
const inSheet = (from: string | RegExp, to: string): Uint8Array => spoiled(SHEET, (xml) => xml.replace(from, to));

async function faultsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { rows, faults } = await readPlanFile({ name: 'x', bytes });
  if (faults.length > 0) expect(rows.length).toBeLessThan(2);
  return faults.map(({ sheet, row, column, value, message }) => [sheet, row, column, value, message].join(' | '));
}

describe('a workbook', () => {
  it('that is as it should be has no fault', async () => {
    expect(await faultsOf(workbook([ROW]))).toEqual([]);
  });

  it('with a formula is refused with its place, and what it gave the last time is not believed', async () => {
    const formula = '<c r="C2" t="str"><f>HYPERLINK("http://jahat.example";"Puskesmas")</f><v>Puskesmas</v></c>';
    expect(await faultsOf(inSheet(/<c r="C2".*?<\/c>/u, formula))).toEqual([
      expect.stringMatching(/^Rencana \| 2 \| C \| =HYPERLINK\("http.*Rumus tidak dihitung/u),
    ]);
  });

  it('with merged cells is refused with their places', async () => {
    const merged = '</sheetData><mergeCells count="2"><mergeCell ref="A2:A8"/><mergeCell ref="C3:D4"/></mergeCells>';
    expect(await faultsOf(inSheet('</sheetData>', merged))).toEqual([
      expect.stringMatching(/^Rencana \| 2 \| A \|  \| Sel A2:A8 digabung/u),
      expect.stringMatching(/^Rencana \| 3 \| C \|  \| Sel C3:D4 digabung/u),
    ]);
  });

  it('whose sheet is called otherwise says which sheets there are', async () => {
    const bytes = workbook([ROW], { name: 'Lembar1' });
    expect(await faultsOf(bytes)).toEqual([
      ' |  |  |  | Tidak ada lembar bernama “Rencana”. Lembar dalam berkas ini: “Lembar1”.',
    ]);
  });

  it('reads texts that are shared between cells, and not how they are pronounced', async () => {
    const files = unzipSync(inSheet(/<c r="C2".*?<\/c>/u, '<c r="C2" t="s"><v>1</v></c>'));
    const strings =
      '<sst><si><t>lain</t></si><si><r><t>Puskesmas </t></r><r><t>Batutua</t></r><rPh><t>x</t></rPh></si></sst>';
    const bytes = zipSync({ ...files, 'xl/sharedStrings.xml': strToU8(strings) });
    const { rows } = await readPlanFile({ name: 'x', bytes });
    expect(rows).toMatchObject([{ name: 'Puskesmas Batutua' }]);
  });

  it.each([
    ['cut in the middle', workbook([ROW]).subarray(0, 900)],
    ['with another file inside', zipSync({ 'foto.jpg': new Uint8Array(9) })],
    ['of an old format', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['whose XML is broken', inSheet('</row>', '</baris>')],
    [
      'that declares entities of its own',
      spoiled(SHEET, (xml) => xml.replace('<worksheet', '<!DOCTYPE a [<!ENTITY b "bb">]><worksheet')),
    ],
    ['with half a character', inSheet('Puskesmas Batutua', 'Puskesmas &#xD800;')],
    ['with an error of the spreadsheet', inSheet(/<c r="C2".*?<\/c>/u, '<c r="C2" t="e"><v>#REF!</v></c>')],
  ])('%s is refused with a sentence', async (_what, bytes) => {
    expect(await faultsOf(bytes)).toEqual([expect.stringMatching(/\. |\.$/u)]);
  });

  it('that unpacks to gigabytes is refused long before it is held anywhere', async () => {
    const files = unzipSync(workbook([ROW]), { filter: ({ name }) => name !== SHEET });
    const bomb = zipSync({ ...files, [SHEET]: new Uint8Array(0) });
    const packed = deflateRawSync(Buffer.alloc(96 * 1024 * 1024, ' '));
    expect(await faultsOf(withContent(bomb, SHEET, packed))).toEqual([
      expect.stringMatching(/Isi berkas terlalu besar/u),
    ]);
  });

  it('with 50,000 rows gets one sentence', async () => {
    const rows = Array.from({ length: 50_000 }, (_, index): PlanRowCells => ['53.14', 'Puskesmas', `Unit ${index}`]);
    expect(await faultsOf(workbook(rows))).toEqual([expect.stringContaining('lebih dari 5.000 baris')]);
    expect(await faultsOf(csvFile(rows))).toEqual([expect.stringContaining('lebih dari 5.000 baris')]);
  });
});

/** The archive with other packed bytes for one of its files, which says nothing true about their size. */
function withContent(zip: Uint8Array, path: string, packed: Uint8Array): Uint8Array {
  const empty = unzipSync(zip);
  const others = Object.entries(empty).filter(([name]) => name !== path);
  const head = zipSync(Object.fromEntries(others), { level: 0 });
  const end = head.length - 22;
  const view = new DataView(head.buffer, head.byteOffset);
  const directory = view.getUint32(end + 16, true);
  const name = strToU8(path);
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, 0x04034b50, true);
  local.setUint16(26, name.length, true);
  const central = new DataView(new ArrayBuffer(46));
  central.setUint32(0, 0x02014b50, true);
  central.setUint16(10, 8, true);
  central.setUint32(20, packed.length, true);
  central.setUint32(24, 100, true);
  central.setUint16(28, name.length, true);
  central.setUint32(42, directory, true);
  const added = Buffer.concat([new Uint8Array(local.buffer), name, packed]);
  const tail = new DataView(head.slice(end).buffer);
  tail.setUint16(8, others.length + 1, true);
  tail.setUint16(10, others.length + 1, true);
  tail.setUint32(16, directory + added.length, true);
  return Buffer.concat([
    head.subarray(0, directory),
    added,
    head.subarray(directory, end),
    new Uint8Array(central.buffer),
    name,
    new Uint8Array(tail.buffer),
  ]);
}

describe('a CSV file', () => {
  const line = ['53.14', 'Puskesmas', 'Puskesmas Batutua', 'Jalan Émile 3', '-10,5', '122.5', ''];

  it.each([
    ['commas', csvFile([line])],
    ['semicolons', csvFile([line], ';')],
    ['tabs', csvFile([line], '\t')],
    ['a mark of UTF-8', Buffer.concat([new Uint8Array([0xef, 0xbb, 0xbf]), csvFile([line], ';')])],
    ['Windows-1252', Buffer.from(new TextDecoder().decode(csvFile([line], ';')), 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${new TextDecoder().decode(csvFile([line], '\t'))}`, 'utf16le')],
    ['the line of Excel that names its separator', Buffer.concat([Buffer.from('sep=;\r\n'), csvFile([line], ';')])],
  ])('with %s is read', async (_what, bytes) => {
    const { rows, faults } = await readPlanFile({ name: 'x.csv', bytes });
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      {
        name: 'Puskesmas Batutua',
        address: 'Jalan Émile 3',
        coordinates: { latitude: -10_500_000, longitude: 122_500_000 },
      },
    ]);
  });

  it.each([
    ['nothing', '', 'Berkas kosong'],
    ['only headings', 'pemda,jenis unit,nama unit', 'hanya berisi judul'],
    ['a heading less', 'pemda,nama unit\n53.14,Unit', 'Kolom “jenis unit” tidak ada'],
    ['a heading nobody knows', 'pemda,jenis unit,nama unit,telepon\n', 'Kolom ini tidak dikenal'],
    ['a heading twice', 'pemda,jenis unit,nama unit,Pemda\n', 'ada lebih dari sekali'],
    ['a quotation mark that stays open', 'pemda,jenis unit,nama unit\n53.14,"Puskesmas,Unit', 'Tanda kutip'],
    ['a cell beside the table', 'pemda,jenis unit,nama unit\n53.14,Puskesmas,Unit Satu,lebih', 'tidak berjudul'],
  ])('with %s is refused with its place', async (_what, text, message) => {
    const faults = await faultsOf(new TextEncoder().encode(text));
    expect(faults.some((fault) => fault.includes(message))).toBe(true);
  });

  it.each([
    ['a formula for a name', { 2: '=1+1' }, 'C (nama unit)'],
    ['a formula behind the apostrophe of an export', { 2: "'@SUM(A1)" }, 'C (nama unit)'],
    ['a command for an address', { 3: '+cmd|calc' }, 'D (alamat)'],
    ['a name too long', { 2: 'P'.repeat(151) }, 'C (nama unit)'],
    ['a name over two lines', { 2: 'Puskesmas\nBatutua' }, 'C (nama unit)'],
    ['a latitude in Japan', { 4: '35,6', 5: '139,7' }, 'E (lintang)'],
    ['half a place', { 5: '122,5' }, 'E (lintang)'],
    ['a word for a longitude', { 4: '-10', 5: 'timur' }, 'F (bujur)'],
  ])('with %s is refused with its place', async (_what, cells, column) => {
    const own: PlanRowCells = ROW.map((cell, index) => (cells as Record<number, string>)[index] ?? cell);
    const faults = await faultsOf(csvFile([ROW, own]));
    expect(faults).toEqual([expect.stringContaining(` | 3 | ${column} | `)]);
  });
});
