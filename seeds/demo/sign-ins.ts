import type { Role } from '@patuh/shared/domain/actor';

import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.ts';

export interface DemoSignIn {
  readonly name: string;
  /** What the person is, in words. */
  readonly role: string;
  readonly kind: Role;
  readonly email: string;
  readonly password: string;
}

/** What stands on the sign-in page and is printed at start. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = Object.values(DEMO_PEOPLE).map(
  ({ name, title, email, grants: [{ role: kind }] }) => ({ name, role: title, kind, email, password: DEMO_PASSWORD }),
);
