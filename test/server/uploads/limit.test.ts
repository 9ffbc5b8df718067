import { MOST_FILES } from '@patuh/shared/domain/evidence';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { emptyTables } from '../../support/database.ts';
import { aField, type Field } from '../../support/field.ts';
import { expectProblem } from '../../support/people.ts';
import { aSite, type Site } from '../../support/site.ts';
import { aPhoto, fileOf, sender, someBytes, type TestFile } from '../../support/uploads.ts';

let site: Site;
let field: Field;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  field = await aField(site);
});

/** So many files of the unit are here already. */
async function haveFiles(count: number): Promise<void> {
  const hashes = sql`select lpad(to_hex(n), 64, '0') as sha256 from generate_series(1, ${count}::integer) as n`;
  await sql`
    insert into evidence_file (sha256, type, size, stored_at) select sha256, 'application/pdf', 1, now() from (${hashes})`.execute(
    site.db,
  );
  await sql`
    insert into assessment_file (assessment_id, sha256, person_id, received_at)
    select ${field.unit.id}, sha256, ${field.maria.id}, now() from (${hashes})`.execute(site.db);
}

const MANY = 8;
const files = Array.from({ length: MANY }, (_, index) => fileOf(someBytes(100, index)));

describe('the room of a unit for files', () => {
  it('is given to one of many that ask for the last of it at the same moment', async () => {
    await haveFiles(MOST_FILES - 1);
    const phone = sender(site, field.phone);
    const begun = await Promise.all(files.map(async (file) => await phone.begin(file, field.unit.id)));
    expect(begun.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of begun.filter(({ status }) => status !== 201)) expectProblem(answer, 'too-many-files');
  });

  it('is there for a file that was begun before, by a colleague too', async () => {
    const photo: TestFile = await aPhoto(31);
    const phone = sender(site, field.phone);
    expect((await phone.begin(photo, field.unit.id)).status).toBe(201);
    await haveFiles(MOST_FILES - 1);
    expectProblem(await phone.begin(files[0]!, field.unit.id), 'too-many-files');
    expect((await sender(site, field.helper).begin(photo, field.unit.id, photo.bytes)).status).toBe(201);
    expect((await phone.begin(photo, field.unit.id, photo.bytes)).status).toBe(201);
  });
});
