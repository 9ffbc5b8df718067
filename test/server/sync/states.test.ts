import { randomUUID } from 'node:crypto';

import { inTransaction } from '@patuh/server/platform/database';
import type { PushAnswer } from '@patuh/shared/contracts/sync';
import type { Change } from '@patuh/shared/domain/change';
import { PointId, ReleaseId } from '@patuh/shared/domain/ids';
import { IndicatorId } from '@patuh/shared/domain/instrument';
import { SubjectId } from '@patuh/shared/domain/assessment';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { pulled } from '../../support/assessments.ts';
import { aDevice, type TestDevice } from '../../support/changes.ts';
import { aField, type Field, outcomes, putInto } from '../../support/field.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
let device: TestDevice;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
  device = aDevice();
});

const AT = { indicatorId: 'penjaminan-mutu' };
const push = async (...changes: readonly Change[]): Promise<readonly string[]> =>
  outcomes(((await field.phone.post('/api/sync/push', { changes })).body as PushAnswer).answers);

describe('a change of a unit that was handed in', () => {
  it.each(['submitted', 'verified'] as const)(
    'comes late when it is %s: stored, listed, and nothing moves',
    async (state) => {
      const first = device.level(field.unit.id, AT, 3);
      await push(first);
      await putInto(field, field.unit.id, state);
      const before = await pulled(field.phone, field.unit.id);
      const late = device.level(field.unit.id, AT, 0, [first.id]);
      expect(await push(late)).toEqual(['late']);
      expect(await push(late)).toEqual(['duplicate']);
      const after = await pulled(field.phone, field.unit.id);
      expect(after).toMatchObject({
        state: before.state,
        version: before.version + 1,
        answersHash: before.answersHash,
        cells: before.cells,
        late: [{ changeId: late.id, indicatorId: AT.indicatorId, subjectId: 'unit', by: 'Maria', decision: 'waiting' }],
      });
    },
  );

  it('is taken as usual while it is given back, and answers the point at its place', async () => {
    const first = device.level(field.unit.id, AT, 3);
    await push(first);
    await putInto(field, field.unit.id, 'returned');
    const here = await aPoint('penjaminan-mutu', null);
    const there = await aPoint('persyaratan', 'product-1');
    const beside = await aPoint('persyaratan', 'product-2');
    expect(
      await push(
        device.level(field.unit.id, AT, 2, [first.id]),
        device.change(
          field.unit.id,
          { indicatorId: 'persyaratan', subjectId: 'product-1' },
          { field: 'note', value: 'Sudah diumumkan' },
        ),
      ),
    ).toEqual(['applied', 'applied']);
    const { points } = await pulled(field.phone, field.unit.id);
    expect(new Map(points.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [here, 'answered'],
        [there, 'answered'],
        [beside, 'open'],
      ]),
    );
  });

  it('is refused and kept when the unit is recorded as not assessed', async () => {
    await putInto(field, field.unit.id, 'not-assessed');
    expect(await push(device.level(field.unit.id, AT, 1))).toEqual(['refused closed']);
    expect(await site.db.selectFrom('quarantined_change').select('reason').execute()).toEqual([{ reason: 'closed' }]);
  });

  it('is refused when its result is published, unless it was given back for a correction', async () => {
    await push(device.level(field.unit.id, AT, 1));
    await putInto(field, field.unit.id, 'verified');
    await aPublishedRelease();
    expect(await push(device.level(field.unit.id, AT, 2))).toEqual(['refused closed']);
    await putInto(field, field.unit.id, 'returned');
    expect(await push(device.level(field.unit.id, AT, 2))).toEqual(['applied']);
  });
});

async function aPoint(indicatorId: string, subjectId: string | null): Promise<PointId> {
  const id = PointId.parse(randomUUID());
  await inTransaction(site.db, async (trx) => {
    await trx
      .insertInto('returned_point')
      .values({
        id,
        assessment_id: field.unit.id,
        indicator_id: IndicatorId.parse(indicatorId),
        subject_id: subjectId === null ? null : SubjectId.parse(subjectId),
        reason: 'Foto tidak menunjukkan papan pengumuman',
        returned_by: field.yosef.id,
        returned_at: new Date(),
        state: 'open',
        settled_by: null,
        settled_at: null,
      })
      .execute();
  });
  return id;
}

async function aPublishedRelease(): Promise<void> {
  const at = new Date();
  await inTransaction(site.db, async (trx) => {
    await trx
      .insertInto('publication')
      .values({
        id: '53-2024-1' as never,
        chain: 'main',
        sequence: 1,
        scope_kind: 'province',
        scope_code: '53',
        year: 2024,
        publication_kind: 'imported',
        title: 'Uji',
        hash: 'a'.repeat(64),
        previous: null,
        replaces: null,
        key_id: 'b'.repeat(64),
        published_at: at,
        bytes: '{}',
      })
      .execute();
    await trx
      .insertInto('release')
      .values({
        id: ReleaseId.parse(randomUUID()),
        period_id: field.unit.periodId,
        province_code: field.unit.unit.province,
        state: 'published',
        decree_number: '1/2024',
        decree_date: '2024-11-14',
        replaces: null,
        reason: null,
        content: '{}',
        content_hash: 'c'.repeat(64),
        prepared_by: field.maria.id,
        prepared_at: at,
        decided_by: field.yosef.id,
        decided_at: at,
        publication_id: '53-2024-1' as never,
      })
      .execute();
  });
}
