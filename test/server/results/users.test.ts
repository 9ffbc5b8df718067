import type { UnitResult } from '@patuh/shared/contracts/results';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { aPeriod } from '../../support/assessments.ts';
import { aCrew, aSekda, aVerifiedUnit } from '../../support/results.ts';
import { aSite, type Site } from '../../support/site.ts';

const ROTE = '53.14';
const SAID = 'Saya ditertawakan di loket dua';

let site: Site;
let text: string;
let unit: UnitResult;
beforeAll(async () => {
  site = await aSite({ history: false });
  const periodId = await aPeriod(site.db);
  const crew = await aCrew(site);
  const { id } = await aVerifiedUnit(crew, {
    periodId,
    government: ROTE,
    users: 12,
    // 7 and 5 of 12 in one question, 8 and 4 in the next, all alike in the rest.
    level: ({ id: indicator, maximum }, subject) => {
      if (!subject.startsWith('user-')) return 2;
      const number = numberOf(subject);
      if (indicator === 'penundaan-berlarut') return number < 7 ? 3 : 1;
      if (indicator === 'permintaan-imbalan') return number < 8 ? 3 : 0;
      return maximum;
    },
    also: (device, assessmentId, full) => {
      const user = full.find(({ subjectId }) => subjectId.startsWith('user-'))?.subjectId ?? '';
      return [
        device.change(assessmentId, { indicatorId: 'tidak-kompeten', subjectId: user }, { field: 'note', value: SAID }),
        device.change(
          assessmentId,
          { indicatorId: 'motto', subjectId: 'product-1' },
          { field: 'note', value: 'Papan kusam' },
        ),
      ];
    },
  });
  const answer = await (await aSekda(site, ROTE)).get(`/api/results/${periodId}/${ROTE}/units/${id}`);
  expect(answer.status).toBe(200);
  unit = answer.body;
  text = JSON.stringify({ ...unit, instrument: null });
});
afterAll(async () => await site.close());

const known: string[] = [];
function numberOf(subject: string): number {
  if (!known.includes(subject)) known.push(subject);
  return known.indexOf(subject);
}

const distribution = (id: string) => unit.distributions.find(({ indicatorId }) => indicatorId === id);

describe('of users a Sekda office learns', () => {
  it('how many chose each level, where everybody has at least four others beside them', () => {
    expect(distribution('penundaan-berlarut')).toMatchObject({ users: 12, counts: [0, 5, 0, 7] });
    expect(distribution('tidak-kompeten')).toMatchObject({ users: 12, counts: [0, 0, 0, 12] });
  });

  it('only the merged level where four could be picked out', () => {
    expect(distribution('permintaan-imbalan')).toMatchObject({ users: 12, counts: null });
    const merged = unit.merged.find(({ indicatorId }) => indicatorId === 'permintaan-imbalan');
    expect(merged?.value).toEqual({ kind: 'merged', sum: 24, n: 12 });
  });

  it('how many there were, and why no more', () => {
    expect(unit.users).toMatchObject({ interviewed: 12, target: 30, minimum: 10 });
    expect(unit.users.reason).not.toBeNull();
  });

  it('no id, profile, note or single answer', () => {
    expect(text).not.toContain('user-0');
    expect(text).not.toContain(SAID);
    for (const word of ['gender', 'ageBand', 'education', 'upper-secondary', 'female'])
      expect(text).not.toContain(word);
    const asked = new Set(
      unit.instrument.tree.flatMap(function ids(node): readonly string[] {
        if (node.node === 'branch') return node.children.flatMap(ids);
        return node.subject === 'user' ? [node.id] : [];
      }),
    );
    expect(asked.size).toBe(5);
    expect(unit.observed.filter(({ indicatorId }) => asked.has(indicatorId))).toEqual([]);
    expect(unit.subjects.map(({ kind }) => kind)).not.toContain('user');
  });
});

describe('of everything else it learns', () => {
  it('the level of each product, officer and complaint officer, with the note', () => {
    expect(unit.observed).toHaveLength(217 - 150);
    expect(unit.observed).toContainEqual({
      indicatorId: 'motto',
      subjectId: 'product-1',
      level: 2,
      notApplicable: null,
      note: 'Papan kusam',
    });
    expect(unit.subjects.find(({ id }) => id === 'product-1')).toMatchObject({
      kind: 'product',
      number: 1,
      name: 'Produk layanan 1',
    });
  });
});
