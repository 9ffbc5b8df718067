import * as z from 'zod/mini';

import { Grant } from '../domain/actor.ts';
import { PersonId } from '../domain/ids.ts';
import { contract } from './contract.ts';
import { EmailAddress } from './sign-in.ts';

/** Accounts and their grants: the national office for everybody, a head for the people of the own province. */

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
});
export type PersonView = z.infer<typeof PersonView>;

/** Shown once; handed over by whoever made it, since no mail is needed. */
export const OneTimeLink = z.object({ url: z.string(), expiresAt: z.iso.datetime() });
export type OneTimeLink = z.infer<typeof OneTimeLink>;

const ADMINS = ['national-admin', 'head'] as const;
const PersonParams = z.object({ personId: PersonId });

export const listPeople = contract({
  method: 'GET',
  path: '/api/people',
  summary: 'People who hold a grant within the scope of the caller',
  who: ADMINS,
  ok: z.object({ people: z.array(PersonView) }),
  problems: [],
});

export const InvitePersonInput = z.strictObject({ name: PersonName, email: EmailAddress, grants: Grants });
export type InvitePersonInput = z.infer<typeof InvitePersonInput>;

export const invitePerson = contract({
  method: 'POST',
  path: '/api/people',
  summary: 'A new person with grants; answers with the one-time link to hand over',
  who: ADMINS,
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
  who: ADMINS,
  params: PersonParams,
  ok: z.object({ link: OneTimeLink }),
  problems: ['not-found', 'grant-not-permitted', 'not-on-oneself'],
});

export const setPersonStatus = contract({
  method: 'PUT',
  path: '/api/people/:personId/status',
  summary: 'Closes or opens an account; closing signs every device out at once',
  who: ADMINS,
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
