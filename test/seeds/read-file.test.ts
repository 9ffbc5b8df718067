import { readFileSync } from 'node:fs';

import { checkCsv, checkJson, readJson } from '@patuh/seeds/read-file';
import { readFindingCategories } from '@patuh/seeds/reference';
import { referencePath } from '@patuh/seeds/reference-path';
import { Instrument } from '@patuh/shared/domain/instrument';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const file = 'instruments/instrument-2022.json';
const text = readFileSync(referencePath(file), 'utf8');

describe('a fault in the reference data', () => {
  it('is reported with file and path, however deep in the tree', () => {
    const faulty = text.replace('"observation": "document"', '"observation": "guess"');
    expect(() => checkJson(file, faulty, Instrument)).toThrow(
      'seeds/reference/instruments/instrument-2022.json: tree[0].children[1].children[0].observation: Invalid option',
    );
  });

  it('is reported with the parser’s words where the file is not JSON', () => {
    expect(() => checkJson(file, text.slice(0, -3), Instrument)).toThrow(
      /^seeds\/reference\/instruments\/instrument-2022\.json: SyntaxError/,
    );
  });

  it('is reported with line and column in a table', () => {
    const Row = z.object({ code: z.string().check(z.regex(/^\d{2}$/)) });
    expect(() => checkCsv('provinces.csv', 'code,name\n11,Aceh\nxx,Riau\n', Row)).toThrow(
      'seeds/reference/provinces.csv: line 3.code: Invalid string',
    );
  });

  it('is reported where a row has too many cells', () => {
    expect(() => checkCsv('provinces.csv', 'code,name\n11,Aceh,Barat\n', z.object({}))).toThrow('provinces.csv');
  });

  it('is reported where the file is missing', () => {
    expect(() => readJson('nowhere.json', z.unknown())).toThrow('seeds/reference/nowhere.json: Error: ENOENT');
  });
});

describe('finding categories', () => {
  it('are the seven published causes, in order', () => {
    expect(readFindingCategories().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
