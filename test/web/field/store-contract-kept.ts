import { DeviceId, FieldFileId, TeamId } from '@patuh/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import type { CarriedFile, FieldStore } from '../../../web/src/platform/field-store/field-store.ts';
import {
  anEdit,
  answered,
  aPull,
  assessmentId,
  aView,
  changeId,
  deviceIds,
  level,
  personId,
  uuid,
} from './examples.ts';
import type { NewStore } from './store-contract.ts';

/** The second half of what every store must do: a server out of a backup, and what is kept beside the answers. */
export function keptContract(name: string, newStore: NewStore): void {
  const empty = async (): Promise<FieldStore> => await newStore(deviceIds());
  const ids = async (store: FieldStore): Promise<readonly string[]> => (await store.outbox(500)).map(({ id }) => id);
  const { indicatorId, subjectId } = anEdit(0);
  const cellOf = (n: number) => ({
    indicatorId,
    subjectId,
    current: { changeId: changeId(n), entry: level(n), by: 'Ani', at: '2026-11-22T05:00:00.000Z' },
    others: [],
  });

  describe(`${name}: a unit that is another team’s now`, () => {
    const unit = assessmentId(1);
    const departed = { id: unit, name: 'Puskesmas Contoh' };

    it('is known by its name, and what was entered there still waits to be sent', async () => {
      const store = await empty();
      await store.takePull(aPull({ assessments: [aView()] }));
      await store.put(anEdit(1));
      expect(await store.departed()).toEqual([]);
      await store.takePull(aPull({ gone: [unit] }));
      expect([await store.assessments(), await store.departed(), await ids(store)]).toEqual([
        [],
        [departed],
        [changeId(1)],
      ]);
    });

    it('is forgotten when it comes back, or when somebody puts it away', async () => {
      const store = await empty();
      for (const forget of [
        async () => await store.takePull(aPull({ assessments: [aView()] })),
        async () => await store.putAway(unit),
      ]) {
        await store.takePull(aPull({ assessments: [aView()] }));
        await store.takePull(aPull({ gone: [unit] }));
        expect(await store.departed()).toEqual([departed]);
        await forget();
        expect(await store.departed()).toEqual([]);
      }
    });

    it('that was never seen here has no name to be known by', async () => {
      const store = await empty();
      await store.takePull(aPull({ gone: [unit] }));
      expect(await store.departed()).toEqual([]);
    });
  });

  describe(`${name}: a server that came out of a backup`, () => {
    it('gets again what it does not have although it had answered', async () => {
      const store = await empty();
      for (const n of [1, 2, 3]) await store.put(anEdit(n));
      await store.settle(
        answered(
          [1, 2, 3].map((n) => ({ id: changeId(n) })),
          'applied',
        ),
      );
      const { id } = await store.device();
      await store.takePull(aPull({ covered: [1, 2, 3].map(changeId), taken: [{ deviceId: id, lastSeq: 1 }] }));
      expect((await store.outbox(500)).map((change) => [change.id, change.seq])).toEqual([
        [changeId(2), 2],
        [changeId(3), 3],
      ]);
    });

    it('gets again what was sent under an earlier number, now under the present device', async () => {
      const store = await empty();
      await store.put(anEdit(1));
      await store.settle(answered([{ id: changeId(1) }], 'applied'));
      await store.put(anEdit(2));
      const before = (await store.device()).id;
      await store.settle([{ id: changeId(2), outcome: 'refused', reason: 'number-used' }]);
      const { id: now, earlier } = await store.device();
      expect(earlier).toEqual([before]);
      await store.takePull(aPull({ taken: [{ deviceId: before, lastSeq: 0 }] }));
      const waiting = await store.outbox(500);
      expect(waiting.map(({ id, deviceId, seq }) => [id, deviceId, seq])).toEqual([
        [changeId(2), now, 1],
        [changeId(1), now, 2],
      ]);
    });

    it('takes the place of what the device had, where it says so', async () => {
      const store = await empty();
      await store.takePull(aPull({ assessments: [aView({ version: 9, cells: [cellOf(1)] })] }));
      await store.takePull(aPull({ assessments: [aView({ version: 2 })], whole: [assessmentId(1)] }));
      expect(await store.cells(assessmentId(1))).toEqual([]);
      expect((await store.assessments()).map(({ version }) => version)).toEqual([2]);
    });

    it('is asked for everything of a unit whose receipt does not fit, and what is there stays visible', async () => {
      const store = await empty();
      await store.takePull(aPull({ assessments: [aView({ version: 9, cells: [cellOf(1)] })] }));
      await store.mistrust([assessmentId(1), assessmentId(2)]);
      expect((await store.assessments()).map(({ version }) => version)).toEqual([0]);
      expect(await store.cells(assessmentId(1))).toHaveLength(1);
    });
  });

  describe(`${name}: what is tried again`, () => {
    it('sends again, behind everything else, what the server could not read', async () => {
      const store = await empty();
      for (const n of [1, 2]) await store.put(anEdit(n));
      await store.setAside(changeId(1));
      await store.sendAgain([changeId(1)]);
      expect((await store.outbox(500)).map(({ id, seq }) => [id, seq])).toEqual([
        [changeId(2), 1],
        [changeId(1), 2],
      ]);
    });

    it('does not send again what the server understood and refused', async () => {
      const store = await empty();
      await store.put(anEdit(1));
      await store.settle([{ id: changeId(1), outcome: 'refused', reason: 'unknown-assessment' }]);
      await store.sendAgain([changeId(1)]);
      expect(await ids(store)).toEqual([]);
    });

    it('holds an edit once, however often it is put', async () => {
      const store = await empty();
      const first = await store.put(anEdit(1));
      expect(await store.put(anEdit(1))).toEqual(first);
      await store.put(anEdit(2));
      expect((await store.outbox(500)).map(({ id, seq }) => [id, seq])).toEqual([
        [changeId(1), 1],
        [changeId(2), 2],
      ]);
    });
  });

  describe(`${name}: files of colleagues`, () => {
    const aFile = (n: number, opened: CarriedFile['opened'] = null): CarriedFile => ({
      file: {
        format: 'patuh-field-file/1',
        id: FieldFileId.parse(uuid(700 + n)),
        madeAt: '2026-11-22T05:00:00.000Z',
        from: { personId: personId(2), name: 'Budi' },
        locks: { office: { keyId: 'a'.repeat(64), wrapped: 'AAAA' }, teams: [] },
        entries: [{ deviceId: DeviceId.parse(uuid(800)), seq: 1, sealed: 'AAAA' }],
      },
      opened,
      deliveredAt: null,
    });

    it('are carried once, however often they are handed over, in the order they came', async () => {
      const store = await empty();
      const opened = [{ author: { personId: personId(2), name: 'Budi' }, edit: anEdit(5) }];
      for (const file of [aFile(2, opened), aFile(1), aFile(2, opened)]) await store.carry(file);
      expect(await store.carried()).toEqual([aFile(2, opened), aFile(1)]);
    });

    it('that could be opened later are kept opened', async () => {
      const store = await empty();
      const opened = [{ author: { personId: personId(2), name: 'Budi' }, edit: anEdit(5) }];
      await store.carry(aFile(1));
      await store.carry(aFile(1, opened));
      await store.carry(aFile(1));
      expect(await store.carried()).toEqual([aFile(1, opened)]);
    });

    it('stay after they were delivered, with the time', async () => {
      const store = await empty();
      await store.carry(aFile(1));
      await store.delivered(aFile(1).file.id, '2026-11-22T06:00:00.000Z');
      await store.carry(aFile(1));
      expect((await store.carried()).map(({ deliveredAt }) => deliveredAt)).toEqual(['2026-11-22T06:00:00.000Z']);
    });
  });

  describe(`${name}: what is kept beside the answers`, () => {
    it('tells a unit without an earlier result from one whose result was never fetched', async () => {
      const store = await empty();
      await store.keepLastYear(assessmentId(1), null);
      const found = { year: 2023, score: null, zone: null, levels: [] };
      await store.keepLastYear(assessmentId(2), found);
      expect(await Promise.all([1, 2, 3].map(async (n) => await store.lastYear(assessmentId(n))))).toEqual([
        null,
        found,
        undefined,
      ]);
    });

    it('keeps the newest keys and notes', async () => {
      const store = await empty();
      expect([await store.keys(), await store.note('exchanged-at')]).toEqual([undefined, undefined]);
      const keys = {
        author: `${'A'.repeat(43)}=`,
        custody: { keyId: 'a'.repeat(64), publicKey: 'AAAA' },
        teams: [{ teamId: TeamId.parse(uuid(41)), key: `${'B'.repeat(43)}=` }],
      };
      await store.keepKeys({ ...keys, teams: [] });
      await store.keepKeys(keys);
      for (const at of ['1', '2']) await store.keepNote('exchanged-at', at);
      expect([await store.keys(), await store.note('exchanged-at')]).toEqual([keys, '2']);
    });

    it('replaces a draft, and forgets one that was given up', async () => {
      const store = await empty();
      const place = { assessmentId: assessmentId(1), indicatorId, subjectId, field: 'answer' as const };
      for (const reason of ['B', 'Bel']) await store.keepDraft({ ...place, content: { reason } });
      expect((await store.drafts(assessmentId(1))).map(({ content }) => content)).toEqual([{ reason: 'Bel' }]);
      await store.keepDraft({ ...place, content: null });
      expect(await store.drafts(assessmentId(1))).toEqual([]);
    });
  });
}
