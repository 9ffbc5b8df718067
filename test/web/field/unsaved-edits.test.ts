import type { Edit } from '@patuh/shared/domain/change';
import { describe, expect, it } from 'vitest';

import { memoryStore } from '../../../web/src/platform/field-store/memory-store.ts';
import { openAssessment } from '../../../web/src/platform/field-store/open-assessment.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { anEdit, aView, changeId, deviceIds, level, personId } from './examples.ts';

/** An assessment over a store that keeps nothing while `full`. */
function onDevice() {
  const store = memoryStore(deviceIds());
  const device = { full: false, writes: 0 };
  const retries: { readonly failures: number; readonly call: () => void }[] = [];
  let n = 0;
  const { cells, ...header } = aView();
  const put = async (edit: Edit) => {
    await Promise.resolve();
    device.writes += 1;
    if (device.full) throw new DOMException('No room', 'QuotaExceededError');
    return await store.put(edit);
  };
  const opened = openAssessment(
    {
      store: { ...store, put },
      newChangeId: () => changeId((n += 1)),
      now: () => new Date('2026-11-22T05:00:00Z'),
      entered: () => undefined,
      entering: () => undefined,
      soon: (call) => call(),
      again: (failures, call) => retries.push({ failures, call }),
      me: personId(1),
    },
    { header, instrument: instrumentOf(2023), cells, journal: [], drafts: [], carried: [] },
  );
  return { opened, store, device, retries };
}

const place = (indicator: string) => {
  const { indicatorId, subjectId } = anEdit(0, { indicator });
  return { indicatorId, subjectId, field: 'answer' as const };
};

async function settled(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

describe('an answer that the device cannot keep', () => {
  it('stays on the screen as not kept, and is counted', async () => {
    const { opened, device } = onDevice();
    device.full = true;
    await opened.enter(place('q1'), level(2));
    expect(opened.cell(place('q1')).value).toMatchObject({ entry: level(2), keeping: 'failed' });
    expect(opened.unkept()).toBe(1);
  });

  it('is kept by itself once there is room', async () => {
    const { opened, store, device, retries } = onDevice();
    device.full = true;
    await opened.enter(place('q1'), level(2));
    retries.shift()?.call();
    await settled();
    device.full = false;
    expect(retries.map(({ failures }) => failures)).toEqual([2]);
    retries.shift()?.call();
    await settled();
    expect(opened.cell(place('q1')).value?.keeping).toBe('on-device');
    expect((await store.outbox(9)).map(({ entry }) => entry)).toEqual([level(2)]);
    expect(opened.unkept()).toBe(0);
  });

  it('is not overtaken by the next one at the same place', async () => {
    const { opened, store, device } = onDevice();
    device.full = true;
    await opened.enter(place('q1'), level(2));
    device.full = false;
    await opened.enter(place('q1'), level(3));
    expect((await store.outbox(9)).map(({ entry, base }) => [entry, base])).toEqual([
      [level(2), []],
      [level(3), [changeId(1)]],
    ]);
    expect(opened.cell(place('q1')).value).toMatchObject({ entry: level(3), keeping: 'on-device' });
  });

  it('holds up no other place', async () => {
    const { opened, store, device } = onDevice();
    device.full = true;
    await opened.enter(place('q1'), level(2));
    device.full = false;
    await opened.enter(place('q2'), level(1));
    expect(opened.cell(place('q2')).value?.keeping).toBe('on-device');
    expect(opened.cell(place('q1')).value?.keeping).toBe('failed');
    opened.retry();
    await settled();
    expect(await store.outbox(9)).toHaveLength(2);
  });

  it('that is entered in a hurry is kept once, in the order of the taps', async () => {
    const { opened, store, device } = onDevice();
    await Promise.all([1, 2, 3].map(async (n) => await opened.enter(place('q1'), level(n))));
    expect((await store.outbox(9)).map(({ entry }) => entry)).toEqual([1, 2, 3].map(level));
    expect((await store.outbox(9)).map(({ base }) => base)).toEqual([[], [changeId(1)], [changeId(2)]]);
    expect(device.writes).toBe(3);
  });
});
