import { Me } from '@patuh/shared/contracts/sign-in';
import type { Role } from '@patuh/shared/domain/actor';
import { describe, expect, it } from 'vitest';

import { areaOf, areasFor } from '../../../web/src/app/areas.tsx';
import { homeOf, signInAddress, wayOn } from '../../../web/src/app/ways.ts';

function somebody(role: Role, demanded = false): Me {
  const scope = role === 'national-admin' ? { kind: 'national' } : { kind: 'province', code: '53' };
  return Me.parse({
    personId: '76995c41-9c4f-4c46-8f0b-b9eac08afccb',
    sessionId: 'a3d072f5-021e-4ec3-add8-b298207d1da4',
    name: 'Maria',
    email: 'maria@contoh.example',
    grants: [{ role, scope: role === 'sekda' ? { kind: 'government', code: '53.09' } : scope }],
    secondFactor: { on: false, demanded, recoveryCodesLeft: 0 },
    demo: false,
  });
}

describe('the way into the app', () => {
  it.each([
    ['assessor', '/lapangan'],
    ['enumerator', '/lapangan'],
    ['verifier', '/kantor'],
    ['head', '/kantor'],
    ['national-admin', '/kantor'],
    ['sekda', '/sekda'],
    ['observer', '/sekda'],
  ] as const)('begins for a %s at %s', (role, address) => {
    expect(homeOf(somebody(role))).toBe(address);
  });

  it('begins at the own account for whoever has no second factor yet', () => {
    expect(homeOf(somebody('head', true))).toBe('/akun');
    expect(wayOn('?lanjut=%2Fkantor%2Forang', somebody('head', true))).toBe('/akun');
  });

  it.each([
    '/kantor/orang',
    '/lapangan/unit/018f',
    '/kantor/jejak?kantor=53&sebelum=10',
    '/kantor/unit/018f?butir=persyaratan~product-1',
    '/akun',
  ])('goes on to %s', (way) => {
    const search = new URL(signInAddress(way), 'https://patuh.example').search;
    expect(wayOn(search, somebody('head'))).toBe(way);
  });

  it.each([
    '//jahat.example',
    'https://jahat.example',
    '/\\jahat.example',
    '/kantor//jahat"',
    '/peringkat/53/2024',
    'javascript:1',
  ])('does not follow %s', (way) => {
    expect(wayOn(`?lanjut=${encodeURIComponent(way)}`, somebody('head'))).toBe('/kantor');
  });
});

describe('the areas', () => {
  it('open by role', () => {
    const paths = (role: Role) => areasFor([role]).map(({ path }) => path);
    const watching = ['/kantor', '/kantor/unit', '/kantor/musim', '/kantor/rencana'];
    expect(paths('verifier').slice(0, 4)).toEqual(watching);
    expect(paths('verifier')).toContain('/kantor/berkas');
    expect(paths('verifier')).not.toContain('/kantor/orang');
    expect(paths('head').slice(0, 4)).toEqual(watching);
    expect(paths('head')).toEqual(expect.arrayContaining(['/kantor/penerbitan', '/kantor/orang', '/kantor/jejak']));
    expect(paths('head')).not.toContain('/kantor/sistem');
    expect(paths('national-admin')).toContain('/kantor/sistem');
    expect(paths('unit-contact')).toEqual([]);
  });

  it('belong to the longest path', () => {
    expect(areaOf('/kantor/orang/undang')?.path).toBe('/kantor/orang');
    expect(areaOf('/kantor/orangtua')?.path).toBe('/kantor');
    expect(areaOf('/masuk')).toBeUndefined();
  });
});
