import { ChangeId } from '@patuh/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import { memoryStore } from '../../../web/src/platform/field-store/memory-store.ts';
import { openAssessment } from '../../../web/src/platform/field-store/open-assessment.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { anEdit, aPull, aView, deviceIds, level, personId, uuid } from './examples.ts';

function anOpened() {
  const store = memoryStore(deviceIds());
  const retries: (() => void)[] = [];
  let n = 500;
  const { cells, ...header } = aView();
  const opened = openAssessment(
    {
      store,
      newChangeId: () => ChangeId.parse(uuid((n += 1), 7)),
      now: () => new Date('2026-11-22T05:00:00Z'),
      entered: () => undefined,
      entering: () => undefined,
      soon: (call) => call(),
      again: (_failures, call) => retries.push(call),
      me: personId(1),
    },
    { header, instrument: instrumentOf(2023), cells, journal: [], drafts: [], carried: [] },
  );
  return { store, opened, header, retries };
}

const place = (indicator: string) => {
  const { indicatorId, subjectId } = anEdit(0, { indicator });
  return { indicatorId, subjectId, field: 'answer' as const };
};

describe('an assessment on the screen', () => {
  it('draws the question that was tapped and no other', async () => {
    const { opened } = anOpened();
    const drawn: string[] = [];
    for (const name of ['q1', 'q2']) opened.onCell(place(name), () => drawn.push(name));
    await opened.enter(place('q1'), level(2));
    expect(new Set(drawn)).toEqual(new Set(['q1']));
    expect(opened.cell(place('q1')).value).toMatchObject({ entry: level(2), keeping: 'on-device' });
  });

  it('shows a choice before it is kept', () => {
    const { opened } = anOpened();
    void opened.enter(place('q1'), level(2));
    expect(opened.cell(place('q1')).value).toMatchObject({ entry: level(2), keeping: 'saving' });
  });

  it('replaces what is on the screen, one’s own unsent value too', async () => {
    const { opened, store } = anOpened();
    await opened.enter(place('q1'), level(2));
    await opened.enter(place('q1'), level(3));
    const [first, second] = await store.outbox(2);
    expect(second?.base).toEqual([first?.id]);
  });

  it('keeps the own value on top of what a pull brings, until the server has it', async () => {
    const { opened, store, header } = anOpened();
    await opened.enter(place('q1'), level(2));
    const { indicatorId, subjectId } = place('q1');
    const theirs = { changeId: anEdit(7).id, entry: level(0), by: 'Budi', at: '2026-11-22T05:00:00.000Z' };
    const cells = [{ indicatorId, subjectId, current: theirs, others: [] }];
    opened.reload({ header, cells, journal: await store.journal(), carried: [] });
    expect(opened.cell(place('q1')).value?.entry).toEqual(level(2));
    const [own] = await store.outbox(1);
    await store.settle([{ id: own!.id, outcome: 'applied' }]);
    await store.takePull(aPull({ covered: [own!.id] }));
    opened.reload({ header, cells, journal: await store.journal(), carried: [] });
    expect(opened.cell(place('q1')).value).toMatchObject({ entry: level(0), entered: { by: 'Budi' } });
  });

  it('shows both values of a conflict, and a choice has both as its base', async () => {
    const { opened, store, header } = anOpened();
    const { indicatorId, subjectId } = place('q1');
    const value = (n: number) => ({
      changeId: anEdit(n).id,
      entry: level(n),
      by: `Orang ${n}`,
      at: '2026-11-22T05:00:00.000Z',
    });
    opened.reload({
      header,
      cells: [{ indicatorId, subjectId, current: value(1), others: [value(2)] }],
      journal: [],
      carried: [],
    });
    const cell = opened.cell(place('q1'));
    expect(cell.conflict.map(({ by }) => by)).toEqual(['Orang 1', 'Orang 2']);
    await opened.enter(cell, level(2), cell.base);
    expect((await store.outbox(1))[0]?.base).toEqual([anEdit(1).id, anEdit(2).id]);
    expect(opened.cell(place('q1')).conflict).toEqual([]);
  });

  it('keeps on showing what the server refused, with the reason', async () => {
    const { opened, store, header } = anOpened();
    await opened.enter(place('q1'), level(9));
    const [own] = await store.outbox(1);
    await store.settle([{ id: own!.id, outcome: 'refused', reason: 'level-out-of-range' }]);
    opened.reload({ header, cells: [], journal: await store.journal(), carried: [] });
    expect(opened.cell(place('q1'))).toMatchObject({
      value: undefined,
      refused: { entry: level(9), reason: 'level-out-of-range' },
    });
  });
});
