import { whyNotPlan } from '@patuh/server/features/unit-plan/policy';
import { whyNotChange, whyNotRead } from '@patuh/server/platform/register/policy';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { takesPart } from '@patuh/shared/domain/period';
import { describe, expect, it } from 'vitest';

import { grant } from '../../support/people.ts';

const NTT = ProvinceCode.parse('53');
const DEMO = ProvinceCode.parse('99');

describe('the register and the plan of a province', () => {
  it.each([
    ['the head', grant('head', '53'), undefined, undefined],
    ['a verifier', grant('verifier', '53'), undefined, 'not-permitted'],
    ['the national office', grant('national-admin'), undefined, 'not-permitted'],
    ['the head of another province', grant('head', '19'), 'not-found', 'not-found'],
    ['an assessor', grant('assessor', '53'), 'not-found', 'not-found'],
    ['a Sekda of the province', grant('sekda', '53.09'), 'not-found', 'not-found'],
  ] as const)('of %s', (_who, one, reading, changing) => {
    expect(whyNotRead({ grants: [one] }, NTT)).toBe(reading);
    expect(whyNotChange({ grants: [one] }, NTT)).toBe(changing);
  });

  it('keep the demo and reality apart, and the trial of one office from the others', () => {
    expect(takesPart({ chain: 'main', province: null }, NTT)).toBe(true);
    expect(takesPart({ chain: 'main', province: null }, DEMO)).toBe(false);
    expect(takesPart({ chain: 'demo', province: null }, NTT)).toBe(false);
    expect(takesPart({ chain: 'main', province: ProvinceCode.parse('19') }, NTT)).toBe(false);
  });

  it('are planned until the result is published, and never by hand where a lot decides', () => {
    const season = { kind: 'season', chain: 'main', province: null, published: false } as const;
    expect(whyNotPlan(season)).toBeUndefined();
    expect(whyNotPlan({ ...season, kind: 'trial' })).toBeUndefined();
    expect(whyNotPlan({ ...season, published: true })).toBe('plan-closed');
    expect(whyNotPlan({ ...season, kind: 'comparison' })).toBe('plan-closed');
  });
});
