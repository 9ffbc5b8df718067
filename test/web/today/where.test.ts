import type { TodayEntry } from '@patuh/shared/contracts/today';
import { AssessmentId, PeriodId } from '@patuh/shared/domain/ids';
import { ProvinceCode } from '@patuh/shared/domain/government';
import { TODAY_KINDS } from '@patuh/shared/today/kinds';
import { areaOf, areasFor } from '../../../web/src/app/areas.tsx';
import { factsOf } from '@patuh/web/features/today/entry-facts';
import { formerAddress } from '@patuh/web/features/today/former-address';
import { allOf, oneOf } from '@patuh/web/features/today/where';
import { TOLD_TO } from '@patuh/shared/today/kinds';
import { describe, expect, it } from 'vitest';

const PERIOD = PeriodId.parse('00000000-0000-4000-8000-000000000002');
const ENTRY: TodayEntry = {
  name: 'Dinas Kesehatan',
  place: 'Kabupaten Rote Ndao',
  province: ProvinceCode.parse('53'),
  periodId: PERIOD,
  assessmentId: null,
  thingId: '00000000-0000-4000-8000-000000000003',
  count: 2,
  daysLeft: -1,
  own: false,
  detail: '81.25',
};

describe('every button of the first page', () => {
  it.each(TODAY_KINDS)('of %s leads to a page that whoever is told of it may open', (kind) => {
    for (const address of [allOf(kind, ENTRY), allOf(kind, undefined), oneOf(kind, ENTRY)]) {
      const [path = ''] = address.split('?');
      for (const role of TOLD_TO[kind]) {
        const area = areaOf(path, areasFor([role]));
        expect(area?.path, `${role} ${address}`).toBe(areaOf(path)?.path);
        expect(area?.path).not.toBe('/kantor');
      }
    }
  });

  it('leads to the very unit where there is one', () => {
    const assessmentId = AssessmentId.parse('00000000-0000-4000-8000-000000000004');
    expect(oneOf('conflicts', { ...ENTRY, assessmentId })).toBe(`/kantor/unit/${assessmentId}`);
    expect(allOf('to-verify', ENTRY)).toBe(`/kantor/unit?periode=${PERIOD}&provinsi=53&saya=1`);
    expect(oneOf('without-team', ENTRY)).toBe(`/kantor/rencana/${PERIOD}/unit?provinsi=53`);
  });

  it.each(TODAY_KINDS)('of %s says nothing that is not a word', (kind) => {
    for (const entry of [ENTRY, { ...ENTRY, detail: null, daysLeft: null, own: true }]) {
      expect(factsOf(kind, entry).join(' ')).not.toMatch(/undefined|null|NaN/);
    }
  });
});

describe('an address of the list from when it stood on the first page', () => {
  it('leads to the list, and any other one does not', () => {
    const former = (search: string) => formerAddress(new URLSearchParams(search));
    expect(former('')).toBeUndefined();
    expect(former('saya=1')).toBe('/kantor/unit?saya=1');
    expect(former(`periode=${PERIOD}.53&keadaan=submitted`)).toBe(
      `/kantor/unit?periode=${PERIOD}&keadaan=submitted&provinsi=53`,
    );
  });
});
