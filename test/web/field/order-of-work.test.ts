import { describe, expect, it } from 'vitest';

import { inOrderOfWork } from '../../../web/src/features/field/order-of-work.ts';
import { aView } from './examples.ts';

function unit(state: ReturnType<typeof aView>['state'], code: string, name: string) {
  const view = aView({ state });
  const government = { ...view.unit.government, code: code as typeof view.unit.government.code };
  return { header: { ...view, unit: { ...view.unit, name, government } } };
}

describe('the list of the team’s units', () => {
  it('begins with what needs work, and keeps the units of one government together', () => {
    const rows = [
      unit('final', '99.71', 'Dinas Kesehatan'),
      unit('final', '99.01', 'Puskesmas Ranu Wetan'),
      unit('final', '99.01', 'Dinas Kesehatan'),
      unit('assigned', '99.71', 'Dinas Sosial'),
      unit('returned', '99.71', 'Dinas Pendidikan'),
    ];
    expect(
      rows.toSorted(inOrderOfWork).map(
        ({
          header: {
            unit: { government, name },
          },
        }) => [government.code, name],
      ),
    ).toEqual([
      ['99.71', 'Dinas Pendidikan'],
      ['99.71', 'Dinas Sosial'],
      ['99.01', 'Dinas Kesehatan'],
      ['99.01', 'Puskesmas Ranu Wetan'],
      ['99.71', 'Dinas Kesehatan'],
    ]);
  });
});
