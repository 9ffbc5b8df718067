import { createHash, randomBytes } from 'node:crypto';

import type { PersonId } from '@patuh/shared/domain/ids';

import type { Writer } from '../database.ts';
import type { SignInLinkTable } from '../tables/people.ts';

const HOUR_MS = 3_600_000;

/** A welcome may wait for somebody who is travelling; a reset is asked for by somebody who stands at the door. */
const VALID_MS = { welcome: 7 * 24 * HOUR_MS, reset: 24 * HOUR_MS } as const satisfies Record<
  SignInLinkTable['purpose'],
  number
>;

export interface MadeLink {
  /** Told once, to whoever hands it over. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** A link with which a person sets a password, once. An older one of theirs is worth nothing from here on. */
export async function makeLink(
  trx: Writer,
  { personId, purpose, now }: { readonly personId: PersonId; readonly now: Date } & Pick<SignInLinkTable, 'purpose'>,
): Promise<MadeLink> {
  await dropLinks(trx, personId);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + VALID_MS[purpose]);
  await trx
    .insertInto('sign_in_link')
    .values({
      token_hash: linkHash(token),
      person_id: personId,
      purpose,
      created_at: now,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return { token, expiresAt };
}

/** Takes away the links of a person that nobody used. */
export async function dropLinks(trx: Writer, personId: PersonId): Promise<void> {
  await trx.deleteFrom('sign_in_link').where('person_id', '=', personId).where('used_at', 'is', null).execute();
}

/** A token has as many bits as its hash: no salt or slow hash would add to that. */
export function linkHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The token stands after the `#`, which browsers send to no server: it reaches no log of anybody. */
export function linkUrl(origin: string, token: string): string {
  return `${origin}/masuk/tautan#${token}`;
}
