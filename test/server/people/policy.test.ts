import {
  changeOf,
  fitsScope,
  mayKnow,
  type PlacedGrant,
  whyNotAccount,
  whyNotGrant,
} from '@patuh/server/features/people/policy';
import { type Grant, ROLES, type Role } from '@patuh/shared/domain/actor';
import { GovernmentCode, ProvinceCode } from '@patuh/shared/domain/government';
import { PersonId } from '@patuh/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import { grant } from '../../support/people.ts';

const ME = PersonId.parse('11111111-1111-4111-8111-111111111111');
const THEM = PersonId.parse('22222222-2222-4222-8222-222222222222');
const UNIT = '33333333-3333-4333-8333-333333333333';

const place = (code: string | null): ProvinceCode | null => (code === null ? null : ProvinceCode.parse(code));
const placed = (one: Grant, province: string | null, government: string | null = null): PlacedGrant => ({
  grant: one,
  province: place(province),
  government: government === null ? null : GovernmentCode.parse(government),
});
const by = (...grants: readonly Grant[]) => ({ personId: ME, grants });

const ADMIN = by(grant('national-admin'));
const HEAD = by(grant('head', '53'));
const SEKDA = by(grant('sekda', '53.01'));
const GIVEN_BY_HEAD = new Set<Role>(['verifier', 'assessor', 'enumerator', 'sekda', 'unit-contact', 'observer']);

/** One grant of each role in a province. */
const OF_ROLE: Readonly<Record<Role, (province: string) => PlacedGrant>> = {
  'national-admin': () => placed(grant('national-admin'), null),
  head: (province) => placed(grant('head', province), province),
  verifier: (province) => placed(grant('verifier', province), province),
  assessor: (province) => placed(grant('assessor', province), province),
  enumerator: (province) => placed(grant('enumerator', province), province),
  sekda: (province) => placed(grant('sekda', `${province}.01`), province, `${province}.01`),
  'unit-contact': (province) => placed(grant('unit-contact', UNIT), province, `${province}.01`),
  observer: (province) => placed(grant('observer', `${province}.01`), province, `${province}.01`),
};

describe('giving and taking a grant', () => {
  it.each(ROLES)('of %s is the national office’s, wherever it lies', (role) => {
    expect(whyNotGrant(ADMIN, OF_ROLE[role]('53'))).toBeUndefined();
    expect(whyNotGrant(ADMIN, OF_ROLE[role]('19'))).toBeUndefined();
  });

  it.each(ROLES)('of %s is a head’s only in the own province, and never of equals', (role) => {
    const own = GIVEN_BY_HEAD.has(role) ? undefined : 'grant-not-permitted';
    expect(whyNotGrant(HEAD, OF_ROLE[role]('53'))).toBe(own);
    expect(whyNotGrant(HEAD, OF_ROLE[role]('19'))).toBe('grant-not-permitted');
  });

  it.each(ROLES)('of %s is a Sekda office’s only where it makes a contact of a unit of its own', (role) => {
    const own = role === 'unit-contact' ? undefined : 'grant-not-permitted';
    expect(whyNotGrant(SEKDA, OF_ROLE[role]('53'))).toBe(own);
    expect(whyNotGrant(SEKDA, OF_ROLE[role]('19'))).toBe('grant-not-permitted');
    expect(whyNotGrant(SEKDA, placed(grant('unit-contact', UNIT), '53', '53.02'))).toBe('grant-not-permitted');
  });

  it.each(ROLES.filter((role) => !['national-admin', 'head', 'sekda'].includes(role)))('is never of %s', (role) => {
    const actor = by(OF_ROLE[role]('53').grant);
    for (const given of ROLES) expect(whyNotGrant(actor, OF_ROLE[given]('53'))).toBe('grant-not-permitted');
  });

  it('for a unit that does not exist is nobody’s but the national office’s', () => {
    expect(whyNotGrant(HEAD, placed(grant('unit-contact', UNIT), null))).toBe('grant-not-permitted');
  });
});

describe('a role and its scope', () => {
  it.each([
    [grant('national-admin'), true],
    [{ role: 'national-admin', scope: grant('head', '53').scope }, false],
    [grant('head', '53'), true],
    [{ role: 'head', scope: { kind: 'national' } }, false],
    [grant('sekda', '53.09'), true],
    [{ role: 'sekda', scope: grant('head', '53').scope }, false],
    [{ role: 'assessor', scope: { kind: 'national' } }, false],
    [{ role: 'observer', scope: grant('head', '53').scope }, true],
    [{ role: 'unit-contact', scope: grant('sekda', '53.09').scope }, false],
  ] as readonly (readonly [Grant, boolean])[])('%j fit: %s', (one, fits) => {
    expect(fitsScope(one)).toBe(fits);
  });
});

describe('an account', () => {
  const two = [OF_ROLE.verifier('53'), OF_ROLE.verifier('19')];

  it('is known to a head if one grant lies in the own province', () => {
    expect(mayKnow(HEAD, two)).toBe(true);
    expect(mayKnow(HEAD, [OF_ROLE.verifier('19')])).toBe(false);
    expect(mayKnow(HEAD, [OF_ROLE['national-admin']('53')])).toBe(false);
    expect(mayKnow(HEAD, [])).toBe(false);
    expect(mayKnow(ADMIN, [])).toBe(true);
  });

  it('is known to a Sekda office only as a contact of a unit of its own', () => {
    expect(mayKnow(SEKDA, [OF_ROLE['unit-contact']('53'), OF_ROLE.verifier('53')])).toBe(true);
    for (const role of ROLES.filter((one) => one !== 'unit-contact')) {
      expect(mayKnow(SEKDA, [OF_ROLE[role]('53')])).toBe(false);
    }
    expect(mayKnow(SEKDA, [placed(grant('unit-contact', UNIT), '53', '53.02')])).toBe(false);
  });

  it.each([
    ['somebody of the own province', HEAD, [OF_ROLE.verifier('53')], undefined],
    ['somebody who works for two provinces', HEAD, two, 'grant-not-permitted'],
    ['another head', HEAD, [OF_ROLE.head('53')], 'grant-not-permitted'],
    ['a contact of an own unit', SEKDA, [OF_ROLE['unit-contact']('53')], undefined],
    [
      'a contact of an own unit who also verifies',
      SEKDA,
      [OF_ROLE['unit-contact']('53'), OF_ROLE.verifier('53')],
      'grant-not-permitted',
    ],
    [
      'a contact of units of two governments',
      SEKDA,
      [OF_ROLE['unit-contact']('53'), placed(grant('unit-contact', UNIT), '53', '53.02')],
      'grant-not-permitted',
    ],
    [
      'an administrator who is also an assessor',
      HEAD,
      [OF_ROLE.assessor('53'), OF_ROLE['national-admin']('')],
      'grant-not-permitted',
    ],
    ['somebody who works for two provinces', ADMIN, two, undefined],
    ['another head', ADMIN, [OF_ROLE.head('53')], undefined],
  ] as const)('of %s', (_who, actor, held, why) => {
    expect(whyNotAccount(actor, { id: THEM, held })).toBe(why);
  });

  it('of one’s own is for somebody else to reset or close', () => {
    expect(whyNotAccount(ADMIN, { id: ME, held: [] })).toBe('not-on-oneself');
  });
});

describe('replacing grants', () => {
  const [sekda, verifier, elsewhere] = [OF_ROLE.sekda('53'), OF_ROLE.verifier('53'), OF_ROLE.verifier('19')];

  it('takes what is missing and gives what is new, each once', () => {
    expect(changeOf(HEAD, [sekda], [verifier, verifier])).toEqual({ given: [verifier], taken: [sekda] });
    expect(changeOf(HEAD, [sekda], [sekda])).toEqual({ given: [], taken: [] });
  });

  it('leaves what lies outside the caller’s scope', () => {
    expect(changeOf(HEAD, [sekda, elsewhere], [])).toEqual({ given: [], taken: [sekda] });
    expect(changeOf(ADMIN, [sekda, elsewhere], [])).toEqual({ given: [], taken: [sekda, elsewhere] });
  });
});
