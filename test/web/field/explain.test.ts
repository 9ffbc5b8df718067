import { isWarning, type Warning } from '@patuh/shared/checks/explained';
import { warns } from '@patuh/shared/checks/finding';
import { UNIT_SUBJECT } from '@patuh/shared/domain/assessment';
import type { CellValue } from '@patuh/shared/domain/change';
import type { Explanation, WarningKind } from '@patuh/shared/domain/explanation';
import { ChangeId } from '@patuh/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import { explain } from '../../../web/src/features/field/explain.ts';
import { memoryStore } from '../../../web/src/platform/field-store/memory-store.ts';
import { openAssessment } from '../../../web/src/platform/field-store/open-assessment.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aView, changeId, deviceIds, personId, uuid } from './examples.ts';

/** What two people said about the unit without hearing of each other. */
function saidBy(...versions: readonly (readonly Explanation[])[]) {
  const [current, ...others] = versions.map((value, n): CellValue => ({
    changeId: changeId(n + 1),
    entry: { field: 'explanations', value: [...value] },
    by: `Orang ${n + 1}`,
    at: '2026-11-22T05:00:00.000Z',
  }));
  const { cells: _, ...header } = aView();
  let n = 500;
  return openAssessment(
    {
      store: memoryStore(deviceIds()),
      newChangeId: () => ChangeId.parse(uuid((n += 1), 7)),
      now: () => new Date('2026-11-22T05:00:00Z'),
      entered: () => undefined,
      entering: () => undefined,
      soon: (call) => call(),
      again: () => undefined,
      me: personId(1),
    },
    {
      header,
      instrument: instrumentOf(2023),
      cells: [{ indicatorId: null, subjectId: UNIT_SUBJECT, current: current!, others }],
      journal: [],
      drafts: [],
      carried: [],
    },
  );
}

function aWarning(kind: WarningKind): Warning {
  const finding = warns(kind);
  if (!isWarning(finding)) throw new Error('A warning is one');
  return finding;
}

describe('a sentence to a warning', () => {
  it('wipes out nothing that a colleague said to another one at the same place', async () => {
    const flood: Explanation = { kind: 'visit-not-recorded', text: 'Kantor unit kebanjiran.' };
    const family: Explanation = { kind: 'answers-alike', text: 'Mereka satu keluarga.' };
    const unit = saidBy([family], [flood]);
    await explain(unit, [aWarning('answers-alike')], 'Mereka satu rombongan.');
    const cell = unit.cell({ indicatorId: null, subjectId: UNIT_SUBJECT, field: 'explanations' });
    expect(cell.conflict).toEqual([]);
    expect(cell.value?.entry.value).toHaveLength(2);
    expect(cell.value?.entry.value).toEqual(
      expect.arrayContaining([{ ...family, text: 'Mereka satu rombongan.' }, flood]),
    );
  });
});
