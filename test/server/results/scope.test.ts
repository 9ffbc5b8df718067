import type { GovernmentResult } from '@patuh/shared/contracts/results';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aPeriod } from '../../support/assessments.ts';
import { aPerson, type Client, expectProblem, grant, signedIn } from '../../support/people.ts';
import { aCrew, aVerifiedUnit, anAnsweredUnit } from '../../support/results.ts';
import { aSite, type Site } from '../../support/site.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

let site: Site;
let periodId: Awaited<ReturnType<typeof aPeriod>>;
let unitOf: Record<string, string>;
beforeAll(async () => {
  site = await aSite({ history: false });
  periodId = await aPeriod(site.db);
  const crew = await aCrew(site);
  const there = await aCrew(site, '19');
  const province = await anAnsweredUnit(crew, { periodId, government: '53', users: 10 });
  const rote = await aVerifiedUnit(crew, { periodId, government: '53.14', users: 10 });
  const ngada = await aVerifiedUnit(crew, { periodId, government: '53.09', users: 10 });
  const belitung = await anAnsweredUnit(there, { periodId, government: '19.06', users: 10 });
  unitOf = { '53': province.id, '53.14': rote.id, '53.09': ngada.id, '19.06': belitung.id };
});
afterAll(async () => await site.close());

const reader = async (...grants: readonly ReturnType<typeof grant>[]): Promise<Client> =>
  await signedIn(site, await aPerson(site.db, { grants }));

describe('results', () => {
  it.each([
    ['the Sekda of a regency: that regency', () => reader(grant('sekda', '53.14')), ['53.14']],
    [
      'the Sekda of a province: the government of the province, not its regencies',
      () => reader(grant('sekda', '53')),
      ['53'],
    ],
    ['an observer of a regency: that regency', () => reader(grant('observer', '53.09')), ['53.09']],
    [
      'an observer of a province: every government there',
      () => reader(grant('observer', '53')),
      ['53', '53.09', '53.14'],
    ],
    [
      'somebody with two grants: both',
      () => reader(grant('sekda', '53.14'), grant('observer', '19.06')),
      ['19.06', '53.14'],
    ],
    [
      'a Sekda who also verifies in the province: the own government, for the office has its own pages',
      () => reader(grant('sekda', '53.14'), grant('verifier', '53'), grant('head', '53')),
      ['53.14'],
    ],
    ['a government without units in any period: none', () => reader(grant('sekda', '53.01')), []],
  ] as const)('are seen by %s', async (_, who, expected) => {
    const client = await who();
    const { results } = (await client.get('/api/results')).body as { results: readonly GovernmentResult[] };
    expect(results.map(({ government }) => government.code)).toEqual(expected);
    for (const code of ['53', '53.14', '53.09', '19.06']) {
      const answer = await client.get(`/api/results/${periodId}/${code}`);
      const unit = await client.get(`/api/results/${periodId}/${code}/units/${unitOf[code]}`);
      const isSeen = (expected as readonly string[]).includes(code);
      expect({ code, status: answer.status }).toEqual({ code, status: isSeen ? 200 : 404 });
      if (!isSeen) expectProblem(unit, 'not-found');
    }
  });

  it('of a foreign government, period or unit answer exactly like those of none', async () => {
    const sekda = await reader(grant('sekda', '53.14'));
    const [foreign, none] = [
      await sekda.get(`/api/results/${periodId}/53.09`),
      await sekda.get(`/api/results/${NOWHERE}/53.14`),
    ];
    expectProblem(foreign, 'not-found');
    expect(foreign.body).toEqual(none.body);
    const units = [
      await sekda.get(`/api/results/${periodId}/53.14/units/${unitOf['53.09']}`),
      await sekda.get(`/api/results/${periodId}/53.09/units/${unitOf['53.09']}`),
      await sekda.get(`/api/results/${periodId}/53.14/units/${NOWHERE}`),
    ];
    for (const answer of units) expect(answer.body).toEqual(none.body);
  });

  it('name the field of an address that cannot be', async () => {
    const sekda = await reader(grant('sekda', '53.14'));
    expectProblem(await sekda.get(`/api/results/${periodId}/5314`), 'invalid-request');
    expectProblem(await sekda.get('/api/results/2024/53.14'), 'invalid-request');
    expectProblem(await sekda.get(`/api/results/${periodId}/53.14/units/7`), 'invalid-request');
  });
});
