import type { Me } from '@patuh/shared/contracts/sign-in';

import { areasFor } from './areas.tsx';

const ACCOUNT = '/akun';

/** Where somebody begins after signing in. */
export function homeOf(me: Me): string {
  if (me.secondFactor.demanded) return ACCOUNT;
  return areasFor(me.grants.map(({ role }) => role))[0]?.path ?? ACCOUNT;
}

/** The sign-in page, from which one comes back to this address. */
export function signInAddress(address: string): string {
  return address === '/masuk' || address === '/' ? '/masuk' : `/masuk?lanjut=${encodeURIComponent(address)}`;
}

/** Where to go on after signing in: only to screens of the app, never to an address that somebody slipped in. */
export function wayOn(search: string, me: Me): string {
  const wanted = new URLSearchParams(search).get('lanjut') ?? '';
  const known = /^\/(?:akun|latihan|lapangan|kantor|sekda)(?:[/?][\w\-./?=&%~]*)?$/.test(wanted);
  return known && !me.secondFactor.demanded ? wanted : homeOf(me);
}
