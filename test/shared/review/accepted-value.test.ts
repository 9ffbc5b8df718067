import { SubjectId } from '@patuh/shared/domain/assessment';
import type { Cell } from '@patuh/shared/domain/change';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { acceptedValues } from '@patuh/shared/review/accepted-value';
import type { Place } from '@patuh/shared/review/places';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { aCell, aLevel, cellsOf, changeId } from '../../support/cells.ts';
import { aPhotoPiece } from '../../support/evidence-pieces.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { fullUnit, shuffled } from '../../support/scoring-inputs.ts';

/** What is accepted with an answer, and what reopens it. */

const cells = cellsOf(fullUnit(instrumentOf(2023), (highest) => Math.min(2, highest)));
const places = cells.flatMap(({ indicatorId, subjectId }) =>
  indicatorId === null ? [] : [{ indicatorId, subjectId }],
);
const place = (indicatorId: string, subjectId: string): Place => ({
  indicatorId: IndicatorId.parse(indicatorId),
  subjectId: SubjectId.parse(subjectId),
});

/** The places whose acceptance does not survive. */
function reopened(before: readonly Cell[], after: readonly Cell[]): readonly string[] {
  const [was, is] = [acceptedValues(before), acceptedValues(after)];
  return places
    .filter((one) => was(one) !== is(one))
    .map(({ indicatorId, subjectId }) => `${indicatorId} ${subjectId}`);
}

describe('an accepted answer', () => {
  it('is open again when it is answered anew, even with the same level, and no other with it', () => {
    fc.assert(
      fc.property(fc.nat(places.length - 1), fc.nat(3), (at, level) => {
        const { indicatorId, subjectId } = places[at]!;
        const changed = cells.map((cell) =>
          cell.indicatorId === indicatorId && cell.subjectId === subjectId
            ? { ...cell, current: { ...aLevel(indicatorId, subjectId, level).current, changeId: changeId(90_000) } }
            : cell,
        );
        expect(reopened(cells, changed)).toEqual([`${indicatorId} ${subjectId}`]);
      }),
    );
  });

  it('stays whatever the order in which everything is held', () => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        expect(
          reopened(
            cells,
            shuffled(cells, (highest) => gen(fc.nat, highest)),
          ),
        ).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('is open again when its note or a piece of its evidence changes, or what proved it proves something else', () => {
    const note = aCell(place('motto', 'product-1'), { field: 'note', value: 'Papan baru' }, { change: 9_001 });
    expect(reopened(cells, [...cells, note])).toEqual(['motto product-1']);
    const piece = (proves: readonly Place[], change: number) =>
      aCell(
        { subjectId: 'evidence-01930000-0000-7000-9000-000000000001' },
        { field: 'evidence', value: aPhotoPiece(Buffer.from('papan'), { proves: [...proves] }) },
        { change },
      );
    const shown = [...cells, piece([place('motto', 'product-1')], 9_002)];
    expect(reopened(cells, shown)).toEqual(['motto product-1']);
    const moved = [...cells, piece([place('motto', 'product-2')], 9_003)];
    expect(reopened(shown, moved)).toEqual(['motto product-1', 'motto product-2']);
  });

  it('is open again with every other one of a product that turns out to be another product', () => {
    const renamed = cells.map((cell) =>
      cell.subjectId === 'product-2' && cell.current.entry.field === 'name'
        ? aCell({ subjectId: 'product-2' }, { field: 'name', value: 'Izin praktik' }, { change: 9_004 })
        : cell,
    );
    const open = reopened(cells, renamed);
    expect(open).toHaveLength(11);
    expect(open.every((one) => one.endsWith(' product-2'))).toBe(true);
  });

  it('stays when something is said of the unit that is no answer', () => {
    const reason = aCell({}, { field: 'few-users-reason', value: 'Hari pelayanan sepi' }, { change: 9_005 });
    const paper = aCell({}, { field: 'from-paper', value: true }, { change: 9_006 });
    expect(reopened(cells, [...cells, reason, paper])).toEqual([]);
  });
});
