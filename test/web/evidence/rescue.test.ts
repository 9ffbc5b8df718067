import * as fakeIndexedDb from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';

import { enterWithFile, finishUnfinished } from '../../../web/src/platform/evidence/keep-evidence.ts';
import { openAssessment, type OpenAssessment } from '../../../web/src/platform/field-store/open-assessment.ts';
import type { FieldStore } from '../../../web/src/platform/field-store/field-store.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aDevice } from '../field/devices.ts';
import { aPull, assessmentId, aView, changeId } from '../field/examples.ts';
import { aNewFile, fileAt, hashOf, namingPiece } from '../field/files.ts';

Object.assign(globalThis, fakeIndexedDb);

/** The unit of the examples as a page has it open. */
async function unitOn(store: FieldStore, me: Parameters<typeof openAssessment>[0]['me']): Promise<OpenAssessment> {
  let n = 700;
  const deps = {
    store,
    me,
    newChangeId: () => changeId((n += 1)),
    now: () => new Date('2026-11-22T06:00:00.000Z'),
    entering: () => undefined,
    entered: () => undefined,
    soon: (call: () => void) => call(),
    again: () => undefined,
  };
  const { cells, ...header } = aView();
  const journal = await store.journal();
  return openAssessment(deps, { header, instrument: instrumentOf(2023), cells, journal, drafts: [], carried: [] });
}

describe('a phone that died between a photo and the piece that names it', () => {
  it('enters the piece at the next start, once', async () => {
    const { start, vault } = await aDevice();
    const before = await start();
    await (await before.shelf()).keep(aNewFile(1));
    before.close();
    const store = await start();
    const unit = await unitOn(store, vault.personId);
    const open = async () => await Promise.resolve(unit);
    expect(await finishUnfinished(store, open)).toBe(1);
    expect((await store.journal()).map(({ change }) => [change.assessmentId, change.entry])).toEqual([
      [assessmentId(1), { field: 'evidence', value: namingPiece(1).value }],
    ]);
    expect(await finishUnfinished(store, open)).toBe(0);
    expect(await store.journal()).toHaveLength(1);
    store.close();
  });

  it('brings back nothing that was taken back since', async () => {
    const { start, vault } = await aDevice();
    const store = await start();
    await (await store.shelf()).keep(aNewFile(1));
    const unit = await unitOn(store, vault.personId);
    const { id } = namingPiece(1);
    await unit.enter({ indicatorId: null, subjectId: id }, { field: 'evidence', value: null });
    expect(await finishUnfinished(store, async () => await Promise.resolve(unit))).toBe(0);
    expect((await store.journal()).map(({ change }) => change.entry.value)).toEqual([null]);
    store.close();
  });
});

describe('a phone that has no room for the next photo', () => {
  async function aFullPhone(atServer: readonly number[]) {
    const { start, vault } = await aDevice();
    let isFull = false;
    const store = await start({ roomLeft: async () => await Promise.resolve(isFull ? 'answers-only' : 'ample') });
    const shelf = await store.shelf();
    await shelf.keep(aNewFile(1));
    await shelf.tell(fileAt(1), { arrivedAt: '2026-11-22T06:00:00.000Z' });
    const view = aView({ version: 1, files: atServer.map(hashOf) });
    await store.takePull(aPull({ assessments: [view], whole: [view.id] }));
    isFull = true;
    // As a browser does: what was let go of is room again.
    const free = shelf.free.bind(shelf);
    Object.assign(shelf, {
      free: async (places: Parameters<typeof free>[0]) => {
        await free(places);
        isFull = false;
      },
    });
    const { content, thumbnail } = aNewFile(2);
    const outcome = await enterWithFile(store, await unitOn(store, vault.personId), namingPiece(2), {
      content,
      thumbnail,
    });
    const kept = [await shelf.content(fileAt(1)), await shelf.content(fileAt(2))].map((one) => one !== undefined);
    store.close();
    return { outcome, kept };
  }

  it('lets go of one that the server has, and keeps the new one', async () => {
    expect(await aFullPhone([1])).toMatchObject({ outcome: { kind: 'kept' }, kept: [false, true] });
  });

  it('lets go of nothing that the server does not name, and says that there is no room', async () => {
    expect(await aFullPhone([])).toEqual({ outcome: { kind: 'refused', why: 'no-room' }, kept: [true, false] });
  });
});
