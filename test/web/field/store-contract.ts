import { SubjectId } from '@patuh/shared/domain/assessment';
import { describe, expect, it } from 'vitest';

import type { FieldStore, NewDeviceId } from '../../../web/src/platform/field-store/field-store.ts';
import { anEdit, answered, aPull, assessmentId, aView, changeId, deviceIds, level } from './examples.ts';

/** Makes an empty store. */
export type NewStore = (newDeviceId: NewDeviceId) => Promise<FieldStore>;

/** What every store of the field must do, whatever it is made of; the rest of it is in `store-contract-kept.ts`. */
export function storeContract(name: string, newStore: NewStore): void {
  const empty = async (): Promise<FieldStore> => await newStore(deviceIds());
  const ids = async (store: FieldStore, limit = 500): Promise<readonly string[]> =>
    (await store.outbox(limit)).map(({ id }) => id);

  describe(`${name}: outbox`, () => {
    it('numbers changes from 1 without gaps, under one device', async () => {
      const store = await empty();
      for (const n of [1, 2, 3]) await store.put(anEdit(n));
      const waiting = await store.outbox(500);
      expect(waiting.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(new Set(waiting.map(({ deviceId }) => deviceId)).size).toBe(1);
    });

    it('numbers changes that arrive at once in the order of the calls', async () => {
      const store = await empty();
      await Promise.all([1, 2, 3, 4].map(async (n) => await store.put(anEdit(n))));
      expect(await ids(store)).toEqual([1, 2, 3, 4].map(changeId));
    });

    it('gives the oldest ones first, no more than asked for', async () => {
      const store = await empty();
      for (const n of [1, 2, 3]) await store.put(anEdit(n));
      expect(await ids(store, 2)).toEqual([changeId(1), changeId(2)]);
    });

    it('gives what was not answered again', async () => {
      const store = await empty();
      await store.put(anEdit(1));
      await store.outbox(500);
      expect(await ids(store)).toEqual([changeId(1)]);
    });
  });

  describe(`${name}: answers`, () => {
    it.each(['applied', 'late'] as const)('sends no more what is %s, and keeps it', async (outcome) => {
      const store = await empty();
      const { change } = await store.put(anEdit(1));
      await store.settle(answered([change], outcome));
      expect(await ids(store)).toEqual([]);
      const kind = outcome === 'late' ? 'late' : 'sent';
      expect((await store.journal()).map(({ fate }) => fate)).toEqual([{ kind }]);
    });

    it('keeps what is refused, with its value and the reason', async () => {
      const store = await empty();
      await store.put(anEdit(1, { entry: level(9) }));
      await store.settle([{ id: changeId(1), outcome: 'refused', reason: 'level-out-of-range' }]);
      const [entry] = await store.journal();
      expect(entry?.change.entry).toEqual(level(9));
      expect(entry?.fate).toEqual({ kind: 'refused', reason: 'level-out-of-range' });
    });

    it('sends again from the number that the server misses', async () => {
      const store = await empty();
      for (const n of [1, 2, 3]) await store.put(anEdit(n));
      await store.settle([
        { id: changeId(1), outcome: 'applied' },
        { id: changeId(2), outcome: 'applied' },
      ]);
      await store.settle([{ id: changeId(3), outcome: 'held', expected: 2 }]);
      expect(await ids(store)).toEqual([changeId(2), changeId(3)]);
    });

    it('numbers anew, with the same ids, when the server misses a number this device never had', async () => {
      const store = await empty();
      const [before] = [await store.put(anEdit(1))];
      await store.settle([{ id: changeId(1), outcome: 'held', expected: 0 }]);
      const [after] = await store.outbox(500);
      expect(after).toMatchObject({ id: changeId(1), seq: 1 });
      expect(after?.deviceId).not.toBe(before.change.deviceId);
    });

    it('numbers anew when somebody else used the number', async () => {
      const store = await empty();
      const { change } = await store.put(anEdit(1));
      await store.put(anEdit(2));
      await store.settle([{ id: changeId(1), outcome: 'refused', reason: 'number-used' }]);
      const waiting = await store.outbox(500);
      expect(waiting.map(({ id, seq }) => [id, seq])).toEqual([
        [changeId(1), 1],
        [changeId(2), 2],
      ]);
      expect(waiting[0]?.deviceId).not.toBe(change.deviceId);
    });

    it('sets aside what the server cannot read, and goes on with the rest without a hole', async () => {
      const store = await empty();
      for (const n of [1, 2, 3]) await store.put(anEdit(n));
      await store.setAside(changeId(1));
      expect((await store.outbox(500)).map(({ id, seq }) => [id, seq])).toEqual([
        [changeId(2), 1],
        [changeId(3), 2],
      ]);
      expect((await store.journal())[0]?.fate).toEqual({ kind: 'refused', reason: 'not-understood' });
    });

    it('lets a second answer change nothing', async () => {
      const store = await empty();
      await store.put(anEdit(1));
      await store.settle([{ id: changeId(1), outcome: 'late' }]);
      await store.settle([{ id: changeId(1), outcome: 'duplicate' }]);
      expect((await store.journal())[0]?.fate).toEqual({ kind: 'late' });
    });
  });

  describe(`${name}: what the server sent`, () => {
    const value = (n: number, at = 1): ReturnType<typeof aView>['cells'][number]['current'] => ({
      changeId: changeId(n),
      entry: level(at),
      by: 'Ani',
      at: '2026-11-22T05:00:00.000Z',
    });
    const { indicatorId, subjectId } = anEdit(0);

    it('merges cells that changed into those it has', async () => {
      const store = await empty();
      const officer = SubjectId.parse('officer-1');
      const cells = [{ indicatorId, subjectId, current: value(1), others: [] }];
      const more = [{ indicatorId, subjectId: officer, current: value(2), others: [] }];
      await store.takePull(aPull({ assessments: [aView({ version: 1, cells })] }));
      await store.takePull(aPull({ assessments: [aView({ version: 2, cells: more })] }));
      expect((await store.cells(assessmentId(1))).map((cell) => cell.subjectId)).toEqual([subjectId, officer]);
      expect((await store.assessments()).map(({ version }) => version)).toEqual([2]);
    });

    it('is not set back by an answer that was overtaken', async () => {
      const store = await empty();
      const cell = { indicatorId, subjectId, others: [] };
      const views = [aView({ version: 5, cells: [{ ...cell, current: value(2) }] })];
      await store.takePull(aPull({ assessments: views }));
      await store.takePull(
        aPull({
          assessments: [aView({ version: 4, cells: [{ ...cell, current: value(1) }] })],
        }),
      );
      expect((await store.cells(assessmentId(1)))[0]?.current.changeId).toBe(changeId(2));
    });

    it('shows own changes as done only when a pull covers them', async () => {
      const store = await empty();
      await store.put(anEdit(1));
      await store.put(anEdit(2));
      await store.settle(answered([{ id: changeId(1) }, { id: changeId(2) }], 'applied'));
      await store.takePull(aPull({ covered: [changeId(1)] }));
      expect((await store.journal()).map(({ fate }) => fate.kind)).toEqual(['done', 'sent']);
    });

    it('lets go of an assessment that went to others, never of its own changes', async () => {
      const store = await empty();
      await store.takePull(aPull({ assessments: [aView()] }));
      await store.put(anEdit(1));
      await store.takePull(aPull({ gone: [assessmentId(1)] }));
      expect(await store.assessments()).toEqual([]);
      expect(await ids(store)).toEqual([changeId(1)]);
    });
  });

  describe(`${name}: drafts`, () => {
    const key = { assessmentId: assessmentId(1), indicatorId: anEdit(0).indicatorId, subjectId: anEdit(0).subjectId };

    it('keeps what is half filled in until the change is put', async () => {
      const store = await empty();
      await store.keepDraft({ ...key, field: 'answer', content: { reason: 'Bel' } });
      expect((await store.drafts(assessmentId(1))).map(({ content }) => content)).toEqual([{ reason: 'Bel' }]);
      await store.put(anEdit(1));
      expect(await store.drafts(assessmentId(1))).toEqual([]);
    });

    it('keeps the drafts of other places when a change is put', async () => {
      const store = await empty();
      await store.keepDraft({ ...key, field: 'note', content: { text: 'a' } });
      await store.put(anEdit(1));
      expect(await store.drafts(assessmentId(1))).toHaveLength(1);
    });
  });
}
