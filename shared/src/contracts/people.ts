import * as z from 'zod/mini';

import { Grant } from '../domain/actor.ts';
import { GovernmentCode } from '../domain/government.ts';
import { DeviceId, PersonId, SessionId } from '../domain/ids.ts';
import { contract } from './contract.ts';
import { EmailAddress } from './sign-in.ts';

/**
 * Accounts and their grants: the national office for everybody, a head for the people of the own province, a Sekda office for
 * the contacts of its own units and for nothing else about anybody.
 */

const PersonName = z.string().check(z.trim(), z.minLength(2), z.maxLength(120));
const Grants = z.array(Grant).check(z.minLength(1), z.maxLength(20));

export const PersonView = z.object({
  id: PersonId,
  name: z.string(),
  email: z.string(),
  status: z.enum(['invited', 'active', 'disabled']),
  grants: z.array(Grant),
  secondFactor: z.boolean(),
  lastSeenAt: z.nullable(z.iso.datetime()),
  /** Until when a one-time link that nobody used yet is good; null where none waits. */
  linkUntil: z.nullable(z.iso.datetime()),
  /** Where the person comes from and should assess nothing; null where nobody said, and for who may not know. */
  homeGovernment: z.nullable(GovernmentCode),
});
export type PersonView = z.infer<typeof PersonView>;

/** Shown once; handed over by whoever made it, since no mail is needed. */
export const OneTimeLink = z.object({ url: z.string(), expiresAt: z.iso.datetime() });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

const ADMINS = ['national-admin', 'head'] as const;
const ADMINS_AND_SEKDA = [...ADMINS, 'sekda'] as const;
const PersonParams = z.object({ personId: PersonId });

export const listPeople = contract({
  method: 'GET',
  path: '/api/people',
  summary: 'People who hold a grant within the scope of the caller',
  who: ADMINS_AND_SEKDA,
  ok: z.object({ people: z.array(PersonView) }),
  problems: [],
});

export const InvitePersonInput = z.strictObject({
  name: PersonName,
  email: EmailAddress,
  grants: Grants,
  /** Not of a Sekda office. */
  homeGovernment: z.optional(z.nullable(GovernmentCode)),
});
export type InvitePersonInput = z.infer<typeof InvitePersonInput>;

export const invitePerson = contract({
  method: 'POST',
  path: '/api/people',
  summary: 'A new person with grants; answers with the one-time link to hand over',
  who: ADMINS_AND_SEKDA,
  body: InvitePersonInput,
  ok: z.object({ person: PersonView, link: OneTimeLink }),
  problems: ['invalid-request', 'grant-not-permitted', 'email-taken'],
});

export const setGrants = contract({
  method: 'PUT',
  path: '/api/people/:personId/grants',
  summary: 'Replaces the grants of a person that lie within the scope of the caller; takes effect at once',
  who: ADMINS,
  params: PersonParams,
  body: z.strictObject({ grants: z.array(Grant).check(z.maxLength(20)) }),
  ok: PersonView,
  problems: ['invalid-request', 'not-found', 'grant-not-permitted', 'not-on-oneself'],
});

export const resetPerson = contract({
  method: 'POST',
  path: '/api/people/:personId/reset',
  summary: 'A one-time link for somebody who lost the password or the second factor',
  who: ADMINS_AND_SEKDA,
  params: PersonParams,
  ok: z.object({ link: OneTimeLink }),
  problems: ['not-found', 'grant-not-permitted', 'not-on-oneself'],
});

export const setPersonStatus = contract({
  method: 'PUT',
  path: '/api/people/:personId/status',
  summary: 'Closes or opens an account; closing signs every device out at once',
  who: ADMINS_AND_SEKDA,
  params: PersonParams,
  body: z.strictObject({ disabled: z.boolean() }),
  ok: PersonView,
  problems: ['invalid-request', 'not-found', 'grant-not-permitted', 'not-on-oneself'],
});

export const signPersonOut = contract({
  method: 'POST',
  path: '/api/people/:personId/sign-out',
  summary: 'Signs a person out on every device',
  who: ADMINS,
  params: PersonParams,
  ok: PersonView,
  problems: ['not-found', 'grant-not-permitted'],
});

export const setHome = contract({
  method: 'PUT',
  path: '/api/people/:personId/home',
  summary: 'Where a person comes from: nobody should assess at home',
  who: ADMINS,
  params: PersonParams,
  body: z.strictObject({ government: z.nullable(GovernmentCode) }),
  ok: PersonView,
  problems: ['invalid-request', 'not-found'],
});

/** A device on which somebody is signed in. */
export const PersonSession = z.object({
  id: SessionId,
  deviceName: z.string(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});
export type PersonSession = z.infer<typeof PersonSession>;

/** A device that keeps what somebody entered in the field, signed in or not. */
export const FieldDevice = z.object({
  id: DeviceId,
  name: z.nullable(z.string()),
  /** When it last asked what is new; null if it never did. */
  exchangedAt: z.nullable(z.iso.datetime()),
  lastSeenAt: z.iso.datetime(),
  /** Entries it had not sent when it last asked; null where it never said. */
  waiting: z.nullable(z.int()),
});
export type FieldDevice = z.infer<typeof FieldDevice>;

export const getDevices = contract({
  method: 'GET',
  path: '/api/people/:personId/devices',
  summary: 'Where somebody is signed in, and the devices that keep their work in the field',
  who: ADMINS,
  params: PersonParams,
  ok: z.object({ sessions: z.array(PersonSession), fieldDevices: z.array(FieldDevice) }),
  problems: ['not-found'],
});

export const revokePersonSession = contract({
  method: 'DELETE',
  path: '/api/people/:personId/sessions/:sessionId',
  summary: 'Signs one device of somebody else out; what it holds may still come by file',
  who: ADMINS,
  params: z.object({ personId: PersonId, sessionId: SessionId }),
  ok: z.object({}),
  problems: ['not-found', 'grant-not-permitted', 'not-on-oneself'],
});
