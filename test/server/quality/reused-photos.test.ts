import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { tallyPhotos } from '@patuh/server/features/quality/queries';
import { ProvinceCode } from '@patuh/shared/domain/government';
import type { PeriodId } from '@patuh/shared/domain/ids';

import { anAssessment, aPeriod, type TestAssessment } from '../../support/assessments.ts';
import { aDatabase, emptyTables, type TestDatabase } from '../../support/database.ts';
import { aPerson, type TestPerson } from '../../support/people.ts';

/** The figure names photos that were sent for two units, and betrays no second visit. */

let database: TestDatabase;
let season: PeriodId;
let again: PeriodId;
let person: TestPerson;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());
beforeEach(async () => {
  const { db } = database;
  await emptyTables(db);
  person = await aPerson(db, { grants: [] });
  season = await aPeriod(db);
  again = await aPeriod(db, { kind: 'comparison', compares: season });
});

/** A photo of the same look as every other one. */
async function photographed(of: TestAssessment): Promise<TestAssessment> {
  await sql`
    with file as (
      insert into evidence_file (sha256, type, size, look, stored_at)
      values (encode(sha256(${of.id}::text::bytea), 'hex'), 'image/jpeg', 1, '00ff00ff00ff00ff', now()) returning sha256
    ), arrived as (
      insert into assessment_file (assessment_id, sha256, person_id, received_at)
      select ${of.id}, sha256, ${person.id}::uuid, now() from file
    )
    insert into answer (assessment_id, indicator_id, subject_id, field, value, change_id, heads, person_id, at, version)
    select ${of.id}, '', 'foto', 'evidence',
      jsonb_build_object('kind', 'photo', 'file', jsonb_build_object('sha256', sha256)),
      gen_random_uuid(), '{}', ${person.id}::uuid, now(), 1
    from file`.execute(database.db);
  return of;
}

const reusedIn = async (periodId: PeriodId): Promise<number | undefined> =>
  (await tallyPhotos(database.db, { periodId, province: ProvinceCode.parse('53') }))[0]?.reused;

describe('a photo that looks like one of another unit', () => {
  it('counts, of this year and of an earlier one, also of the same unit', async () => {
    const { unit } = await photographed(await anAssessment(database.db, { periodId: season }));
    expect(await reusedIn(season)).toBe(0);
    const periodId = await aPeriod(database.db, { year: 2023 });
    await photographed(await anAssessment(database.db, { periodId, unit }));
    expect(await reusedIn(season)).toBe(1);
    await photographed(await anAssessment(database.db, { periodId: season }));
    expect(await reusedIn(season)).toBe(2);
  });

  it('does not count where the other was taken on a second visit, of this unit or another', async () => {
    const { unit } = await photographed(await anAssessment(database.db, { periodId: season }));
    await photographed(await anAssessment(database.db, { periodId: again, unit }));
    await photographed(await anAssessment(database.db, { periodId: again }));
    expect(await reusedIn(season)).toBe(0);
  });

  it('of a second visit counts where another unit has it, and not where the first visit of the same has it', async () => {
    const { unit } = await photographed(await anAssessment(database.db, { periodId: season }));
    await photographed(await anAssessment(database.db, { periodId: again, unit }));
    expect(await reusedIn(again)).toBe(0);
    await photographed(await anAssessment(database.db, { periodId: season }));
    expect(await reusedIn(again)).toBe(1);
  });
});
