import type { Contract } from '@patuh/shared/contracts/contract';
import { PROBLEMS } from '@patuh/shared/contracts/problems';
import { endSession, type Me, refreshSession, SignedIn } from '@patuh/shared/contracts/sign-in';
import type { PersonId } from '@patuh/shared/domain/ids';
import { useSyncExternalStore } from 'react';

import { type CallInput, type CallOk, NoAnswer, ProblemReply, send } from './call.ts';
import { mayBeSignedIn, oweSignOut, owesSignOut, rememberSignedIn } from './signed-in-hint.ts';

/**
 * Who is signed in on this device. The access token lives in memory only; the refresh token in a cookie that no script
 * can read. All tabs are one sign-in: what one learns it tells the others.
 */
export type Session =
  | { readonly kind: 'starting' }
  /** Nobody of ours answered at the start, so it is not known who sits here. */
  | { readonly kind: 'unreachable'; readonly fault: NoAnswer | ProblemReply }
  | { readonly kind: 'signed-out'; readonly why: 'never' | 'expired' | 'left' }
  /** `arrived`: with a password or a link on this device since the page was opened, not by what the browser kept. */
  | { readonly kind: 'signed-in'; readonly token: string; readonly me: Me; readonly arrived: boolean };

let session: Session = { kind: 'starting' };
let refreshing: Promise<void> | undefined;
const listeners = new Set<() => void>();
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('patuh-session');
const LOCK = 'patuh-session-refresh';

export function useSession(): Session {
  return useSyncExternalStore(onSession, currentSession);
}

export function currentSession(): Session {
  return session;
}

/** The signed-in person. Only inside the areas, which are shown to nobody else. */
export function useMe(): Me {
  const current = useSession();
  if (current.kind !== 'signed-in') throw new Error('useMe outside the signed-in part of the app');
  return current.me;
}

/** Finds out who sits here; also the way to try again. */
export async function startSession(): Promise<void> {
  if (!mayBeSignedIn() && !owesSignOut()) {
    set({ kind: 'signed-out', why: 'never' });
    return;
  }
  if (session.kind !== 'starting') set({ kind: 'starting' });
  await refreshOnce(undefined).catch(() => undefined);
}

/** Takes over the answer of a sign-in, here and in the other tabs. */
export function signedIn(answer: SignedIn): void {
  oweSignOut(false);
  takeOver(answer, true);
}

function takeOver(answer: SignedIn, arrived: boolean): void {
  rememberSignedIn(true);
  set({ kind: 'signed-in', token: answer.accessToken, me: answer.me, arrived: arrived || arrivedBefore(answer.me) });
  tellOtherTabs({ kind: 'signed-in', answer, arrived });
}

const ARRIVING = 'patuh-arriving';

/** Goes on at another page of the app; there, too, it is known that whoever is signed in just gave a password. */
export function arrivesAt(address: string): void {
  try {
    if (session.kind === 'signed-in' && session.arrived) sessionStorage.setItem(ARRIVING, session.me.personId);
  } catch {
    // Without it somebody finds their name in a list instead of their PIN at once.
  }
  window.location.replace(address);
}

/** Who gave a password on the page before, as long as the server did not confirm who sits here. */
export function whoArrives(): string | undefined {
  try {
    return sessionStorage.getItem(ARRIVING) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Once: the page after the next is like any other. */
function cameFromSignIn({ personId }: Me): boolean {
  const arriving = whoArrives();
  if (arriving !== undefined) sessionStorage.removeItem(ARRIVING);
  return arriving === personId;
}

/** A renewal does not make one somebody who was here all along. */
function arrivedBefore({ personId }: Me): boolean {
  return session.kind === 'signed-in' && session.me.personId === personId && session.arrived;
}

/** What is known of the person changed: the second factor, the name. */
export function updateMe(me: Me): void {
  if (session.kind === 'signed-in') set({ ...session, me });
}

/**
 * Signs out on this device. Without a network too: then the server is told before anything else is asked of it, so that
 * nobody goes on with the cookie of somebody who left.
 */
export async function signOut(): Promise<void> {
  try {
    await call(endSession, {});
  } catch (error) {
    if (error instanceof NoAnswer) oweSignOut(true);
    else if (!(error instanceof ProblemReply) || error.problem.code !== 'signed-out') throw error;
  }
  leave('left');
}

/**
 * Ends a sign-in that turned out to be somebody else’s than was asked for. It is owed from the first moment, so that
 * nobody stays signed in as them where the network, or the page, goes away in between.
 */
export async function turnAway({ accessToken }: Pick<SignedIn, 'accessToken'>): Promise<void> {
  oweSignOut(true);
  try {
    await send(endSession, {}, { token: accessToken });
    oweSignOut(false);
  } catch (error) {
    if (!(error instanceof NoAnswer) && !(error instanceof ProblemReply)) throw error;
  }
}

/**
 * Calls the server as the signed-in person. A token that has run out is renewed once and the call repeated; requests at
 * the same time, in all tabs, wait for one and the same renewal. With `as` it is `signed-out` for everybody but that
 * person: what waited to be sent for them must not go out in the name of whoever sat down next. Throws a ProblemReply or
 * NoAnswer.
 */
export async function call<C extends Contract>(
  contract: C,
  input: CallInput<C>,
  options: { readonly signal?: AbortSignal; readonly as?: PersonId } = {},
): Promise<CallOk<C>> {
  const { signal, as } = options;
  if (contract.who === 'public') return await send(contract, input, { signal });
  return await withToken(as, async (token) => await send(contract, input, { token, signal }));
}

/** The same for what is no call of a contract: `work` is done with a token, and once more with a renewed one. */
export async function withToken<Value>(
  as: PersonId | undefined,
  work: (token: string | undefined) => Promise<Value>,
): Promise<Value> {
  refuseOthers(as);
  const token = currentToken();
  try {
    if (token !== undefined) return await work(token);
  } catch (error) {
    if (!(error instanceof ProblemReply) || error.problem.code !== 'signed-out') throw error;
  }
  await refreshOnce(token);
  refuseOthers(as);
  return await work(currentToken());
}

function refuseOthers(as: PersonId | undefined): void {
  if (as === undefined || session.kind !== 'signed-in' || session.me.personId === as) return;
  throw signedOutReply();
}

function signedOutReply(): ProblemReply {
  const code = 'signed-out';
  return new ProblemReply({ type: `urn:patuh:problem:${code}`, code, ...PROBLEMS[code] }, null);
}

function currentToken(): string | undefined {
  return session.kind === 'signed-in' ? session.token : undefined;
}

/** One renewal at a time; whoever held the token that `stale` is not any more has nothing to renew. */
async function refreshOnce(stale: string | undefined): Promise<void> {
  refreshing ??= exclusively(async () => {
    const token = currentToken();
    if (token !== undefined && token !== stale) return;
    await refresh();
  }).finally(() => {
    refreshing = undefined;
  });
  await refreshing;
}

async function refresh(): Promise<void> {
  try {
    const answer = await send(refreshSession, {});
    if (owesSignOut()) await endOwed(answer.accessToken);
    takeOver(answer, cameFromSignIn(answer.me));
  } catch (error) {
    const fault =
      error instanceof ProblemReply || error instanceof NoAnswer ? error : new NoAnswer('unreadable', error);
    if (fault instanceof ProblemReply && fault.problem.code === 'signed-out') {
      oweSignOut(false);
      leave(session.kind === 'signed-in' ? 'expired' : 'never');
    } else if (session.kind !== 'signed-in') {
      set({ kind: 'unreachable', fault });
    }
    throw fault;
  }
}

/** Whoever left without a network leaves now; then nobody is signed in, as after any other leave. */
async function endOwed(token: string): Promise<void> {
  await send(endSession, {}, { token });
  throw signedOutReply();
}

/** Across tabs, where the browser can: two tabs that renew at once would race for the one cookie. */
async function exclusively(work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as Partial<Navigator>;
  if (locks === undefined) return await work();
  await locks.request(LOCK, work);
}

function leave(why: 'never' | 'expired' | 'left'): void {
  rememberSignedIn(false);
  set({ kind: 'signed-out', why });
  if (why !== 'never') tellOtherTabs({ kind: 'signed-out', why });
}

function tellOtherTabs(message: object): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  channel?.postMessage(message);
}

function set(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = data as {
    readonly kind?: unknown;
    readonly answer?: unknown;
    readonly why?: unknown;
    readonly arrived?: unknown;
  };
  const answer = SignedIn.safeParse(message.answer);
  if (message.kind === 'signed-in' && answer.success) {
    const { accessToken: token, me } = answer.data;
    set({ kind: 'signed-in', token, me, arrived: message.arrived === true || arrivedBefore(me) });
  } else if (message.kind === 'signed-out') {
    set({ kind: 'signed-out', why: message.why === 'left' ? 'left' : 'expired' });
  }
});
