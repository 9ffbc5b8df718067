import type { Me } from '@patuh/shared/contracts/sign-in';

import type { Known } from '../../platform/identity/identities.ts';
import type { WhoIsHere } from '../../platform/identity/who-is-here.ts';
import type { Session } from '../../platform/session.ts';

/** What somebody who opens the field sees while no store is open. */
export type WayIn =
  | { readonly kind: 'wait' }
  /** Nobody has anything here: signing in decides. */
  | { readonly kind: 'elsewhere' }
  /** The same without a network: nothing can be opened. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'nothing-is-kept'; readonly me: Me }
  | { readonly kind: 'first-pin'; readonly me: Me; readonly found: Known | undefined }
  | { readonly kind: 'unlock'; readonly person: Known }
  | { readonly kind: 'choose'; readonly newcomer: Me | undefined };

/** What was pressed on these screens: a person, the list, or a PIN of one’s own. */
export type Wish =
  | { readonly kind: 'none' | 'list' | 'own-pin' }
  | { readonly kind: 'person'; readonly personId: string };

interface Place {
  readonly session: Session;
  /** Undefined until somebody looked. */
  readonly here: WhoIsHere | undefined;
  readonly wish: Wish;
  /** Signed in with a password just now, and not in since. */
  readonly arriving: boolean;
  readonly online: boolean;
}

export function wayIn({ session, here, wish, arriving, online }: Place): WayIn {
  if (here === undefined) return { kind: 'wait' };
  const { people, left } = here;
  const me = fieldWorker(session);
  if (me !== undefined && here.keeping === 'nothing') return { kind: 'nothing-is-kept', me };
  if (people.length + left.length === 0) {
    if (me !== undefined) return { kind: 'first-pin', me, found: undefined };
    return withoutStores(session, online);
  }
  if (wish.kind === 'person') {
    const chosen = of(people, wish.personId);
    if (chosen !== undefined) return { kind: 'unlock', person: chosen };
  }
  // Whoever just signed in with a password need not find themselves in a list.
  if (me !== undefined && (wish.kind === 'own-pin' || (wish.kind === 'none' && (arriving || people.length === 0)))) {
    const own = of(people, me.personId);
    return own === undefined
      ? { kind: 'first-pin', me, found: of(left, me.personId) }
      : { kind: 'unlock', person: own };
  }
  if (arriving && me === undefined) return { kind: 'elsewhere' };
  const [only] = people;
  if (only !== undefined && people.length + left.length === 1 && wish.kind === 'none') {
    return { kind: 'unlock', person: only };
  }
  return { kind: 'choose', newcomer: me === undefined || of(people, me.personId) !== undefined ? undefined : me };
}

/** Who is signed in, if the field is theirs and nothing else is demanded of them first. */
function fieldWorker(session: Session): Me | undefined {
  if (session.kind !== 'signed-in' || session.me.secondFactor.demanded) return undefined;
  return session.me.grants.some(({ role }) => role === 'assessor' || role === 'enumerator') ? session.me : undefined;
}

function withoutStores(session: Session, online: boolean): WayIn {
  const cannot = session.kind === 'unreachable' || (session.kind === 'signed-out' && !online);
  return { kind: cannot ? 'nobody' : 'elsewhere' };
}

function of(people: readonly Known[], personId: string): Known | undefined {
  return people.find((one) => one.personId === personId);
}
