import { importNationalCounts, importPublished, type ImportResult } from '@patuh/server/features/publications/import';
import { loadPublishedHistory } from '@patuh/server/features/publications/first-load';
import { readNationalFile, readPublishedFiles } from '@patuh/server/features/publications/import-files';
import { readReference } from '@patuh/server/features/publications/reference';
import { PublicationFile } from '@patuh/shared/publication/payload';
import { verifyPublications } from '@patuh/shared/publication/verify';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { aFile, aLine } from '../../support/published-csv.ts';
import { aSite, type Site, TEST_KEY } from '../../support/site.ts';

let site: Site | undefined;
beforeEach(async () => {
  await site?.close();
  site = await aSite();
});
afterAll(async () => {
  await site?.close();
});

const NONE = { replaces: [], reason: null };
/** What the first load published about Ngada in 2022, word for word. */
const NGADA = {
  category: 'D',
  zone: 'red',
  rank: '20',
  source:
    'jejakhukumindonesia.com 2023-09 (third lowest of 22 after Sabu Raijua and Alor); flores.tribunnews.com 2022-12-28',
};

async function deps() {
  const { db } = site ?? (await aSite());
  const actor = { kind: 'command', id: 'import' } as const;
  return { db, reference: await readReference(db), secretKey: TEST_KEY, now: () => new Date(), actor };
}

async function importLines(
  lines: readonly string[],
  correction: Parameters<typeof importPublished>[2] = NONE,
): Promise<ImportResult> {
  const ready = await deps();
  const read = readPublishedFiles({ results: { name: 'hasil.csv', bytes: aFile(lines) } }, ready.reference);
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return importPublished(ready, read.input, correction);
}

async function stored(): Promise<readonly { readonly bytes: string }[]> {
  const { db } = site ?? (await aSite());
  return db.selectFrom('publication').select('bytes').orderBy('sequence').execute();
}

describe('the same content again', () => {
  it('changes nothing, not even for one line of a list', async () => {
    const before = await stored();
    expect(await importLines([aLine(NGADA)])).toMatchObject({
      kind: 'done',
      lists: [{ scope: '53', year: 2022, outcome: 'unchanged', id: '53-2022-1', rows: 23 }],
    });
    expect(await stored()).toEqual(before);
  });
});

describe('a changed value', () => {
  it('is refused with line, old and new value and the publication to name', async () => {
    const before = await stored();
    const result = await importLines([aLine({ ...NGADA, score: '51.44' })]);
    expect(result).toMatchObject({
      kind: 'refused',
      changes: [
        {
          line: 2,
          government: 'Kabupaten Ngada',
          message: expect.stringMatching(/51\.43.*51\.44/),
          publication: '53-2022-1',
        },
      ],
    });
    expect(await stored()).toEqual(before);
  });

  it('needs a reason too', async () => {
    const result = await importLines([aLine({ ...NGADA, score: '51.44' })], { replaces: ['53-2022-1'], reason: null });
    expect(result).toMatchObject({ kind: 'refused' });
  });

  it('makes a correcting publication that names what it replaces and why, and keeps the other rows', async () => {
    const correction = { replaces: ['53-2022-1'], reason: 'Salah ketik pada sumber' };
    expect(await importLines([aLine({ ...NGADA, score: '51.44' })], correction)).toMatchObject({
      kind: 'done',
      lists: [{ outcome: 'corrected', id: '53-2022-2', rows: 23 }],
    });
    const file = PublicationFile.parse(JSON.parse((await stored()).at(-1)?.bytes ?? ''));
    expect(file.payload.replaces).toMatchObject({ id: '53-2022-1', reason: 'Salah ketik pada sumber' });
    const rows = file.payload.publicationKind === 'imported' ? file.payload.rows : [];
    expect(rows.find((row) => row.government.code === '53.09')?.score).toBe('51.44');
    expect(rows).toHaveLength(23);
  });

  it('leaves the replaced publication readable and the chain whole', async () => {
    const correction = { replaces: ['53-2022-1'], reason: 'Salah ketik pada sumber' };
    await importLines([aLine({ ...NGADA, score: '51.44' })], correction);
    const files = (await stored()).map(({ bytes }, index) => ({
      name: `${index}.json`,
      bytes: new TextEncoder().encode(bytes),
    }));
    expect(files).toHaveLength(12);
    expect(verifyPublications(files)).toMatchObject({ ok: true });
  });

  it('is refused for a publication that was replaced already', async () => {
    const correction = { replaces: ['53-2022-1'], reason: 'Salah ketik' };
    await importLines([aLine({ ...NGADA, score: '51.44' })], correction);
    const again = await importLines([aLine({ ...NGADA, score: '51.45' })], correction);
    expect(again).toMatchObject({ kind: 'refused', faults: [{ message: expect.stringContaining('53-2022-1') }] });
  });

  it('is refused where the correction names a publication that the file does not change', async () => {
    const result = await importLines([aLine(NGADA)], { replaces: ['53-2022-1'], reason: 'Tanpa perubahan' });
    expect(result).toMatchObject({ kind: 'refused' });
  });
});

describe('all or nothing', () => {
  it('publishes no list where one of them would change what is published', async () => {
    const before = await stored();
    const lines = [
      aLine({ code: '62.71', name: 'Kota Palangka Raya', kind: 'city', score: '90' }),
      aLine({ ...NGADA, score: '51.44' }),
    ];
    expect(await importLines(lines)).toMatchObject({ kind: 'refused' });
    expect(await stored()).toEqual(before);
  });

  it('publishes two new lists at once, in one chain', async () => {
    const lines = [
      aLine({ code: '62.71', name: 'Kota Palangka Raya', kind: 'city', score: '90' }),
      aLine({ code: '63.71', name: 'Kota Banjarmasin', kind: 'city', score: '80', year: '2023' }),
    ];
    const result = await importLines(lines);
    expect(result.kind === 'done' && result.lists.map(({ id }) => id)).toEqual(['62-2022-1', '63-2023-1']);
  });

  it('two imports at the same time make one chain', async () => {
    const line = (code: string, name: string) => [aLine({ code, name, kind: 'city', score: '90' })];
    await Promise.all([
      importLines(line('62.71', 'Kota Palangka Raya')),
      importLines(line('63.71', 'Kota Banjarmasin')),
    ]);
    const files = (await stored()).map(({ bytes }, index) => ({
      name: `${index}`,
      bytes: new TextEncoder().encode(bytes),
    }));
    expect(verifyPublications(files)).toMatchObject({ ok: true });
  });
});

describe('a category beside a bound that was never published', () => {
  it('is published as printed', async () => {
    const line = { code: '62.71', name: '', kind: 'city', year: '2025', score: '87.50', category: 'Sangat Baik' };
    expect(await importLines([aLine(line)])).toMatchObject({ kind: 'done' });
    const file = PublicationFile.parse(JSON.parse((await stored()).at(-1)?.bytes ?? ''));
    expect(file.payload).toMatchObject({ rows: [{ score: '87.50', band: 'Sangat Baik' }] });
  });
});

describe('units', () => {
  const units = (scores: readonly string[]): Uint8Array =>
    new TextEncoder().encode(
      [
        'government_code,year,unit_name,unit_kind,score,source',
        ...scores.map((score, index) => `62.71,2022,Unit ${index},health,${score},koran`),
      ].join('\n'),
    );

  async function importWithUnits(
    scores: readonly string[],
    lines = [aLine({ code: '62.71', name: '', kind: 'city', score: '90' })],
  ) {
    const ready = await deps();
    const files = {
      results: { name: 'hasil.csv', bytes: aFile(lines) },
      units: { name: 'unit.csv', bytes: units(scores) },
    };
    const read = readPublishedFiles(files, ready.reference);
    return read.kind === 'faulty' ? read : importPublished(ready, read.input, NONE);
  }

  it('whose mean is the score are published with it', async () => {
    expect(await importWithUnits(['89.99', '90.01'])).toMatchObject({ kind: 'done' });
  });

  it('whose mean is another score are refused', async () => {
    expect(await importWithUnits(['89.99', '90.03'])).toMatchObject({
      kind: 'refused',
      faults: [{ line: 2, column: 'score', message: expect.stringMatching(/2 unit .* 90,01.*90,00/) }],
    });
  });

  it('published before are compared with a new score', async () => {
    const line = { code: '19.04', name: '', year: '2023', score: '93.72' };
    expect(await importLines([aLine(line)], { replaces: ['19-2023-1'], reason: 'salah ketik' })).toMatchObject({
      kind: 'refused',
      faults: [{ line: 2, message: expect.stringMatching(/7 unit Kabupaten Bangka Tengah 93,71.*93,72/) }],
    });
  });

  it('of a government that the file does not name are refused', async () => {
    expect(await importWithUnits(['90'], [aLine(NGADA)])).toMatchObject({ kind: 'refused', faults: [{ line: 2 }] });
  });
});

describe('totals declared beside a list', () => {
  const HEADER = 'province_code,year,scope,assessed,green,yellow,red,source';

  async function importWithCounts(counts: readonly string[], cells: Parameters<typeof aLine>[0] = {}) {
    const ready = await deps();
    const files = {
      results: {
        name: 'hasil.csv',
        bytes: aFile([aLine({ code: '62.71', name: '', kind: 'city', score: '90', ...cells })]),
      },
      counts: { name: 'jumlah.csv', bytes: new TextEncoder().encode([HEADER, ...counts].join('\n')) },
    };
    const read = readPublishedFiles(files, ready.reference);
    return read.kind === 'faulty' ? read : importPublished(ready, read.input, NONE);
  }

  it('that know more than the rows are published with them', async () => {
    expect(await importWithCounts(['62,2022,kabupaten dan kota,14,3,10,1,koran'])).toMatchObject({ kind: 'done' });
  });

  it.each([
    [
      'fewer of a zone than the rows',
      '62,2022,kabupaten dan kota,14,0,13,1,koran',
      'green',
      /0 zona hijau .*1 zona hijau/,
    ],
    ['of another province', '63,2022,kabupaten dan kota,13,3,9,1,koran', 'province_code', /63 tahun 2022/],
    ['of another year', '62,2021,kabupaten dan kota,14,3,10,1,koran', 'province_code', /62 tahun 2021/],
  ])('%s are refused', async (_what, line, column, message) => {
    expect(await importWithCounts([line])).toMatchObject({
      kind: 'refused',
      faults: [{ line: 2, column, message: expect.stringMatching(message) }],
    });
  });

  it('of fewer governments than the list holds are refused', async () => {
    const line = { code: '53.08', name: '', kind: 'regency', year: '2023' };
    expect(await importWithCounts(['53,2023,kabupaten dan kota,1,1,0,0,koran'], line)).toMatchObject({
      kind: 'refused',
      faults: expect.arrayContaining([
        expect.objectContaining({ line: 2, message: expect.stringMatching(/2 pemerintah daerah.* 1/) }),
      ]),
    });
  });

  it('twice for the same list are refused', async () => {
    const line = '62,2022,kabupaten dan kota,14,3,10,1,koran';
    expect(await importWithCounts([line, line])).toMatchObject({
      kind: 'faulty',
      faults: [{ line: 3, column: 'scope', message: expect.stringContaining('baris 2') }],
    });
  });

  it('make a printed rank beyond the last place impossible', async () => {
    expect(await importWithCounts(['62,2022,kabupaten dan kota,14,3,10,1,koran'], { rank: '15' })).toMatchObject({
      kind: 'refused',
      faults: [{ line: 2, column: 'rank_province' }],
    });
  });
});

describe('the history that comes with Patuh', () => {
  it('is there as a whole or not at all, whenever the first start breaks off', async () => {
    await site?.close();
    site = await aSite({ history: false });
    let asked = 0;
    const now = () => {
      asked += 1;
      if (asked > 1) throw new Error('power cut');
      return new Date();
    };
    await loadPublishedHistory({ ...(await deps()), now }).catch(() => 0);
    expect([0, 11]).toContain((await stored()).length);
    await loadPublishedHistory(await deps());
    expect(await stored()).toHaveLength(11);
    expect(await loadPublishedHistory(await deps())).toBe(0);
  });
});

describe('national counts', () => {
  const file = (line: string) => ({
    name: 'nasional.csv',
    bytes: new TextEncoder().encode(`year,kind,assessed,green,yellow,red\n${line}\n`),
  });

  it('that do not add up are refused', () => {
    expect(readNationalFile(file('2023,city,98,60,30,9'))).toMatchObject({
      kind: 'faulty',
      faults: [{ line: 2, column: 'assessed', message: expect.stringContaining('99') }],
    });
  });

  it('of a new year are published; changed ones need a correction', async () => {
    const read = readNationalFile(file('2023,city,98,60,30,8'));
    const changed = readNationalFile(file('2023,city,98,61,29,8'));
    if (read.kind === 'faulty' || changed.kind === 'faulty') throw new Error('unreadable');
    expect(await importNationalCounts(await deps(), read.lines, 'koran', NONE)).toMatchObject({
      kind: 'done',
      lists: [{ id: 'nasional-2023-1' }],
    });
    expect(await importNationalCounts(await deps(), changed.lines, 'koran', NONE)).toMatchObject({ kind: 'refused' });
  });
});
