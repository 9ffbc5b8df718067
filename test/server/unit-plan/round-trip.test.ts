import { csvTable } from '@patuh/server/platform/csv';
import { readPlanFile } from '@patuh/server/features/unit-plan/read-plan-file';
import { PLAN_COLUMNS } from '@patuh/shared/domain/plan-rows';
import { INDONESIA, UnitAddress, UnitName } from '@patuh/shared/domain/unit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { workbook } from '../../support/unit-plans.ts';

const name = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('"', ';', ',', '\t', '_x0041_', "'", '&', '<', '\u00a0', '='),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 3,
    maxLength: 60,
  })
  .map((text) => text.trim())
  .filter((text) => UnitName.safeParse(text).data === text);
const address = fc.option(name.filter((text) => UnitAddress.safeParse(text).data === text));
const millionths = ({ least, most }: { readonly least: number; readonly most: number }) =>
  fc.integer({ min: least, max: most });
const place = fc.option(
  fc.record({ latitude: millionths(INDONESIA.latitude), longitude: millionths(INDONESIA.longitude) }),
);
const units = fc.array(fc.record({ name, address, coordinates: place }), { minLength: 1, maxLength: 8 });

describe('what was written out', () => {
  it.each(['csv', 'xlsx'] as const)(
    'is read again from %s to the letter, whatever units are called',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(units, async (all) => {
          const rows = all.map((unit) => [
            '53.10',
            'Puskesmas',
            unit.name,
            unit.address,
            unit.coordinates === null ? null : unit.coordinates.latitude / 1_000_000,
            unit.coordinates === null ? null : unit.coordinates.longitude / 1_000_000,
            null,
          ]);
          const bytes =
            format === 'xlsx' ? workbook(rows) : new TextEncoder().encode(`\uFEFF${csvTable(PLAN_COLUMNS, rows)}`);
          const read = await readPlanFile({ name: format, bytes });
          expect(read.faults).toEqual([]);
          expect(
            read.rows.map(({ name: found, address: at, coordinates }) => ({ name: found, address: at, coordinates })),
          ).toEqual(all);
        }),
        { numRuns: 200 },
      );
    },
  );
});
