import type { Me } from '@patuh/shared/contracts/sign-in';
import { Grant, type Role } from '@patuh/shared/domain/actor';
import { SessionId } from '@patuh/shared/domain/ids';
import { describe, expect, it } from 'vitest';

import { wayIn, type WayIn } from '../../../web/src/features/identity/way-in.ts';
import type { Known } from '../../../web/src/platform/identity/identities.ts';
import type { WhoIsHere } from '../../../web/src/platform/identity/who-is-here.ts';
import type { Session } from '../../../web/src/platform/session.ts';
import { ANI, YOSEF } from './phone.ts';

const CUSTODY = { keyId: 'ab'.repeat(32), wrapped: 'AA==' };
const ani: Known = { personId: ANI.personId, name: ANI.name, custody: CUSTODY };
const yosef: Known = { personId: YOSEF.personId, name: YOSEF.name, custody: CUSTODY };

const phone = (people: readonly Known[], left: readonly Known[] = []): WhoIsHere => ({
  people,
  left,
  keeping: 'keeps',
});

function meOf(person: typeof ANI, role: Role = 'assessor', demanded = false): Me {
  const sessionId = SessionId.parse('9e107d9d-372b-4b68-8a2f-1f1d6a9d4c11');
  const secondFactor = { on: false, demanded, recoveryCodesLeft: 0 };
  return {
    ...person,
    sessionId,
    grants: [Grant.parse({ role, scope: { kind: 'province', code: '53' } })],
    secondFactor,
  };
}
const signedIn = (me: Me): Session => ({ kind: 'signed-in', token: 't', me, arrived: false });
const OUT: Session = { kind: 'signed-out', why: 'never' };

const at = (session: Session, here: WhoIsHere, more: object = {}): WayIn =>
  wayIn({ session, here, wish: { kind: 'none' }, arriving: false, online: true, ...more });

describe('whoever opens the field while no store is open', () => {
  it('types their PIN at once where they are the only one here, whatever is known of the sign-in', () => {
    const sessions: readonly Session[] = [OUT, { kind: 'starting' }, signedIn(meOf(ANI))];
    for (const session of sessions) expect(at(session, phone([ani]))).toEqual({ kind: 'unlock', person: ani });
  });

  it('chooses a name where several are here, and is not shown a PIN page that is somebody else’s', () => {
    expect(at(signedIn(meOf(ANI)), phone([ani, yosef]))).toEqual({ kind: 'choose', newcomer: undefined });
  });

  it('goes straight to their own where they just gave the password', () => {
    const arriving = { arriving: true };
    expect(at(signedIn(meOf(YOSEF)), phone([ani, yosef]), arriving)).toEqual({ kind: 'unlock', person: yosef });
    expect(at(signedIn(meOf(YOSEF)), phone([ani]), arriving)).toMatchObject({ kind: 'first-pin', found: undefined });
  });

  it('finds what is left of theirs when the list of people is gone, and has to sign in for it', () => {
    expect(at(OUT, phone([], [ani]))).toEqual({ kind: 'choose', newcomer: undefined });
    expect(at(signedIn(meOf(ANI)), phone([], [ani]))).toMatchObject({ kind: 'first-pin', found: ani });
    expect(at(signedIn(meOf(YOSEF)), phone([], [ani]))).toMatchObject({ kind: 'first-pin', found: undefined });
  });

  it('hears before the first question that nothing is kept', () => {
    const keeping = { people: [], left: [], keeping: 'nothing' } as const;
    expect(at(signedIn(meOf(ANI)), keeping).kind).toBe('nothing-is-kept');
    expect(at(OUT, keeping).kind).toBe('elsewhere');
  });

  it('makes no store for whom the field is not, or of whom something else is demanded first', () => {
    expect(at(signedIn(meOf(ANI, 'verifier')), phone([])).kind).toBe('elsewhere');
    expect(at(signedIn(meOf(ANI, 'assessor', true)), phone([])).kind).toBe('elsewhere');
    expect(at(signedIn(meOf(ANI, 'verifier')), phone([yosef]), { arriving: true }).kind).toBe('elsewhere');
  });

  it('is told the truth where nobody is here and nothing can be reached', () => {
    expect(at(OUT, phone([]), { online: false }).kind).toBe('nobody');
    expect(at(OUT, phone([])).kind).toBe('elsewhere');
  });
});
