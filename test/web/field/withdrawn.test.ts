import type { FieldValue } from '@patuh/shared/domain/change';
import { ChangeId } from '@patuh/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import type { JournalEntry } from '../../../web/src/platform/field-store/field-store.ts';
import { memoryStore } from '../../../web/src/platform/field-store/memory-store.ts';
import { openAssessment } from '../../../web/src/platform/field-store/open-assessment.ts';
import { merged } from '../../../web/src/platform/field-store/snapshot.ts';
import { aCell, aLevel, userId } from '../../support/cells.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { anEdit, aView, deviceIds, personId, uuid } from './examples.ts';

const USER = userId(1);
const WITHDRAWN: FieldValue = { field: 'presence', value: { state: 'withdrawn' } };
const SAID = [
  aCell({ subjectId: USER }, { field: 'presence', value: { state: 'present' } }, { change: 1 }),
  aCell({ subjectId: USER }, { field: 'consent', value: true }, { change: 2 }),
  aLevel('penundaan-berlarut', USER, 0),
  aCell({ indicatorId: 'penundaan-berlarut', subjectId: USER }, { field: 'note', value: 'Ia menyebut tetangganya' }),
];

function opened(journal: readonly JournalEntry[] = []) {
  const { cells: _none, ...header } = aView();
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
    { header, instrument: instrumentOf(2023), cells: SAID, journal, drafts: [], carried: [] },
  );
}

describe('an interview that is taken back on this device', () => {
  it('leaves one value on the screen: that it was', async () => {
    const assessment = opened();
    expect(assessment.cells()).toHaveLength(SAID.length);
    await assessment.enter({ indicatorId: null, subjectId: USER }, WITHDRAWN);
    expect(assessment.cells().map(({ current }) => current.entry)).toEqual([WITHDRAWN]);
  });

  it('is not told by what the server did not take of it', async () => {
    const profile = { gender: 'female', ageBand: '26-35', education: 'diploma', work: 'private' } as const;
    const edit = anEdit(77, { indicatorId: null, subjectId: USER, entry: { field: 'profile', value: profile } });
    const refused: JournalEntry = {
      change: { ...edit, seq: 1, deviceId: deviceIds()() },
      fate: { kind: 'refused', reason: 'wrong-field' },
    };
    const assessment = opened([refused]);
    expect(assessment.leftOvers()).toHaveLength(1);
    await assessment.enter({ indicatorId: null, subjectId: USER }, WITHDRAWN);
    expect(assessment.leftOvers()).toEqual([]);
  });
});

describe('what a phone keeps of the server', () => {
  it('loses an interview with the pull that says it was taken back', () => {
    const before = merged(undefined, { ...aView({ version: 3 }), cells: SAID });
    expect(before.cells.size).toBe(SAID.length);
    const after = merged(before, { ...aView({ version: 4 }), cells: [aCell({ subjectId: USER }, WITHDRAWN)] });
    expect([...after.cells.values()].map(({ current }) => current.entry)).toEqual([WITHDRAWN]);
  });
});
