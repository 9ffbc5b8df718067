import { countOutdated, findSummaries, type StoredSummary } from '@patuh/server/platform/assessments/summaries';
import type { AssessmentView } from '@patuh/shared/contracts/assessments';
import type { Change } from '@patuh/shared/domain/change';
import { outstandingFiles, namedFiles } from '@patuh/shared/sync/named-files';
import { progressOf } from '@patuh/shared/sync/progress';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { HEALTH, pulled, pushAll } from '../../support/assessments.ts';
import { aDevice, aUserId } from '../../support/changes.ts';
import { anEvidenceId, aPhotoPiece, aPoint } from '../../support/evidence-pieces.ts';
import { aField, type Field } from '../../support/field.ts';
import { aPull } from '../../support/pulls.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aPhoto, sender, type TestFile } from '../../support/uploads.ts';
import { ok } from '../../support/verification.ts';

let site: Site;
let photos: readonly TestFile[];
beforeAll(async () => {
  site = await aSite({ history: false });
  photos = await Promise.all([1, 2, 3].map(async (seed) => await aPhoto(seed)));
});
afterAll(async () => await site.close());

const PLACES = ['penjaminan-mutu', 'kecukupan-pelaksana', 'kompetensi-pelaksana'];
const USERS = [aUserId(), aUserId()];
const PIECES = [anEvidenceId(), anEvidenceId()];

/** What one of two phones enters, as if it knew nothing of the other, or having seen what is there. */
const Step = fc.record({
  phone: fc.constantFrom(0, 1),
  seesOthers: fc.boolean(),
  entry: fc.oneof(
    fc.record({ kind: fc.constant('answer' as const), at: fc.nat(2), level: fc.option(fc.nat(1)) }),
    fc.record({
      kind: fc.constant('user' as const),
      at: fc.nat(1),
      state: fc.constantFrom('present', 'absent', 'withdrawn'),
    }),
    fc.record({ kind: fc.constant('evidence' as const), at: fc.nat(1), photo: fc.option(fc.nat(2)) }),
    fc.record({ kind: fc.constant('arrives' as const), photo: fc.nat(2) }),
    fc.record({
      kind: fc.constant('few' as const),
      reason: fc.option(fc.constant('Hanya sepuluh orang yang datang.')),
    }),
  ),
});
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

/** The same figures, counted from everything that a phone is sent. */
function recount({ cells, files }: Pick<AssessmentView, 'cells' | 'files'>): Omit<StoredSummary, 'lastChangeAt'> {
  const { answered, expected, users } = progressOf(instrumentOf(2023), HEALTH, cells);
  const filesNamed = namedFiles(cells).size;
  return {
    answered,
    expected,
    users: users.interviewed,
    filesNamed,
    filesHere: filesNamed - outstandingFiles({ cells, files }).length,
    conflicts: cells.filter(({ others }) => others.length > 0).length,
  };
}

async function stored({ unit }: Pick<Field, 'unit'>): Promise<StoredSummary | undefined> {
  return (await findSummaries(site.db, [unit.id])).get(unit.id);
}

describe('what lists show of a unit', () => {
  it('is what a count of everything gives, whatever two phones send and in which order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 15 }), async (steps) => {
        const field = await aField(site);
        const devices = [aDevice(), aDevice()] as const;
        for (const step of steps) await take(field, devices, step);
        const view = await pulled(field.phone, field.unit.id);
        const summary = await stored(field);
        expect(summary).toMatchObject(recount(view));
        const moments = view.cells.map(({ current }) => current.at).toSorted();
        expect(summary?.lastChangeAt?.toISOString()).toBe(moments.at(-1));
      }),
      { numRuns: 25 },
    );
  });

  it('is counted without a row where nothing came yet, and counted anew at the start where it was never counted', async () => {
    const field = await aField(site);
    const nothing = recount(await pulled(field.phone, field.unit.id));
    expect(await stored(field)).toMatchObject(nothing);
    expect(nothing).toMatchObject({ answered: 0, expected: 217 });
    await pushAll(field.phone, [aDevice().level(field.unit.id, { indicatorId: 'penjaminan-mutu' }, 1)]);
    const rows = async () =>
      await site.db.selectFrom('assessment_summary').select(['answered', 'counted_by']).execute();
    await site.db.deleteFrom('assessment_summary').execute();
    expect(await stored(field)).toMatchObject({ answered: 1, expected: 217 });
    expect(await countOutdated(site.db, new AbortController().signal)).toBe(1);
    expect(await rows()).toMatchObject([{ answered: 1 }]);
    // As an older version of the server left it.
    await site.db.updateTable('assessment_summary').set({ answered: 7, counted_by: 0 }).execute();
    expect(await countOutdated(site.db, new AbortController().signal)).toBe(1);
    expect(await rows()).toMatchObject([{ answered: 1 }]);
    expect(await countOutdated(site.db, new AbortController().signal)).toBe(0);
  });
});

async function take(
  field: Field,
  devices: readonly [ReturnType<typeof aDevice>, ReturnType<typeof aDevice>],
  { phone, seesOthers, entry }: Step,
): Promise<void> {
  const client = phone === 0 ? field.phone : field.helper;
  if (entry.kind === 'arrives') {
    const photo = photos[entry.photo]!;
    await sender(site, client).begin(photo, field.unit.id, photo.bytes);
    return;
  }
  const change = changeOf(field, devices[phone], entry);
  const { cells } = await pulled(client, field.unit.id);
  const seen = cells.find(
    ({ indicatorId, subjectId, current }) =>
      indicatorId === change.indicatorId &&
      subjectId === change.subjectId &&
      current.entry.field === change.entry.field,
  );
  const base = seen === undefined || !seesOthers ? [] : [seen.current, ...seen.others].map(({ changeId }) => changeId);
  await pushAll(client, [{ ...change, base }]);
}

function changeOf(
  { unit }: Field,
  device: ReturnType<typeof aDevice>,
  entry: Exclude<Step['entry'], { kind: 'arrives' }>,
): Change {
  switch (entry.kind) {
    case 'answer': {
      const value = entry.level === null ? null : ({ kind: 'level', level: entry.level } as const);
      return device.change(unit.id, { indicatorId: PLACES[entry.at]! }, { field: 'answer', value });
    }
    case 'user':
      return device.change(
        unit.id,
        { subjectId: USERS[entry.at]! },
        { field: 'presence', value: { state: entry.state as 'present' } },
      );
    case 'few':
      return device.change(unit.id, {}, { field: 'few-users-reason', value: entry.reason });
    case 'evidence': {
      const photo = entry.photo === null ? undefined : photos[entry.photo];
      const value = photo === undefined ? null : aPhotoPiece(photo.bytes, { proves: [aPoint(PLACES[0]!)] });
      return device.change(unit.id, { subjectId: PIECES[entry.at]! }, { field: 'evidence', value });
    }
  }
}

describe('what a phone says of what it could not send', () => {
  const said = async () =>
    await site.db
      .selectFrom('device_cursor')
      .select(['waiting', 'oldest_waiting_at as oldest', 'files_waiting as files'])
      .executeTakeFirstOrThrow();

  it('is kept until it asks the next time; a clock that goes fast is not believed', async () => {
    const field = await aField(site);
    const device = aDevice().id;
    const tell = async (wish: Parameters<typeof aPull>[0]) =>
      ok(await field.phone.post('/api/sync/pull', aPull({ device, ...wish })));
    await tell({ waiting: 3, oldestWaitingAt: '2024-05-01T02:00:00.000Z', filesWaiting: 8 });
    expect(await said()).toEqual({ waiting: 3, oldest: new Date('2024-05-01T02:00:00.000Z'), files: 8 });
    await tell({ waiting: 1, oldestWaitingAt: '2999-05-01T02:00:00.000Z', filesWaiting: 0 });
    expect((await said()).oldest!.getTime()).toBeLessThanOrEqual(Date.now());
    await tell({ waiting: 0 });
    expect(await said()).toEqual({ waiting: 0, oldest: null, files: null });
  });
});
