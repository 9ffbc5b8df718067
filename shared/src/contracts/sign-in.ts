import * as z from 'zod/mini';

import { Grant, Role } from '../domain/actor.ts';
import { PersonId, SessionId } from '../domain/ids.ts';
import { contract } from './contract.ts';

/** How people come in, stay in and go out; see design decision on sessions in docs/decisions. */

export const EmailAddress = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(200), z.regex(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/));

/** Long rather than strange (ASVS 5.0 V6): twelve characters or more; the server also refuses what is easily guessed. */
export const NewPassword = z.string().check(z.minLength(12), z.maxLength(128));

/** Six digits of the authenticator app, or one of the recovery codes. */
export const SecondFactor = z.string().check(z.trim(), z.regex(/^(?:\d{6}|[a-z2-9]{5}-[a-z2-9]{5})$/));

/** What the person calls the device in the list of sessions: “Chrome di Android”. */
const DeviceName = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

/** The signed-in person as the screens need it. */
export const Me = z.object({
  personId: PersonId,
  sessionId: SessionId,
  name: z.string(),
  email: z.string(),
  grants: z.array(Grant),
  secondFactor: z.object({
    on: z.boolean(),
    /** A role demands it and it is not set up yet: until then nothing else is open. */
    demanded: z.boolean(),
    recoveryCodesLeft: z.int(),
  }),
  /** An invented person of the demo. */
  demo: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const SignedIn = z.object({
  kind: z.literal('signed-in'),
  /** For the header `authorization: Bearer …`; kept in memory only. The refresh token travels in an HttpOnly cookie. */
  accessToken: z.string(),
  expiresAt: z.iso.datetime(),
  me: Me,
});
export type SignedIn = z.infer<typeof SignedIn>;

export const SignInResult = z.discriminatedUnion('kind', [SignedIn, z.object({ kind: z.literal('code-needed') })]);
export type SignInResult = z.infer<typeof SignInResult>;

export const SignInInput = z.strictObject({
  email: EmailAddress,
  password: z.string().check(z.minLength(1), z.maxLength(128)),
  code: z.optional(SecondFactor),
  deviceName: DeviceName,
});
export type SignInInput = z.infer<typeof SignInInput>;

export const signIn = contract({
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; with a second factor the first call answers that a code is needed',
  who: 'public',
  body: SignInInput,
  ok: SignInResult,
  problems: ['invalid-request', 'sign-in-refused', 'sign-in-blocked'],
});

export const refreshSession = contract({
  method: 'POST',
  path: '/api/session/refresh',
  summary: 'A new access token for the refresh cookie, which is replaced',
  who: 'public',
  ok: SignedIn,
  problems: ['signed-out'],
});

export const endSession = contract({
  method: 'POST',
  path: '/api/session/end',
  summary: 'Sign out on this device',
  who: 'signed-in',
  ok: z.object({}),
  problems: [],
});

export const getMe = contract({
  method: 'GET',
  path: '/api/me',
  summary: 'The signed-in person and what they may do',
  who: 'signed-in',
  ok: Me,
  problems: [],
});

export const DeviceSession = z.object({
  id: SessionId,
  deviceName: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
});
export type DeviceSession = z.infer<typeof DeviceSession>;

export const listSessions = contract({
  method: 'GET',
  path: '/api/me/sessions',
  summary: 'The devices on which the person is signed in',
  who: 'signed-in',
  ok: z.object({ sessions: z.array(DeviceSession) }),
  problems: [],
});

export const revokeSession = contract({
  method: 'DELETE',
  path: '/api/me/sessions/:sessionId',
  summary: 'Sign a device of one’s own out',
  who: 'signed-in',
  params: z.object({ sessionId: SessionId }),
  ok: z.object({}),
  problems: ['not-found'],
});

export const ChangePasswordInput = z.strictObject({
  current: z.string().check(z.minLength(1), z.maxLength(128)),
  next: NewPassword,
});

export const changePassword = contract({
  method: 'POST',
  path: '/api/me/password',
  summary: 'Change one’s own password; every other device is signed out',
  who: 'signed-in',
  body: ChangePasswordInput,
  ok: z.object({}),
  problems: ['invalid-request', 'sign-in-refused', 'sign-in-blocked', 'password-too-weak'],
});

export const beginSecondFactor = contract({
  method: 'POST',
  path: '/api/me/second-factor',
  summary: 'A new secret for the authenticator app; nothing changes until a code of it is confirmed',
  who: 'signed-in',
  body: z.strictObject({ password: z.string().check(z.minLength(1), z.maxLength(128)) }),
  ok: z.object({ secret: z.string(), address: z.string() }),
  problems: ['invalid-request', 'sign-in-refused', 'sign-in-blocked'],
});

export const confirmSecondFactor = contract({
  method: 'POST',
  path: '/api/me/second-factor/confirm',
  summary: 'Turns the second factor on; the recovery codes are shown this once',
  who: 'signed-in',
  body: z.strictObject({ code: z.string().check(z.trim(), z.regex(/^\d{6}$/)) }),
  ok: z.object({ recoveryCodes: z.array(z.string()) }),
  problems: ['invalid-request', 'code-refused', 'sign-in-blocked'],
});

/** The secret part of a one-time link, `/masuk/tautan#TOKEN`: after the `#`, so that it reaches no log. */
const LinkToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

export const inspectLink = contract({
  method: 'POST',
  path: '/api/sign-in-links/inspect',
  summary: 'Whose one-time link this is; does not use it up',
  who: 'public',
  body: z.strictObject({ token: LinkToken }),
  ok: z.object({
    purpose: z.enum(['welcome', 'reset']),
    name: z.string(),
    email: z.string(),
    expiresAt: z.iso.datetime(),
  }),
  problems: ['invalid-request', 'link-not-valid'],
});

export const useLink = contract({
  method: 'POST',
  path: '/api/sign-in-links/use',
  summary: 'Set a password with a one-time link and be signed in; a reset signs every device out first',
  who: 'public',
  body: z.strictObject({ token: LinkToken, password: NewPassword, deviceName: DeviceName }),
  ok: SignedIn,
  problems: ['invalid-request', 'link-not-valid', 'password-too-weak'],
});

export const DemoSignIn = z.object({
  name: z.string(),
  /** What the person is, in words. */
  role: z.string(),
  /** The role itself: the sign-in page shows one person of each first. */
  kind: Role,
  email: z.string(),
  password: z.string(),
});
export type DemoSignIn = z.infer<typeof DemoSignIn>;

export const listDemoSignIns = contract({
  method: 'GET',
  path: '/api/demo/sign-ins',
  summary: 'Sign-ins of the demo; not found without it',
  who: 'public',
  ok: z.object({ signIns: z.array(DemoSignIn) }),
  problems: ['not-found'],
});
