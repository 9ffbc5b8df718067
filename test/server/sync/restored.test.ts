import { beginGeneration } from '@patuh/server/platform/assessments/generation';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { PullAnswer } from '../../../web/src/platform/field-store/field-server.ts';
import { anAssessment, pushAll } from '../../support/assessments.ts';
import { aFolder, backUp, clearFolders, restoreInto } from '../../support/backups.ts';
import { aDevice } from '../../support/changes.ts';
import { aBlankDatabase, aDatabase, type TestDatabase } from '../../support/database.ts';
import { aField, type Field } from '../../support/field.ts';
import { aPull } from '../../support/pulls.ts';
import { aSite, type Site } from '../../support/site.ts';

let site: Site;
let field: Field;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  field = await aField(site);
});

const opened: TestDatabase[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map(async (database) => await database.close()));
  await clearFolders();
});

const AT = { indicatorId: 'penjaminan-mutu' };

async function pull(have: readonly { assessmentId: string; version: number }[]): Promise<PullAnswer> {
  const { status, body } = await field.phone.post('/api/sync/pull', { ...aPull(), have });
  expect(status).toBe(200);
  return body as PullAnswer;
}

describe('a server that came out of a backup', () => {
  it('sends a phone everything anew, although it counted up to the version that phone has', async () => {
    await pushAll(field.phone, [aDevice().level(field.unit.id, AT, 1)]);
    const [before] = (await pull([])).assessments;
    expect(before?.version).toBe(1);
    // What stands there now has the same number, and was never seen by the phone.
    await site.db.updateTable('answer').set({ value: '{"kind":"level","level":3}' }).execute();
    await beginGeneration(site.db);
    const { assessments, whole } = await pull([{ assessmentId: field.unit.id, version: 1 }]);
    expect(whole).toEqual([field.unit.id]);
    expect(assessments[0]?.cells[0]?.current.entry).toEqual({ field: 'answer', value: { kind: 'level', level: 3 } });
    const again = await pull([{ assessmentId: field.unit.id, version: assessments[0]!.version }]);
    expect(again.assessments).toEqual([]);
  });

  it('counts on in numbers of its own, also where the same backup is restored twice', async () => {
    const first = await aDatabase();
    opened.push(first);
    await anAssessment(first.db);
    await first.db.updateTable('assessment').set({ version: 7 }).execute();
    const { folder } = await backUp(first, { into: await aFolder() });
    const versions = [7];
    for (let time = 0; time < 2; time += 1) {
      const restored = await aBlankDatabase();
      opened.push(restored);
      await restoreInto(restored, folder);
      const { version } = await restored.db.selectFrom('assessment').select('version').executeTakeFirstOrThrow();
      versions.push(version);
    }
    expect(new Set(versions.map((version) => Math.floor(version / 100_000))).size).toBe(3);
    expect(versions.map((version) => version % 100_000)).toEqual([7, 7, 7]);
  });
});
