import { type FileTable, letterOf, MOST_ROWS, PLAN_COLUMNS, readPlanRows } from '@patuh/shared/domain/plan-rows';
import { INDONESIA, UnitAddress, UnitName } from '@patuh/shared/domain/unit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const tableOf = (rows: readonly (readonly string[])[]): FileTable => ({
  sheet: null,
  rows: [PLAN_COLUMNS, ...rows].map((cells, index) => ({ row: index + 1, cells: [...cells] })),
});

const any = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 40 });
const formula = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', "'=", ' =', '＝', "''@"), any)
  .map((parts) => parts.join(''));
const text = fc.oneof(any, formula, fc.constantFrom('Puskesmas Batutua', '-9,5', '121.25', ''));

describe('rows of a file', () => {
  it('never give a unit whose name, address or place the register would refuse, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 9 }), { maxLength: 6 }), (rows) => {
        const { rows: read, faults } = readPlanRows(tableOf(rows));
        for (const { name, address, coordinates } of read) {
          expect(UnitName.safeParse(name).data).toBe(name);
          if (address !== null) expect(UnitAddress.safeParse(address).data).toBe(address);
          expect(/^[=+\-@']/u.test(`${name}${address ?? 'x'}`)).toBe(false);
          if (coordinates !== null) expect(coordinates.latitude).toBeGreaterThanOrEqual(INDONESIA.latitude.least);
        }
        const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== '')).length;
        const places = new Set(faults.map(({ row }) => row));
        // Each row is either read or has a place to look at.
        if (filled > 0) expect(read.length + [...places].filter((row) => row !== null).length).toBe(filled);
      }),
    );
  });

  it('are refused as one where there are too many, without a fault for each', () => {
    const rows = Array.from({ length: MOST_ROWS + 1 }, () => ['', '', '=']);
    expect(readPlanRows(tableOf(rows)).faults).toHaveLength(1);
  });

  it('keep the number that the spreadsheet gives them, over empty rows', () => {
    const { rows } = readPlanRows(
      tableOf([
        ['', '', ''],
        ['53.14', 'Puskesmas', 'Puskesmas Batutua'],
      ]),
    );
    expect(rows.map(({ row }) => row)).toEqual([3]);
  });
});

describe('the letter of a column', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [702, 'AAA'],
  ])('%i is %s', (index, letter) => expect(letterOf(index)).toBe(letter));
});
