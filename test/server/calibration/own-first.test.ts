import type { CalibrationCase, MakingCases } from '@patuh/shared/contracts/calibration';
import { indicatorsOf } from '@patuh/shared/scoring/weights';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { aPeriod, aUnit } from '../../support/assessments.ts';
import { emptyTables } from '../../support/database.ts';
import { aPerson, type Client, grant, signedIn } from '../../support/people.ts';
import { instrumentOf } from '../../support/reference-instruments.ts';
import { aSite, type Site } from '../../support/site.ts';

/** Whoever is to answer a practice case answers before they are told, whatever else they are in the office. */

let site: Site;
let path: string;
let head: Client;
beforeAll(async () => {
  site = await aSite({ history: false });
});
afterAll(async () => await site.close());
beforeEach(async () => {
  await emptyTables(site.db);
  await aUnit(site.db);
  path = `/api/office/periods/${await aPeriod(site.db)}/calibration?province=53`;
  head = await as('head');
});

const AGREED = { level: 1, reason: 'Ada, tetapi tidak terlihat oleh pengguna.' };
const [indicator] = indicatorsOf(instrumentOf(2023).tree);
const CASE = { indicatorId: indicator!.id, situation: 'Maklumat di balik lemari arsip.', ...AGREED, photo: null };

async function as(...roles: readonly ('head' | 'verifier' | 'assessor' | 'enumerator')[]): Promise<Client> {
  return await signedIn(site, await aPerson(site.db, { grants: roles.map((role) => grant(role, '53')) }));
}

const agreedFor = async (client: Client): Promise<CalibrationCase['agreed'][]> => {
  const { cases }: MakingCases = (await client.get(path)).body;
  return cases.map(({ agreed }) => agreed);
};

describe('what was agreed about a practice case', () => {
  it('is told to an assessor who also verifies, or heads, only after their own answer', async () => {
    const made: MakingCases = (await head.post(path, CASE)).body;
    for (const roles of [
      ['assessor', 'verifier'],
      ['enumerator', 'verifier'],
      ['assessor', 'head'],
    ] as const) {
      const both = await as(...roles);
      expect(await agreedFor(both)).toEqual([null]);
      await both.put(`/api/calibration/${made.cases[0]!.id}/answer`, { level: 2 });
      expect(await agreedFor(both)).toEqual([AGREED]);
    }
  });

  it('is told to whoever wrote the case, and to who verifies and answers nothing', async () => {
    const both = await as('assessor', 'head');
    await head.post(path, CASE);
    const added: MakingCases = (await both.post(path, CASE)).body;
    expect(added.cases.map(({ agreed }) => agreed)).toEqual([null, AGREED]);
    expect(await agreedFor(head)).toEqual([AGREED, AGREED]);
    expect(await agreedFor(await as('verifier'))).toEqual([AGREED, AGREED]);
  });
});
