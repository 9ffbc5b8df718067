import type { Change } from '@patuh/shared/domain/change';
import { PersonId, SessionId } from '@patuh/shared/domain/ids';
import type { SignedIn } from '@patuh/shared/contracts/sign-in';
import { afterEach, describe, expect, it } from 'vitest';

import { httpFieldServer } from '../../../web/src/platform/field-store/http-field-server.ts';
import { signedIn } from '../../../web/src/platform/session.ts';

const network = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = network;
});

const MARIA = PersonId.parse('76995c41-9c4f-4c46-8f0b-b9eac08afccb');
const YOSEF = PersonId.parse('0b5f2f4e-7c1f-4a39-9b69-6d3e3a2b1c0d');

const answerFor = (personId: PersonId, accessToken: string): SignedIn => ({
  kind: 'signed-in',
  accessToken,
  expiresAt: '2026-11-22T06:00:00.000Z',
  me: {
    personId,
    sessionId: SessionId.parse('9e107d9d-372b-4b68-8a2f-1f1d6a9d4c11'),
    name: 'Siapa',
    email: 's@contoh.example',
    grants: [],
    secondFactor: { on: false, demanded: false, recoveryCodesLeft: 0 },
    demo: false,
  },
});

const OURS = { 'content-type': 'application/json; charset=utf-8', 'x-patuh-answer': '1' };
const SIGNED_OUT = { type: 'urn:patuh:problem:signed-out', code: 'signed-out', title: 'x', status: 401 };

/** The far end: knows one token, and gives the next to whoever has the cookie. Keeps what was pushed, by token. */
function aServer(good: string, cookieOf: SignedIn): string[] {
  const pushed: string[] = [];
  globalThis.fetch = async (address, init) => {
    const token = new Headers(init?.headers).get('authorization') ?? '';
    if (typeof address === 'string' && address.endsWith('/refresh')) {
      return await Promise.resolve(new Response(JSON.stringify(cookieOf), { headers: OURS }));
    }
    if (token !== `Bearer ${good}`) {
      const headers = { 'content-type': 'application/problem+json' };
      return await Promise.resolve(new Response(JSON.stringify(SIGNED_OUT), { headers, status: 401 }));
    }
    pushed.push(token);
    return await Promise.resolve(new Response('{"answers":[],"receipts":[]}', { headers: OURS }));
  };
  return pushed;
}

const CHANGES: readonly Change[] = [];

describe('what somebody entered', () => {
  it('is sent as them, also after their token ran out', async () => {
    signedIn(answerFor(MARIA, 'old'));
    const pushed = aServer('new', answerFor(MARIA, 'new'));
    expect(await httpFieldServer(MARIA).push(CHANGES)).toMatchObject({ kind: 'ok' });
    expect(pushed).toEqual(['Bearer new']);
  });

  it('is never sent as whoever signed in after them on the device', async () => {
    signedIn(answerFor(YOSEF, 'his'));
    const pushed = aServer('his', answerFor(YOSEF, 'his'));
    expect(await httpFieldServer(MARIA).push(CHANGES)).toMatchObject({ problem: { code: 'signed-out' } });
    expect(pushed).toEqual([]);
  });

  it('is never sent as whoever the cookie belongs to by now', async () => {
    signedIn(answerFor(MARIA, 'hers, revoked'));
    const pushed = aServer('his', answerFor(YOSEF, 'his'));
    expect(await httpFieldServer(MARIA).push(CHANGES)).toMatchObject({ problem: { code: 'signed-out' } });
    expect(pushed).toEqual([]);
  });
});
