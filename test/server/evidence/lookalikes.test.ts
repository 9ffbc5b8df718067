import { findLookalikes } from '@patuh/server/features/evidence/queries';
import type { SubjectId } from '@patuh/shared/domain/assessment';
import { Look } from '@patuh/shared/domain/evidence';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { lookDistance, SAME_LOOK } from '@patuh/shared/domain/look';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { anAssessment, type TestAssessment } from '../../support/assessments.ts';
import { aDatabase, emptyTables, type TestDatabase } from '../../support/database.ts';
import { aPerson } from '../../support/people.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.close());
beforeEach(async () => await emptyTables(database.db));

const NTT = ProvinceCode.parse('53');

/** The photos of a unit, each a piece of its evidence. */
async function photos(unit: TestAssessment, person: string, looks: readonly Look[], name: string): Promise<void> {
  await sql`
    with photo as (
      select look, number, encode(sha256((${name} || number)::bytea), 'hex') as sha256
      from unnest(${looks}::text[]) with ordinality as photo (look, number)
    ), file as (
      insert into evidence_file (sha256, type, size, look, stored_at)
      select sha256, 'image/jpeg', 1, look, now() from photo
    ), arrived as (
      insert into assessment_file (assessment_id, sha256, person_id, received_at)
      select ${unit.id}, sha256, ${person}::uuid, now() from photo
    )
    insert into answer (assessment_id, indicator_id, subject_id, field, value, change_id, heads, person_id, at, version)
    select ${unit.id}, '', ${name} || '-' || number, 'evidence',
      jsonb_build_object('kind', 'photo', 'file', jsonb_build_object('sha256', sha256)),
      gen_random_uuid(), '{}', ${person}::uuid, now(), 1
    from photo`.execute(database.db);
}

const look = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
/** Bits that are another picture, the same picture, or at the edge of it. */
const flips = fc.uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 10 });
const asLook = (bits: bigint): Look => Look.parse(bits.toString(16).padStart(16, '0'));
const flipped = (bits: bigint, at: readonly number[]): bigint =>
  at.reduce((all, bit) => all ^ (1n << BigInt(bit)), bits);

describe('photos that look alike', () => {
  it('are those that comparing every photo with every other finds, whichever bits differ', async () => {
    const { db } = database;
    await fc.assert(
      fc.asyncProperty(
        fc.array(look, { minLength: 1, maxLength: 3 }),
        fc.array(fc.tuple(fc.nat({ max: 2 }), flips), { minLength: 1, maxLength: 30 }),
        async (own, copies) => {
          await emptyTables(db);
          const { id: person } = await aPerson(db, { grants: [] });
          const [mine, theirs] = [await anAssessment(db), await anAssessment(db)];
          const others = copies.map(([of, at]) => flipped(own[of % own.length]!, at));
          await photos(mine, person, own.map(asLook), 'mine');
          await photos(theirs, person, others.map(asLook), 'theirs');
          const found = await findLookalikes(db, mine.id, NTT);
          const named = (subjectId: SubjectId, other: SubjectId, distance: number) =>
            `${subjectId} ${other} ${distance}`;
          const expected = own.flatMap((one, i) =>
            others.flatMap((other, j) => {
              const distance = lookDistance(asLook(one), asLook(other));
              return distance <= SAME_LOOK ? [`mine-${i + 1} theirs-${j + 1} ${distance}`] : [];
            }),
          );
          expect(found.map(({ subjectId, distance, other }) => named(subjectId, other.subjectId, distance)).toSorted())
            // No more than can be compared by eye are listed.
            .toEqual(expected.toSorted());
        },
      ),
      { numRuns: 40 },
    );
  });
});
